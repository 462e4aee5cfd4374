import { describe, expect, it } from '@jest/globals';
import { phoneSchema } from '@app/contracts/http/primitives.js';
import { demonstrationAccounts } from '../accounts.js';
import { organisations } from '../leusden/organisations.js';
import { cast } from './cast.js';
import { generatePeople } from './generate-people.js';

describe('the cast', () => {
  it('has every documented account, once, under its own name', () => {
    for (const { email, givenName } of demonstrationAccounts) {
      expect(cast.filter((one) => one.email === email).map((one) => one.givenName)).toEqual([givenName]);
    }
  });

  it('has one person to call for every organisation, at a number that nobody has', () => {
    for (const { key, contact } of organisations) {
      const [person, ...others] = cast.filter(({ organisationKey }) => organisationKey === key);
      expect(others).toEqual([]);
      expect(person?.givenName).toBe(contact);
      expect(person?.phone).toMatch(/^000 - 000 00 \d\d$/);
    }
  });

  it('has numbers that their owners can save again with their name or language', () => {
    const numbers = cast.map(({ phone }) => phone);
    expect(new Set(numbers).size).toBe(cast.length);
    for (const number of numbers) expect(phoneSchema.safeParse(number).error).toBeUndefined();
  });

  it('shares no address with the generated people', () => {
    const all = [...cast, ...generatePeople()].map(({ email }) => email);
    expect(new Set(all).size).toBe(all.length);
  });
});
