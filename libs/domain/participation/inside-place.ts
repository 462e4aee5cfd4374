import { measures, stages, type Figure, type Measure } from './figure.js';
import { allRow, elsewhereRow } from './published-tables.js';
import { quartersBetween, type Quarter } from './quarter.js';

/** A count of one quarter, or (steps of the funnel alone) of that and all before it. */
export type Kind = 'cell' | 'total';

/** One column of one quarter, over all rows; `bucket` is empty for all parts together. */
export interface InsideColumn {
  readonly kind: Kind;
  readonly quarter: Quarter;
  readonly measure: Measure;
  readonly bucket: string;
}

/** Where one count stands. */
export interface Place extends InsideColumn {
  readonly row: string;
}

export function nameOf({ kind, quarter, measure, bucket, row }: Readonly<Record<keyof Place, string>>): string {
  return [kind, quarter, measure, bucket, row].join('|');
}

export type Buckets = ReadonlyMap<Measure, readonly string[]>;

/** The parts of each measure that there are; of kinds of help only those that were asked for. */
export function bucketsOf(figures: readonly Figure[]): Buckets {
  const known = new Map<Measure, Set<string>>();
  for (const measure of Object.keys(measures) as Measure[]) {
    const parts: readonly string[] | 'open' = measures[measure];
    known.set(measure, new Set(parts === 'open' ? [] : parts));
  }
  for (const { measure, bucket } of figures) if (bucket !== '') known.get(measure)?.add(bucket);
  return new Map([...known].map(([measure, parts]) => [measure, [...parts]]));
}

/** From the first quarter with a figure up to and including the last, also those without any. */
export function quartersOf(figures: readonly Figure[]): readonly Quarter[] {
  const sorted = figures.map(({ quarter }) => quarter).toSorted();
  return sorted.slice(0, 1).flatMap((first) => quartersBetween(first, sorted.at(-1) ?? first));
}

export function rowsOf(districts: readonly string[]): readonly string[] {
  return [...districts, elsewhereRow, allRow];
}

export function columnsOf(quarters: readonly Quarter[], buckets: Buckets): readonly InsideColumn[] {
  return quarters.flatMap((quarter) =>
    [...buckets].flatMap(([measure, parts]) =>
      kindsOf(measure).flatMap((kind) => ['', ...parts].map((bucket) => ({ kind, quarter, measure, bucket }))),
    ),
  );
}

export function kindsOf(measure: Measure): readonly Kind[] {
  return (stages as readonly string[]).includes(measure) ? ['cell', 'total'] : ['cell'];
}
