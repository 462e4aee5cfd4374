import { describe, expect, it } from '@jest/globals';
import { givenNameSchema, emailSchema, phoneSchema } from '@app/contracts/http/primitives.js';
import { inhabitedNeighbourhoods } from '../leusden/inhabited.js';
import { generatePeople, registered } from './generate-people.js';

const people = generatePeople();
const profiles = people.flatMap(({ profile }) => (profile ? [profile] : []));

describe('the people of the demonstration', () => {
  it('are the same at every start', () => {
    expect(generatePeople()).toEqual(people);
    expect(generatePeople(1)).not.toEqual(people);
  });

  it('have the shares of the facts', () => {
    expect(people).toHaveLength(registered);
    expect(people.length - profiles.length).toBe(Math.round(registered * 0.14));
    const helping = profiles.filter(({ alreadyHelping }) => alreadyHelping).length;
    expect(helping / (profiles.length - helping)).toBeCloseTo(21 / 41, 1);
    const old = people.filter(({ ageBand }) => ageBand === '65-79' || ageBand === '80-plus').length;
    expect(old / registered).toBeCloseTo(0.243, 2);
  });

  it('live all over Leusden', () => {
    const homes = new Set(people.map(({ neighbourhoodCode }) => neighbourhoodCode));
    expect(homes.size).toBe(inhabitedNeighbourhoods.length);
  });

  it('cannot be anybody: addresses that do not exist, numbers nobody has', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(registered);
    for (const { email, phone, givenName } of people) {
      expect(email).toMatch(/^[a-z]+\.\d+@voorbeeld\.invalid$/);
      expect(phone).toMatch(/^000 - \d{3} \d{2} \d{2}$/);
      expect(emailSchema.safeParse(email).success).toBe(true);
      expect(phoneSchema.safeParse(phone).success).toBe(true);
      expect(givenNameSchema.safeParse(givenName).success).toBe(true);
    }
  });

  it('have helped before only when they say so', () => {
    for (const { alreadyHelping, helpsCompleted } of profiles) expect(helpsCompleted > 0).toBe(alreadyHelping);
  });

  it('are known to somebody in about a third of the cases, with a VOG sometimes', () => {
    const share = (trust: string): number =>
      profiles.filter((profile) => profile.trust === trust).length / profiles.length;
    expect(share('vouched')).toBeGreaterThan(0.25);
    expect(share('vouched')).toBeLessThan(0.42);
    expect(share('vog')).toBeGreaterThan(0.02);
  });
});
