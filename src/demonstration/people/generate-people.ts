import type { AgeBand, Category, MaxDistance, TrustLevel } from '@app/contracts/http/vocabulary.js';
import { divide } from '../leusden/divide.js';
import { inhabitedNeighbourhoods } from '../leusden/inhabited.js';
import { givenNames } from './given-names.js';
import { SeededRandom } from './seeded-random.js';

export interface AvailableTime {
  /** 1 is Monday. */
  readonly day: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** What somebody made up is willing to do, and has done. */
export interface GeneratedProfile {
  readonly categories: readonly Category[];
  readonly maxDistance: MaxDistance;
  readonly availability: readonly AvailableTime[];
  readonly quietFromMinute: number;
  readonly quietUntilMinute: number;
  readonly weeklyAskBudget: number;
  readonly acceptsAcute: boolean;
  readonly pausedForDays: number;
  readonly trust: TrustLevel;
  readonly alreadyHelping: boolean;
  readonly helpsCompleted: number;
  readonly willingForDays: number;
}

export interface GeneratedPerson {
  readonly email: string;
  readonly givenName: string;
  readonly phone: string;
  readonly ageBand: AgeBand;
  readonly neighbourhoodCode: string;
  /** Null for a caregiver, who asks and does not help. */
  readonly profile: GeneratedProfile | null;
}

/** How many people registered, in this example. */
export const registered = 400;

/** Of the residents of Leusden 14% is a carer (GGD Gezondheidsmonitor 2024); here of the registered. */
export const caregiverShare = 14;

/**
 * 21% already helps people in the neighbourhood, 41% does not but is willing (GGD Gezondheidsmonitor 2024):
 * those are who registers as a neighbour, in this proportion.
 */
const helping = 21;
const willing = 41;

/** 24.3% is 65 or older (CBS 2025); how the rest is divided is an assumption. */
export const ageShares = [
  ['18-24', 7],
  ['25-44', 30.7],
  ['45-64', 38],
  ['65-79', 17],
  ['80-plus', 7.3],
] as const satisfies readonly (readonly [AgeBand, number])[];

const categoryShares = [
  ['walk-dog', 0.5],
  ['groceries', 0.75],
  ['coffee', 0.55],
  ['walk-together', 0.5],
  ['meal', 0.3],
  ['ride', 0.4],
  ['odd-job', 0.35],
  ['garden', 0.3],
  ['computer', 0.25],
  ['keep-company', 0.35],
  ['other', 0.3],
] as const satisfies readonly (readonly [Category, number])[];

const mornings = { fromMinute: 8 * 60, untilMinute: 12 * 60 };
const afternoons = { fromMinute: 12 * 60, untilMinute: 18 * 60 };
const evenings = { fromMinute: 18 * 60, untilMinute: 21 * 60 };
const anyTime = { fromMinute: 8 * 60, untilMinute: 21 * 60 };

/** The made-up people of the demonstration: the same ones at every start. */
export function generatePeople(seed = 327): GeneratedPerson[] {
  const random = new SeededRandom(seed);
  const homes = random.quota(
    registered,
    inhabitedNeighbourhoods.map(({ code, inhabitants }) => [code, inhabitants] as const),
    divide,
  );
  const ages = random.quota(registered, ageShares, divide);
  const neighbourShare = 100 - caregiverShare;
  const kinds = random.quota(
    registered,
    [
      ['caregiver', caregiverShare],
      ['helping', (neighbourShare * helping) / (helping + willing)],
      ['willing', (neighbourShare * willing) / (helping + willing)],
    ] as const,
    divide,
  );
  const trusts = random.quota(
    registered,
    [
      ['none', 59],
      ['vouched', 33],
      ['vog', 8],
    ] as const satisfies readonly (readonly [TrustLevel, number])[],
    divide,
  );
  return homes.map((neighbourhoodCode, index) => {
    const kind = kinds[index] ?? 'willing';
    const givenName = random.pick(givenNames);
    return {
      givenName,
      ...contactOf(givenName, index + 1),
      ageBand: ages[index] ?? '45-64',
      neighbourhoodCode,
      profile: kind === 'caregiver' ? null : profileOf(random, kind === 'helping', trusts[index] ?? 'none'),
    };
  });
}

/** Where somebody made up can be reached: nowhere. */
export function contactOf(givenName: string, number: number): Pick<GeneratedPerson, 'email' | 'phone'> {
  return { email: emailOf(givenName, number), phone: phoneOf(number) };
}

function emailOf(givenName: string, number: number): string {
  const plain = givenName
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
  return `${plain}.${number}@voorbeeld.invalid`;
}

/** No number in the Netherlands begins with 000. */
function phoneOf(number: number): string {
  return `000 - ${String(100_0000 + number).replace(/(\d{3})(\d{2})(\d{2})/, '$1 $2 $3')}`;
}

function profileOf(random: SeededRandom, alreadyHelping: boolean, trust: TrustLevel): GeneratedProfile {
  const lateRiser = random.chance(0.2);
  return {
    categories: categoriesOf(random),
    maxDistance: random.pick(['own-neighbourhood', 'own-neighbourhood', 'district', 'district', 'municipality']),
    availability: availabilityOf(random),
    quietFromMinute: lateRiser ? 22 * 60 : 21 * 60,
    quietUntilMinute: lateRiser ? 9 * 60 : 8 * 60,
    weeklyAskBudget: random.pick([1, 2, 2, 2, 3, 5]),
    acceptsAcute: random.chance(0.6),
    pausedForDays: random.chance(0.04) ? random.between(2, 20) : 0,
    trust,
    alreadyHelping,
    helpsCompleted: alreadyHelping ? random.between(1, 12) : 0,
    willingForDays: random.between(8, 240),
  };
}

function categoriesOf(random: SeededRandom): Category[] {
  const chosen = categoryShares.filter(([, share]) => random.chance(share)).map(([category]) => category);
  return chosen.length > 0 ? chosen : ['groceries'];
}

function availabilityOf(random: SeededRandom): AvailableTime[] {
  const kind = random.pick(['always', 'always', 'mornings', 'afternoons', 'evenings', 'weekend', 'some']);
  const weekdays = [1, 2, 3, 4, 5];
  const on = (days: readonly number[], time: Omit<AvailableTime, 'day'>): AvailableTime[] =>
    days.map((day) => ({ day, ...time }));
  switch (kind) {
    case 'always':
      return [];
    case 'mornings':
      return on(weekdays, mornings);
    case 'afternoons':
      return on(weekdays, afternoons);
    case 'evenings':
      return on([1, 2, 3, 4, 5, 6, 7], evenings);
    case 'weekend':
      return on([6, 7], anyTime);
    default:
      return on(
        random
          .shuffle(weekdays)
          .slice(0, 3)
          .toSorted((a, b) => a - b),
        random.pick([mornings, afternoons, anyTime]),
      );
  }
}
