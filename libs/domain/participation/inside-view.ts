import { hideBeside, threshold, type PublishedValue, type Relation, type TableSystem } from '../statistics/index.js';
import { measures, stages, type Figure, type Measure } from './figure.js';
import { peopleBehind } from './published-tables.js';
import { quarterLater, quartersBetween, type Quarter } from './quarter.js';
import type { ShownCount } from './shown-figures.js';

/** Figures as somebody sees them who follows the whole municipality. */
export interface InsideView {
  readonly cells: readonly ShownCount[];
  /** Steps of the funnel up to and including the quarter, since the beginning. */
  readonly totals: readonly ShownCount[];
}

const all = 'all';
const elsewhere = 'elsewhere';
type Kind = 'cell' | 'total';

interface Place {
  readonly kind: Kind;
  readonly quarter: Quarter;
  readonly measure: Measure;
  readonly bucket: string;
  readonly row: string;
}

const nameOf = ({ kind, quarter, measure, bucket, row }: Place): string =>
  [kind, quarter, measure, bucket, row].join('|');
const isStage = (measure: Measure): boolean => (stages as readonly string[]).includes(measure);

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
  const values = hideBeside(system, before ? leftOutBefore(system, before) : new Set());
  const shown = (kind: Kind): ShownCount[] =>
    [...values].flatMap(([name, value]) => (value === null ? [] : shownAs(kind, name, value)));
  return { cells: shown('cell'), totals: shown('total') };
}

function shownAs(wanted: Kind, name: string, amount: NonNullable<PublishedValue>): ShownCount[] {
  const [kind, quarter = '', measure = '', bucket = '', row = ''] = name.split('|');
  if (kind !== wanted || row === elsewhere) return [];
  return [{ quarter, measure, bucket, districtCode: row === all ? null : row, amount }];
}

/** All figures as one system of tables, with everything that anybody can reckon with. */
export function insideSystem(figures: readonly Figure[], districts: readonly string[]): TableSystem {
  const sorted = figures.map(({ quarter }) => quarter).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const quarters = first && last ? quartersBetween(first, last) : [];
  const rows = [...districts, elsewhere, all];
  const counts = new Map<string, number>();
  const buckets = bucketsOf(figures);
  const add = (place: Place, amount: number): void => {
    const name = nameOf(place);
    counts.set(name, (counts.get(name) ?? 0) + amount);
  };
  for (const { kind, quarter, measure, bucket } of everyPlace(quarters, buckets))
    for (const row of rows) add({ kind, quarter, measure, bucket, row }, 0);
  for (const { quarter, districtCode, measure, bucket, amount } of figures) {
    const row = districts.includes(districtCode) ? districtCode : elsewhere;
    for (const part of new Set([bucket, '']))
      for (const place of [row, all]) {
        add({ kind: 'cell', quarter, measure, bucket: part, row: place }, amount);
        if (isStage(measure) && last)
          for (const later of quartersBetween(quarter, last))
            add({ kind: 'total', quarter: later, measure, bucket: part, row: place }, amount);
      }
  }
  const relations = relationsOf(quarters, buckets, districts).filter(({ whole, parts }) =>
    [whole, ...parts].every((name) => counts.has(name)),
  );
  return { counts, relations, sensitive: ofFew(counts) };
}

type Buckets = ReadonlyMap<Measure, readonly string[]>;

/** The parts of each measure that there are; of kinds of help only those that were asked for. */
function bucketsOf(figures: readonly Figure[]): Buckets {
  const known = new Map<Measure, Set<string>>();
  for (const measure of Object.keys(measures) as Measure[]) {
    const parts: readonly string[] | 'open' = measures[measure];
    known.set(measure, new Set(parts === 'open' ? [] : parts));
  }
  for (const { measure, bucket } of figures) if (bucket !== '') known.get(measure)?.add(bucket);
  return new Map([...known].map(([measure, parts]) => [measure, [...parts]]));
}

function everyPlace(quarters: readonly Quarter[], buckets: Buckets): readonly Omit<Place, 'row'>[] {
  return quarters.flatMap((quarter) =>
    [...buckets].flatMap(([measure, parts]) =>
      (isStage(measure) ? (['cell', 'total'] as const) : (['cell'] as const)).flatMap((kind) =>
        ['', ...parts].map((bucket) => ({ kind, quarter, measure, bucket })),
      ),
    ),
  );
}

function relationsOf(quarters: readonly Quarter[], buckets: Buckets, districts: readonly string[]): Relation[] {
  const rows = [...districts, elsewhere, all];
  const places = everyPlace(quarters, buckets);
  const overRows = places.map((place): Relation => ({
    kind: 'sum',
    whole: nameOf({ ...place, row: all }),
    parts: [...districts, elsewhere].map((row) => nameOf({ ...place, row })),
  }));
  const overParts = places.flatMap((place) => {
    const parts = buckets.get(place.measure) ?? [];
    if (place.bucket !== '' || parts.length === 0) return [];
    return rows.map((row): Relation => ({
      kind: 'sum',
      whole: nameOf({ ...place, row }),
      parts: parts.map((bucket) => nameOf({ ...place, bucket, row })),
    }));
  });
  const overTime = places.flatMap((place) =>
    place.kind === 'cell'
      ? []
      : rows.map((row): Relation => {
          const own = { ...place, row };
          const earlier = nameOf({ ...own, quarter: quarterLater(place.quarter, -1) });
          const inQuarter = nameOf({ ...own, kind: 'cell' });
          const parts = place.quarter === quarters[0] ? [inQuarter] : [earlier, inQuarter];
          return { kind: 'sum', whole: nameOf(own), parts };
        }),
  );
  return [...overRows, ...overParts, ...overTime, ...quarters.flatMap((quarter) => betweenMeasures(quarter, rows))];
}

type Column = readonly [measure: Measure, bucket?: string];

/** Counts that are the same in two figures, or never more than another. */
const sames: readonly (readonly [Column, ...Column[]])[] = [
  [['requests'], ['requests-by-urgency']],
  [['requests'], ['requests-by-category']],
  [['helps'], ['helps-by-load']],
  [['requests', 'expired-unfilled'], ['unfilled']],
  [['desk-questions'], ['desk-themes'], ['desk-questions', 'open'], ['desk-questions', 'withdrawn']],
  [['strain-signals', 'followed'], ['strain-themes']],
  [
    ['helps-by-load', '1'],
    ['helpers', '1'],
  ],
  [
    ['helps-by-load', '2'],
    ['helpers', '2'],
    ['helpers', '2'],
  ],
];
const atMosts: readonly (readonly [Column, Column])[] = [
  [['requests'], ['time-to-yes']],
  [['helps'], ['helpers']],
  [['asks'], ['people-asked']],
  [['circle-turns'], ['circles']],
  ...measures['gathering-visits'].map((kind): readonly [Column, Column] => [
    ['gathering-visits', kind],
    ['gathering-peaks', kind],
  ]),
  [['desk-questions'], ['desk-handovers']],
  [
    ['desk-questions', 'open'],
    ['strain-signals', 'waiting'],
  ],
  [
    ['desk-questions', 'withdrawn'],
    ['strain-signals', 'withdrawn'],
  ],
  ...measures['strain-themes'].map((theme): readonly [Column, Column] => [
    ['desk-themes', theme],
    ['strain-themes', theme],
  ]),
];

function betweenMeasures(quarter: Quarter, rows: readonly string[]): Relation[] {
  return rows.flatMap((row) => {
    const at = ([measure, bucket = '']: Column): string => nameOf({ kind: 'cell', quarter, measure, bucket, row });
    return [
      ...sames.map(([whole, ...parts]): Relation => ({ kind: 'sum', whole: at(whole), parts: parts.map(at) })),
      ...atMosts.map(([whole, part]): Relation => ({ kind: 'at-most', whole: at(whole), parts: [at(part)] })),
    ];
  });
}

/** Counts of times behind which stand fewer than ten people. */
function ofFew(counts: TableSystem['counts']): ReadonlySet<string> {
  return new Set(
    [...counts.keys()].filter((name) => {
      const [kind, quarter, measure, bucket = '', row = ''] = name.split('|');
      const behind = peopleBehind({ measure: measure as Measure, part: bucket });
      if (!behind) return false;
      const people = nameOf({
        kind: kind as Kind,
        quarter: quarter as Quarter,
        measure: behind.measure,
        bucket: behind.part,
        row,
      });
      return (counts.get(people) ?? 0) < threshold;
    }),
  );
}

function leftOutBefore(
  { counts }: TableSystem,
  { quarter: then, view }: { readonly quarter: Quarter; readonly view: InsideView },
): ReadonlySet<string> {
  const seen = new Set(
    (['cells', 'totals'] as const).flatMap((list) =>
      view[list].map(({ quarter, measure, bucket, districtCode }) =>
        [list === 'cells' ? 'cell' : 'total', quarter, measure, bucket, districtCode ?? all].join('|'),
      ),
    ),
  );
  return new Set([...counts.keys()].filter((name) => (name.split('|')[1] ?? '') < then && !seen.has(name)));
}
