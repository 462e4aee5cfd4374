import type { Relation } from '../statistics/index.js';
import { measures, type Measure } from './figure.js';
import { columnsOf, nameOf, rowsOf, type Buckets } from './inside-place.js';
import { askRelation, helpRelation, loadRelations } from './loads.js';
import { allRow, elsewhereRow } from './published-tables.js';
import { quarterLater, type Quarter } from './quarter.js';

/** How the figures seen inside hang together: everything that anybody can reckon with. */
export function insideRelations(
  quarters: readonly Quarter[],
  buckets: Buckets,
  districts: readonly string[],
): readonly Relation[] {
  const rows = rowsOf(districts);
  const columns = columnsOf(quarters, buckets);
  const overRows = columns.map((column): Relation => ({
    kind: 'sum',
    whole: nameOf({ ...column, row: allRow }),
    parts: [...districts, elsewhereRow].map((row) => nameOf({ ...column, row })),
  }));
  const overParts = columns.flatMap((column) => {
    const parts = buckets.get(column.measure) ?? [];
    if (column.bucket !== '' || parts.length === 0) return [];
    return rows.map((row): Relation => ({
      kind: 'sum',
      whole: nameOf({ ...column, row }),
      parts: parts.map((bucket) => nameOf({ ...column, bucket, row })),
    }));
  });
  const overTime = columns
    .filter(({ kind }) => kind === 'total')
    .flatMap((column) =>
      rows.map((row): Relation => {
        const own = { ...column, row };
        const earlier = nameOf({ ...own, quarter: quarterLater(column.quarter, -1) });
        const inQuarter = nameOf({ ...own, kind: 'cell' });
        const parts = column.quarter === quarters[0] ? [inQuarter] : [earlier, inQuarter];
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
];
const atMosts: readonly (readonly [Column, Column])[] = [
  [['requests'], ['time-to-yes']],
  [['helps'], ['helpers']],
  [['asks'], ['people-asked']],
  [['people-asked'], ['asked']],
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

/** Only of all districts together: who moves within a quarter helps in more than one, and counts as a helper in the last. */
const atMostsOfAll: readonly (readonly [Column, Column])[] = [
  [['helpers'], ['first-help']],
  [['helpers'], ['regular']],
];

function betweenMeasures(quarter: Quarter, rows: readonly string[]): Relation[] {
  return rows.flatMap((row) => {
    const name = (measure: Measure, bucket = ''): string => nameOf({ kind: 'cell', quarter, measure, bucket, row });
    const at = (column: Column): string => name(...column);
    const known = row === allRow ? [...atMosts, ...atMostsOfAll] : atMosts;
    return [
      ...sames.map(([whole, ...parts]): Relation => ({ kind: 'sum', whole: at(whole), parts: parts.map(at) })),
      ...known.map(([whole, part]): Relation => ({ kind: 'at-most', whole: at(whole), parts: [at(part)] })),
      ...loadRelations(name),
      helpRelation(name),
      askRelation(name),
    ];
  });
}
