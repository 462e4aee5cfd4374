import { nameOf, type Kind } from './inside-place.js';
import { seenIn, type InsideView } from './inside-view.js';
import { allRow, countName, publishedPlaces, sinceStart, totalName, type PublishedColumn } from './published-tables.js';
import type { Quarter } from './quarter.js';

/**
 * The counts of a quarter, by the names they are published under, that are not seen inside. If they were published, who has
 * both before them could reckon with more than either was made for.
 */
export function unseenInside(view: InsideView, quarter: Quarter, districts: readonly string[]): ReadonlySet<string> {
  const names = seenIn(view);
  const at = (kind: Kind, { measure, part }: PublishedColumn, row: string): boolean =>
    names.has(nameOf({ kind, quarter, measure, bucket: part, row }));
  const cells = publishedPlaces(districts)
    .filter(({ column, row }) => !at('cell', column, row))
    .map(({ column, row }) => countName(quarter, column, row));
  const totals = sinceStart
    .filter((column) => !at('total', column, allRow))
    .map((column) => totalName(quarter, column));
  return new Set([...cells, ...totals]);
}
