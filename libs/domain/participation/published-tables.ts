import type { Relation, TableSystem } from '../statistics/index.js';
import type { Figure, Measure } from './figure.js';
import { helpRelation, loadRelations } from './loads.js';
import { quarterLater, type Quarter } from './quarter.js';

/** The row of all districts together, and of what has no district. */
export const allRow = 'all';
export const elsewhereRow = 'elsewhere';

/** A column counts one part of a measure, or (`part` empty) all of it. */
export interface PublishedColumn {
  readonly measure: Measure;
  readonly part: string;
}

const column = (measure: Measure, part = ''): PublishedColumn => ({ measure, part });
const parts = (measure: Measure, of: readonly string[]): PublishedColumn[] => [
  ...of.map((part) => column(measure, part)),
  column(measure),
];

/** The fixed tables: a row for each district and for all together, each quarter the same. */
export const publishedTables = {
  funnel: [
    column('reached'),
    ...parts('willing', ['already', 'not-yet']),
    column('asked'),
    ...parts('first-help', ['already', 'not-yet', 'unknown']),
    column('regular'),
    column('resting'),
    column('left'),
  ],
  requests: parts('requests', ['running', 'helped', 'not-helped', 'cancelled', 'expired-unfilled', 'expired-untold']),
  urgency: [column('requests-by-urgency', 'acute'), column('requests-by-urgency', 'planned')],
  'time-to-yes': parts('time-to-yes', ['15-minutes', '1-hour', '4-hours', '1-day', '3-days', 'longer']),
  helpers: parts('helpers', ['1', '2', '3-4', '5-9', '10-up']),
  volumes: [column('helps'), column('asks')],
} as const satisfies Record<string, readonly PublishedColumn[]>;

/** Themes of the conference of carers, for questions and signals alike. */
const themes = ['finding-the-way', 'how-it-feels', 'neighbours', 'professional-help', 'technology', 'other'] as const;

const gatheringKinds = ['coffee', 'caregiver-cafe', 'young-adults', 'meal', 'walk', 'other'] as const;

/** The fixed tables that are of the whole municipality alone: by district nearly all of it would be too few. */
export const wholeTables = {
  load: parts('helps-by-load', ['1', '2', '3-4', '5-9', '10-up', 'unknown']).slice(0, -1),
  unfilled: parts('unfilled', ['nobody-asked', 'all-declined', 'no-answer', 'fell-through']).slice(0, -1),
  circles: [column('circles'), ...parts('circle-turns', ['member', 'board', 'nobody'])],
  gatherings: parts('gatherings', ['held', 'cancelled', 'not-held', 'untold']),
  visits: parts('gathering-visits', gatheringKinds),
  desk: parts('desk-questions', ['1-day', '2-days', '1-week', 'longer', 'open', 'withdrawn']),
  themes: parts('desk-themes', themes),
  handovers: parts('desk-handovers', ['association', 'desk', 'desk-late', 'welfare']),
  signals: parts('strain-signals', ['followed', 'waiting', 'withdrawn']),
  'signal-themes': parts('strain-themes', themes),
} as const satisfies Record<string, readonly PublishedColumn[]>;
export type PublishedTableCode = keyof typeof publishedTables | keyof typeof wholeTables;

/** Counted since the beginning, for all districts together. */
export const sinceStart = [
  column('willing'),
  column('asked'),
  column('first-help'),
  column('first-help', 'not-yet'),
  column('regular'),
];

/** The name of one published count: of a quarter, a column and a row. */
export function countName(quarter: Quarter, { measure, part }: PublishedColumn, row: string): string {
  return [quarter, measure, part, row].join('/');
}

/** The name of a count since the beginning. */
export function totalName(quarter: Quarter, { measure, part }: PublishedColumn): string {
  return [quarter, measure, part, 'since-start'].join('/');
}

const columns: readonly PublishedColumn[] = Object.values(publishedTables).flat();
const wholeColumns: readonly PublishedColumn[] = Object.values(wholeTables).flat();

/** Where the counts of one quarter stand, those since the beginning left aside. */
export function publishedPlaces(
  districts: readonly string[],
): readonly { readonly column: PublishedColumn; readonly row: string }[] {
  const rows = [...districts, elsewhereRow, allRow];
  return [
    ...columns.flatMap((one) => rows.map((row) => ({ column: one, row }))),
    ...wholeColumns.map((one) => ({ column: one, row: allRow })),
  ];
}

/**
 * Everything that is published of a quarter.
 * @param figures of all quarters up to and including this one
 * @param districts codes of the rows
 */
export function publishedCounts(
  quarter: Quarter,
  figures: readonly Figure[],
  districts: readonly string[],
): TableSystem['counts'] {
  const counts = new Map<string, number>();
  for (const { column: one, row } of publishedPlaces(districts)) counts.set(countName(quarter, one, row), 0);
  for (const one of sinceStart) counts.set(totalName(quarter, one), 0);
  const add = (name: string, amount: number): void => {
    const known = counts.get(name);
    if (known !== undefined) counts.set(name, known + amount);
  };
  for (const { quarter: when, districtCode, measure, bucket, amount } of figures) {
    const row = districts.includes(districtCode) ? districtCode : elsewhereRow;
    for (const part of new Set([bucket, ''])) {
      if (when <= quarter) add(totalName(quarter, { measure, part }), amount);
      if (when !== quarter) continue;
      add(countName(quarter, { measure, part }, row), amount);
      add(countName(quarter, { measure, part }, allRow), amount);
    }
  }
  return counts;
}

/** How the published counts of a quarter hang together, with those of the quarter before where they do. */
export function publishedRelations(quarter: Quarter, districts: readonly string[]): readonly Relation[] {
  const rows = [...districts, elsewhereRow, allRow];
  const name = (measure: Measure, part: string, row: string): string => countName(quarter, { measure, part }, row);
  const overRows = columns.map((one): Relation => ({
    kind: 'sum',
    whole: countName(quarter, one, allRow),
    parts: [...districts, elsewhereRow].map((row) => countName(quarter, one, row)),
  }));
  const overParts = rows.flatMap((row) =>
    (['willing', 'first-help', 'requests', 'time-to-yes', 'helpers'] as const).map((measure): Relation => ({
      kind: 'sum',
      whole: name(measure, '', row),
      parts: columns
        .filter((one) => one.measure === measure && one.part !== '')
        .map(({ part }) => name(measure, part, row)),
    })),
  );
  const byUrgency = rows.map((row): Relation => ({
    kind: 'sum',
    whole: name('requests', '', row),
    parts: ['acute', 'planned'].map((part) => name('requests-by-urgency', part, row)),
  }));
  const answered = rows.map((row): Relation => ({
    kind: 'at-most',
    whole: name('requests', '', row),
    parts: [name('time-to-yes', '', row)],
  }));
  // Of a district the helps are told without the parts of their helpers, and the helpers by part beside them.
  const behindHelps = rows.map((row) => helpRelation((measure, part = '') => name(measure, part, row)));
  const newcomers: Relation = {
    kind: 'at-most',
    whole: name('helpers', '', allRow),
    parts: [name('first-help', '', allRow)],
  };
  const sinceBefore = sinceStart.map((one): Relation => ({
    kind: 'sum',
    whole: totalName(quarter, one),
    parts: [totalName(quarterLater(quarter, -1), one), countName(quarter, one, allRow)],
  }));
  return [
    ...overRows,
    ...overParts,
    ...byUrgency,
    ...answered,
    ...behindHelps,
    newcomers,
    ...sinceBefore,
    ...ofWhole(quarter),
  ];
}

/** How the tables of the whole municipality hang together. */
function ofWhole(quarter: Quarter): readonly Relation[] {
  const name = (measure: Measure, part = ''): string => countName(quarter, { measure, part }, allRow);
  const sum = (whole: string, of: readonly PublishedColumn[]): Relation => ({
    kind: 'sum',
    whole,
    parts: of.filter(({ part }) => part !== '').map(({ measure, part }) => name(measure, part)),
  });
  const atMost = (whole: string, part: string): Relation => ({ kind: 'at-most', whole, parts: [part] });
  return [
    sum(name('helps'), wholeTables.load),
    sum(name('requests', 'expired-unfilled'), wholeTables.unfilled),
    sum(name('circle-turns'), wholeTables.circles),
    sum(name('gatherings'), wholeTables.gatherings),
    sum(name('gathering-visits'), wholeTables.visits),
    sum(name('desk-questions'), wholeTables.desk),
    sum(name('desk-themes'), wholeTables.themes),
    sum(name('desk-handovers'), wholeTables.handovers),
    // Who has an answer has a theme: the rest waits, or needs none any more.
    {
      kind: 'sum',
      whole: name('desk-questions'),
      parts: [name('desk-themes'), name('desk-questions', 'open'), name('desk-questions', 'withdrawn')],
    },
    sum(name('strain-signals'), wholeTables.signals),
    sum(name('strain-themes'), wholeTables['signal-themes']),
    // A signal is given with a question, and has a theme once somebody called.
    { kind: 'sum', whole: name('strain-signals', 'followed'), parts: [name('strain-themes')] },
    atMost(name('desk-questions', 'open'), name('strain-signals', 'waiting')),
    atMost(name('desk-questions', 'withdrawn'), name('strain-signals', 'withdrawn')),
    ...themes.map((theme) => atMost(name('desk-themes', theme), name('strain-themes', theme))),
    atMost(name('circle-turns'), name('circles')),
    atMost(name('desk-questions'), name('desk-handovers')),
    ...loadRelations(name),
  ];
}
