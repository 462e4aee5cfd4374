import type { Relation } from '../statistics/index.js';
import type { Measure } from './figure.js';

/** How often each of the people helped, or was asked, of whom a part tells: anybody can reckon with it. */
const loads = [
  { part: '1', fewest: 1, most: 1 },
  { part: '2', fewest: 2, most: 2 },
  { part: '3-4', fewest: 3, most: 4 },
  { part: '5-9', fewest: 5, most: 9 },
  { part: '10-up', fewest: 10, most: null },
] as const;

/** The name of a count of one quarter and row. */
type At = (measure: Measure, part?: string) => string;

/** What the helps of each part tell of its helpers, and the other way round. */
export function loadRelations(at: At): readonly Relation[] {
  return loads.flatMap(({ part, fewest, most }): Relation[] => {
    const [helps, helpers] = [at('helps-by-load', part), at('helpers', part)];
    const least: Relation = { kind: 'at-most', whole: helps, parts: Array<string>(fewest).fill(helpers) };
    return most === null ? [least] : [least, { kind: 'at-most', whole: helpers, times: most, parts: [helps] }];
  });
}

/** What all times together tell of the people behind them: each of them at least as often as the part they are in says. */
function timesRelation(at: At, times: Measure, people: Measure): Relation {
  const parts = loads.flatMap(({ part, fewest }) => Array<string>(fewest).fill(at(people, part)));
  return { kind: 'at-most', whole: at(times), parts };
}

/** What the helps tell of the helpers where helps are counted without parts. */
export function helpRelation(at: At): Relation {
  return timesRelation(at, 'helps', 'helpers');
}

/** What the asks tell of the people who were asked: they are counted without parts. */
export function askRelation(at: At): Relation {
  return timesRelation(at, 'asks', 'people-asked');
}
