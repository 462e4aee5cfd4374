import { describe, expect, it } from '@jest/globals';
import { capabilitiesOf, presentMe } from './me.presenter.js';
import type { Person } from './person.store.js';

describe('capabilitiesOf', () => {
  it('lets everyone ask, and nobody help who has not said so', () => {
    expect(capabilitiesOf([], false)).toEqual(['ask-help']);
    expect(capabilitiesOf(['caregiver', 'neighbour'], false)).toEqual(['ask-help']);
    expect(capabilitiesOf([], true)).toEqual(['ask-help', 'help']);
  });

  it('lets coordinators and desk workers coordinate, once', () => {
    expect(capabilitiesOf(['coordinator', 'desk'], false)).toEqual(['ask-help', 'coordinate']);
  });

  it('gives monitors and administrators only what is theirs', () => {
    expect(capabilitiesOf(['monitor'], false)).toEqual(['ask-help', 'monitor']);
    expect(capabilitiesOf(['administrator'], true)).toEqual(['ask-help', 'help', 'administer']);
  });
});

describe('presentMe', () => {
  it('shows what stands in the contract and nothing of the account beside it', () => {
    const person: Person = {
      id: '0199a3c2-0000-7000-8000-000000000001',
      email: 'anja@voorbeeld.invalid',
      givenName: 'Anja',
      familyName: null,
      phone: null,
      language: 'nl',
      ageBand: '45-64',
      status: 'active',
    };
    expect(Object.keys(presentMe(person, [], false, false)).toSorted()).toEqual([
      'ageBand',
      'capabilities',
      'email',
      'familyName',
      'givenName',
      'id',
      'language',
      'memberships',
      'passkeyRequired',
      'phone',
    ]);
  });
});
