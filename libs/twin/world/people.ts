import { categories, maxDistances, trustLevels } from '../../domain/kernel/vocabulary.js';
import {
  areas,
  kindsOfHelp,
  quietHours,
  reaches,
  trust,
  type TwinParameters,
  weeklyBudgets,
  weeks,
} from '../parameters.js';
import { type Chance, streams } from '../random.js';
import { placeIn } from './places.js';

/** Everybody registered, as columns: a year looks at them millions of times. */
export interface People {
  readonly count: number;
  readonly ids: readonly string[];
  readonly area: Uint8Array;
  /** Centre of the own cell, km. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** One bit a category, in the order of the vocabulary. */
  readonly offers: Uint16Array;
  /** Rank in `maxDistances`. */
  readonly reach: Uint8Array;
  /** Rank in `trustLevels`. */
  readonly trust: Uint8Array;
  readonly acceptsAcute: Uint8Array;
  /** Index in `weeks`. */
  readonly week: Uint8Array;
  /** Index in `quietHours`. */
  readonly quiet: Uint8Array;
  readonly weeklyBudget: Uint8Array;
  /** Logits by which somebody differs from people alike; only the truth and the oracle read it. */
  readonly effect: Float64Array;
  /** 1 for who helped before the first day. */
  readonly helping: Uint8Array;
}

/** The people of one seed. */
export function makePeople(parameters: TwinParameters, chance: Chance): People {
  const count = Math.round(parameters.registered);
  const people = emptyPeople(count);
  const supply = areas.map(({ inhabitants, supply: each }) => inhabitants * each);
  for (let who = 0; who < count; who += 1) {
    const area = chance.index(supply, streams.area, who);
    const place = placeIn(area, chance, streams, who);
    people.area[who] = area;
    people.east[who] = place.east;
    people.north[who] = place.north;
    people.offers[who] = offersOf(chance, who);
    people.reach[who] = maxDistances.indexOf(chance.pick(reaches, streams.reach, who));
    people.acceptsAcute[who] = chance.uniform(streams.acute, who) < parameters.acceptsAcute ? 1 : 0;
    people.week[who] = chance.index(sharesOf(weeks), streams.week, who);
    people.quiet[who] = chance.index(sharesOf(quietHours), streams.quiet, who);
    people.weeklyBudget[who] = chance.pick(weeklyBudgets, streams.budget, who);
    people.effect[who] = parameters.effectSd * chance.normal(streams.effect, who);
    const helping = chance.uniform(streams.helping, who) < parameters.helpingShare;
    people.helping[who] = helping ? 1 : 0;
    people.trust[who] = trustLevels.indexOf(chance.pick(helping ? trust.helping : trust.never, streams.trust, who));
  }
  return people;
}

function emptyPeople(count: number): People {
  const width = String(count).length;
  return {
    count,
    ids: Array.from({ length: count }, (_, who) => `p${String(who).padStart(width, '0')}`),
    area: new Uint8Array(count),
    east: new Float64Array(count),
    north: new Float64Array(count),
    offers: new Uint16Array(count),
    reach: new Uint8Array(count),
    trust: new Uint8Array(count),
    acceptsAcute: new Uint8Array(count),
    week: new Uint8Array(count),
    quiet: new Uint8Array(count),
    weeklyBudget: new Uint8Array(count),
    effect: new Float64Array(count),
    helping: new Uint8Array(count),
  };
}

/** Everybody offers something: who would offer nothing offers what most people do. */
function offersOf(chance: Chance, who: number): number {
  let offers = 0;
  categories.forEach((category, index) => {
    const offered = chance.uniform(streams.offers, who, index) < kindsOfHelp[category].offered;
    if (offered) offers |= 1 << index;
  });
  return offers === 0 ? 1 << categories.indexOf('groceries') : offers;
}

function sharesOf(from: readonly { readonly share: number }[]): readonly number[] {
  return from.map(({ share }) => share);
}
