import { hideBeside, threshold, type PublishedValue, type ShownBefore, type TableSystem } from '../statistics/index.js';
import type { Figure } from './figure.js';
import { bucketsOf, columnsOf, kindsOf, nameOf, quartersOf, rowsOf, type Kind, type Place } from './inside-place.js';
import { insideRelations } from './inside-relations.js';
import { fewestBehind } from './people-behind.js';
import { allRow, elsewhereRow } from './published-tables.js';
import type { Quarter } from './quarter.js';
import type { ShownCount } from './shown-figures.js';

/** Figures as somebody sees them who follows the whole municipality. */
export interface InsideView {
  readonly cells: readonly ShownCount[];
  /** Steps of the funnel up to and including the quarter, since the beginning. */
  readonly totals: readonly ShownCount[];
}

/**
 * What may be seen inside of all figures there are: rounded, no number below ten, none with which one could be reckoned.
 * One table for everybody and every question, so that no two answers together tell more than one.
 *
 * @param before what was seen last, in that quarter: of quarters that were over then nothing comes to light any more
 */
export function insideView(
  figures: readonly Figure[],
  districts: readonly string[],
  before?: { readonly quarter: Quarter; readonly view: InsideView },
): InsideView {
  const system = insideSystem(figures, districts);
  const values = hideBeside(system, before && shownBefore(system, before));
  const shown = (kind: Kind): ShownCount[] =>
    system.places
      .filter((place) => place.kind === kind && place.row !== elsewhereRow)
      .flatMap((place) => shownAt(place, values.get(nameOf(place)) ?? null));
  return { cells: shown('cell'), totals: shown('total') };
}

function shownAt({ quarter, measure, bucket, row }: Place, amount: PublishedValue): ShownCount[] {
  return amount === null ? [] : [{ quarter, measure, bucket, districtCode: row === allRow ? null : row, amount }];
}

/** The figures as one system of tables, and where each of its counts stands. */
interface InsideSystem extends TableSystem {
  readonly places: readonly Place[];
}

/** All figures as one system of tables, with everything that anybody can reckon with. */
export function insideSystem(figures: readonly Figure[], districts: readonly string[]): InsideSystem {
  const [quarters, buckets, rows] = [quartersOf(figures), bucketsOf(figures), rowsOf(districts)];
  const places = columnsOf(quarters, buckets).flatMap((column) => rows.map((row) => ({ ...column, row })));
  const counts = new Map(places.map((place) => [nameOf(place), 0]));
  const add = (place: Place, amount: number): void => {
    const name = nameOf(place);
    counts.set(name, (counts.get(name) ?? 0) + amount);
  };
  for (const { quarter, districtCode, measure, bucket, amount } of figures) {
    const own = districts.includes(districtCode) ? districtCode : elsewhereRow;
    for (const part of new Set([bucket, '']))
      for (const row of [own, allRow])
        for (const kind of kindsOf(measure))
          for (const counted of kind === 'cell' ? [quarter] : quarters.filter((one) => one >= quarter))
            add({ kind, quarter: counted, measure, bucket: part, row }, amount);
  }
  return { places, counts, relations: insideRelations(quarters, buckets, districts), sensitive: ofFew(places, counts) };
}

/** Counts of times behind which stand fewer than ten people. */
function ofFew(places: readonly Place[], counts: TableSystem['counts']): ReadonlySet<string> {
  const few = places.filter((place) => {
    const behind = fewestBehind({ measure: place.measure, part: place.bucket }, ({ measure, part }) => {
      return counts.get(nameOf({ ...place, measure, bucket: part })) ?? 0;
    });
    return behind !== undefined && behind < threshold;
  });
  return new Set(few.map(nameOf));
}

/** What was seen of quarters that were over, and what not. */
function shownBefore(
  { places }: InsideSystem,
  { quarter: then, view }: { readonly quarter: Quarter; readonly view: InsideView },
): ShownBefore {
  const names = seenIn(view);
  const over = places.filter(({ quarter }) => quarter < then).map(nameOf);
  return {
    seen: new Set(over.filter((name) => names.has(name))),
    leftOut: new Set(over.filter((name) => !names.has(name))),
  };
}

/** Names of the places of which something is seen. */
export function seenIn({ cells, totals }: InsideView): ReadonlySet<string> {
  const named = (kind: Kind, list: readonly ShownCount[]): string[] =>
    list.map((one) => nameOf({ ...one, kind, row: one.districtCode ?? allRow }));
  return new Set([...named('cell', cells), ...named('total', totals)]);
}
