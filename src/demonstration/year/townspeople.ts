import { weekdays } from '@app/contracts/http/vocabulary.js';
import { divide } from '../leusden/divide.js';
import { inhabitedNeighbourhoods } from '../leusden/inhabited.js';
import {
  ageShares,
  caregiverShare,
  contactOf,
  type GeneratedPerson,
  type GeneratedProfile,
} from '../people/generate-people.js';
import { givenNames } from '../people/given-names.js';
import { SeededRandom } from '../people/seeded-random.js';
import type { LivedNeighbour, LivedYear } from './lived-year.js';
import type { Placing } from './placing.js';
import type { YearCalendar } from './year-calendar.js';

const dayMs = 24 * 3_600_000;
/** Asks switched off in the year stay off for so long. */
export const pauseMs = 365 * dayMs;
/** Helps of who helped already, before the year. */
export const helpsBefore = 2;

/** The neighbours of the year in its order, and after them those who ask. Names are made up; nobody exists. */
export function townspeopleOf(
  { people, start }: Pick<LivedYear, 'people' | 'start'>,
  placing: Placing,
  calendar: YearCalendar,
  seed: number,
): readonly GeneratedPerson[] {
  const random = new SeededRandom(seed);
  const caregivers = Math.ceil((people.length * caregiverShare) / (100 - caregiverShare));
  const ages = random.quota(people.length + caregivers, ageShares, divide);
  const homes = random.quota(
    caregivers,
    inhabitedNeighbourhoods.map(({ code, inhabitants }) => [code, inhabitants] as const),
    divide,
  );
  const person = (number: number, neighbourhoodCode: string, profile: GeneratedProfile | null): GeneratedPerson => {
    const givenName = random.pick(givenNames);
    const ageBand = ages[number] ?? '45-64';
    return { ...contactOf(givenName, number + 1), givenName, ageBand, neighbourhoodCode, profile };
  };
  return [
    ...people.map((each, who) =>
      person(
        who,
        placing.placeOf(each.area, who),
        profileOf(each, (at) => calendar.now - calendar.at(at - start)),
      ),
    ),
    ...homes.map((home, index) => person(people.length + index, home, null)),
  ];
}

function profileOf(lived: LivedNeighbour, ago: (at: number) => number): GeneratedProfile {
  const awayFor = lived.leftAt === null ? -1 : ago(lived.leftAt);
  return {
    categories: lived.categories,
    maxDistance: lived.maxDistance,
    availability: lived.availability
      .filter(() => !isAlways(lived.availability))
      .map(({ day, fromMinute, untilMinute }) => ({ day: weekdays.indexOf(day) + 1, fromMinute, untilMinute })),
    quietFromMinute: lived.quiet.fromMinute,
    quietUntilMinute: lived.quiet.untilMinute,
    weeklyAskBudget: lived.weeklyBudget,
    acceptsAcute: lived.acceptsAcute,
    pausedForDays: awayFor < 0 ? 0 : Math.max(1, (pauseMs - awayFor) / dayMs),
    trust: lived.trust,
    alreadyHelping: lived.alreadyHelping,
    helpsCompleted: lived.alreadyHelping ? helpsBefore : 0,
    willingForDays: Math.max(0, ago(lived.joinedAt) / dayMs),
  };
}

/** Somebody who can at any time has no times in the product. */
function isAlways(windows: LivedNeighbour['availability']): boolean {
  return (
    windows.length === weekdays.length &&
    windows.every(({ fromMinute, untilMinute }) => untilMinute - fromMinute === 1440)
  );
}
