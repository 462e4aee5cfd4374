import { overlapsWindow, type AvailabilityWindow } from '../../domain/schedule/availability.js';
import { type Instant, MINUTE } from '../../domain/kernel/time.js';
import { categories, type MaxDistance, maxDistances, trustLevels, weekdays } from '../../domain/kernel/vocabulary.js';
import { localTimeOf } from '../calendar.js';
import { areas, type TwinParameters, weeks } from '../parameters.js';
import { Chance } from '../random.js';
import { type Arrival, makeArrivals } from './arrivals.js';
import { makePeople, type People } from './people.js';

/** One seed: who lives here and what will be asked, before any policy acts. */
export interface World {
  readonly parameters: TwinParameters;
  readonly chance: Chance;
  readonly days: number;
  readonly people: People;
  readonly arrivals: readonly Arrival[];
  /** The day on which each registers, for a world in which not everybody is there on the first. */
  readonly joinsOn?: Uint16Array;
  /** By how many logits somebody is readier to help at a moment than otherwise, for a world with hard times in it. */
  readonly readiness?: (who: number, at: Instant) => number;
  /** Whom each request suits, found once for all policies; see `suitedTo`. */
  readonly suited: Map<Arrival, readonly Suited[]>;
}

/** The world of one seed, the same for every policy. */
export function makeWorld(parameters: TwinParameters, seed: number, days: number): World {
  const chance = new Chance(seed);
  const people = makePeople(parameters, chance);
  return { parameters, chance, days, people, arrivals: makeArrivals(parameters, chance, days), suited: new Map() };
}

/** Somebody whom a request could suit, whatever the hour and their load. */
export interface Suited {
  readonly who: number;
  readonly distanceKm: number;
  readonly distanceClass: MaxDistance;
}

/** The windows of each of `weeks`. */
export const windowsOfWeeks: readonly (readonly AvailabilityWindow[])[] = weeks.map(({ value }) =>
  weekdays.flatMap((day, index) =>
    (index < 5 ? value.workdays : value.weekend).map(([from, until]) => ({
      day,
      fromMinute: from * 60,
      untilMinute: until * 60,
    })),
  ),
);

/** Everybody who offers this help within their reach and can come then: what the database's query finds. By id. */
export function suitedTo(world: World, request: Arrival): readonly Suited[] {
  const known = world.suited.get(request);
  if (known !== undefined) return known;
  const suited = findSuited(world, request);
  world.suited.set(request, suited);
  return suited;
}

function findSuited({ people, parameters }: World, request: Arrival): readonly Suited[] {
  const bit = 1 << categories.indexOf(request.category);
  const rank = trustLevels.indexOf(request.requiredTrust);
  const free = weeksFreeFor(request, parameters.expectedMinutes);
  const classes = areas.map((_, area) => distanceClassOf(area, request.area));
  const suited: Suited[] = [];
  for (let who = 0; who < people.count; who += 1) {
    if (((people.offers[who] ?? 0) & bit) === 0 || (people.trust[who] ?? 0) < rank) continue;
    if (request.urgency === 'acute' && people.acceptsAcute[who] === 0) continue;
    const distance = classes[people.area[who] ?? 0] ?? 0;
    const distanceClass = maxDistances[distance];
    if (distanceClass === undefined || distance > (people.reach[who] ?? 0)) continue;
    if (free[people.week[who] ?? 0] !== true) continue;
    const distanceKm = Math.hypot((people.east[who] ?? 0) - request.east, (people.north[who] ?? 0) - request.north);
    suited.push({ who, distanceKm, distanceClass });
  }
  return suited;
}

function weeksFreeFor(request: Arrival, neededMinutes: number): readonly boolean[] {
  const start = localTimeOf(request.windowFrom);
  const minutes = (request.windowUntil - request.windowFrom) / MINUTE;
  return windowsOfWeeks.map((windows) => overlapsWindow(windows, start, minutes, neededMinutes));
}

/** Rank in `maxDistances` of how far two areas are. */
function distanceClassOf(a: number, b: number): number {
  if (a === b) return maxDistances.indexOf('own-neighbourhood');
  const same = areas[a]?.district === areas[b]?.district;
  return maxDistances.indexOf(same ? 'district' : 'municipality');
}
