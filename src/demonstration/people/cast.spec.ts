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

  it('has one person to call for every organisation, marked as an example', () => {
    for (const { key, contact } of organisations) {
      const [person, ...others] = cast.filter(({ organisationKey }) => organisationKey === key);
      expect(others).toEqual([]);
      expect(person?.givenName).toBe(contact);
      expect(person?.phone).toMatch(/^000 - 000 00 \d\d \(voorbeeld\)$/);
    }
  });

  it('has numbers that their owners can save again with their name or language', () => {
    const residents = cast.filter(({ organisationKey, phone }) => organisationKey === null && phone !== undefined);
    expect(residents.length).toBeGreaterThan(2);
    for (const { phone } of residents) expect(phoneSchema.safeParse(phone).success).toBe(true);
  });

  it('shares no address with the generated people', () => {
    const all = [...cast, ...generatePeople()].map(({ email }) => email);
    expect(new Set(all).size).toBe(all.length);
  });
});
