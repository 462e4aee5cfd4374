import { threshold } from '../statistics/index.js';
import { measures, type Figure } from './figure.js';
import { allRow, countName, elsewhereRow, publishedPlaces, type PublishedColumn } from './published-tables.js';
import type { Quarter } from './quarter.js';

/** How many people at least stand behind a count of times, undefined for a count of something else. */
export function fewestBehind(
  column: PublishedColumn,
  amountOf: (people: PublishedColumn) => number,
): number | undefined {
  // Who comes to coffee and to walk is counted in the peaks of both: together they tell of no more people than the highest.
  if (column.measure === 'gathering-visits' && column.part === '')
    return Math.max(...measures['gathering-peaks'].map((part) => amountOf({ measure: 'gathering-peaks', part })));
  const behind = peopleBehind(column);
  return behind && amountOf(behind);
}

/** Who stands behind a count of times: of ten helps by one person nothing may be told. */
function peopleBehind({ measure, part }: PublishedColumn): PublishedColumn | undefined {
  switch (measure) {
    case 'helps':
    case 'helps-by-load':
      return { measure: 'helpers', part };
    case 'asks-of-helped':
      return { measure: 'requests', part: 'helped' };
    case 'asks':
      return { measure: 'people-asked', part: '' };
    case 'circle-turns':
      return { measure: 'circles', part: '' };
    // Whoever came is not known; at least as many people as on the busiest dates came.
    case 'gathering-visits':
      return { measure: 'gathering-peaks', part };
    default:
      return undefined;
  }
}

/**
 * Counts of times behind which stand fewer than ten people, however many times it were; told by the quarters that are or
 * were published.
 */
export function countsOfFew(
  quarters: readonly Quarter[],
  figures: readonly Figure[],
  districts: readonly string[],
): ReadonlySet<string> {
  const people = new Map<string, number>();
  for (const { quarter, districtCode, measure, bucket, amount } of figures) {
    const row = districts.includes(districtCode) ? districtCode : elsewhereRow;
    for (const part of new Set([bucket, '']))
      for (const place of [row, allRow]) {
        const name = countName(quarter, { measure, part }, place);
        people.set(name, (people.get(name) ?? 0) + amount);
      }
  }
  const few = new Set<string>();
  const look = (quarter: Quarter, one: PublishedColumn, row: string): void => {
    const behind = fewestBehind(one, (column) => people.get(countName(quarter, column, row)) ?? 0);
    if (behind !== undefined && behind < threshold) few.add(countName(quarter, one, row));
  };
  const places = publishedPlaces(districts);
  for (const quarter of quarters) for (const { column: one, row } of places) look(quarter, one, row);
  return few;
}
