import { describe, expect, it } from '@jest/globals';
import type { Me } from '@app/contracts/http/people.js';
import { isCurrent, navigationFor } from './navigation.js';

const person: Me = {
  id: 'a',
  email: 'a@voorbeeld.invalid',
  givenName: 'Anja',
  familyName: null,
  phone: null,
  language: 'nl',
  ageBand: null,
  memberships: [],
  capabilities: ['ask-help', 'help'],
  passkeyRequired: false,
};
const hrefs = (of: Me | null | undefined): string[] => navigationFor(of).map(({ href }) => href);

describe('the menu', () => {
  it('offers a guest what needs no sign-in', () => {
    expect(hrefs(null)).toEqual(['/', '/hulpvragen']);
    expect(hrefs(undefined)).toEqual(['/', '/hulpvragen']);
  });

  it('offers the work list only to who coordinates', () => {
    expect(hrefs(person)).not.toContain('/werklijst');
    expect(hrefs({ ...person, capabilities: ['coordinate'] })).toContain('/werklijst');
  });

  it('marks the part of the site one is in', () => {
    expect(isCurrent('/vragen', '/vragen/1')).toBe(true);
    expect(isCurrent('/vragen', '/vragenlijst')).toBe(false);
    expect(isCurrent('/', '/vragen')).toBe(false);
  });
});
