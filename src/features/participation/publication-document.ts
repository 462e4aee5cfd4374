import type { PublicationDocument, PublishedTable } from '@app/contracts/http/publications.js';
import {
  allRow,
  countName,
  elsewhereRow,
  publishedTables,
  sinceStart,
  totalName,
  wholeTables,
  type PublishedColumn,
  type PublishedTableCode,
  type Quarter,
} from '@app/domain/participation/index.js';
import type { Publishable } from '@app/domain/statistics/index.js';
import { figureDefinitions, figureSource } from './figure-definitions.js';

const titles: Readonly<Record<PublishedTableCode, string>> = {
  funnel: 'Van bereikt naar helpen',
  requests: 'Hulpvragen en hun afloop',
  urgency: 'Hulpvragen naar spoed',
  'time-to-yes': 'Tijd tot een buur ja zegt',
  helpers: 'Wie hoe vaak helpt',
  volumes: 'Hulp en vragen',
  load: 'Wie draagt hoeveel',
  unfilled: 'Waarom er geen buur kwam',
  circles: 'Zorgkringen',
  gatherings: 'Ontmoetingen',
  visits: 'Bezoeken aan ontmoetingen',
  desk: 'Vragen aan het loket',
  themes: 'Waar vragen aan het loket over gaan',
  handovers: 'Vragen die een ander kreeg',
  signals: 'Mantelzorgers die gebeld wilden worden',
  'signal-themes': 'Waar wie gebeld wilde worden mee zit',
};

/** Shown with every publication. */
const rules =
  'Aantallen onder de 10 staan er niet in. Waar dat nodig is om zo’n aantal niet te kunnen uitrekenen, ontbreken ook andere aantallen. Alle andere aantallen zijn elk apart afgerond op 5. Daardoor kan een som net iets anders zijn dan het totaal.';

/** What a publication is about, beside its counts. */
export interface PublicationFrame extends Pick<
  PublicationDocument,
  'municipality' | 'version' | 'publishedAt' | 'reason'
> {
  readonly quarter: Quarter;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

/** The publication as anybody sees it; of counts only what may be published gets in. */
export function publicationDocument(frame: PublicationFrame, { values }: Publishable): PublicationDocument {
  const { districts, ...about } = frame;
  const rows = [
    ...districts,
    { code: elsewhereRow, name: 'Zonder wijk' },
    { code: allRow, name: `Heel ${frame.municipality.name}` },
  ];
  const tableOf =
    (of: typeof rows) =>
    ([code, columns]: readonly [string, readonly PublishedColumn[]]): PublishedTable => ({
      code,
      title: titles[code as PublishedTableCode],
      ...columnsOf(columns),
      rows: of.map((row) => ({
        ...row,
        values: columns.map((column) => values.get(countName(frame.quarter, column, row.code)) ?? null),
      })),
    });
  return {
    ...about,
    source: figureSource,
    rules,
    tables: [
      ...Object.entries(publishedTables).map(tableOf(rows)),
      ...Object.entries(wholeTables).map(tableOf(rows.slice(-1))),
      totals(frame, values),
    ],
  };
}

function totals({ quarter, municipality }: PublicationFrame, values: Publishable['values']): PublishedTable {
  return {
    code: 'since-start',
    title: 'Sinds het begin',
    ...columnsOf(sinceStart),
    rows: [
      {
        code: allRow,
        name: `Heel ${municipality.name}`,
        values: sinceStart.map((column) => values.get(totalName(quarter, column)) ?? null),
      },
    ],
  };
}

function columnsOf(columns: readonly PublishedColumn[]): Pick<PublishedTable, 'columns' | 'definitions'> {
  const measures = [...new Set(columns.map(({ measure }) => measure))];
  return {
    definitions: measures.map((measure) => {
      const { name, definition } = figureDefinitions[measure];
      return { name, definition };
    }),
    columns: columns.map(({ measure, part }) => ({
      code: part === '' ? measure : `${measure}/${part}`,
      name: columnName(columns, { measure, part }),
    })),
  };
}

/** Parts beside parts of another measure need its name as well. */
function columnName(columns: readonly PublishedColumn[], { measure, part }: PublishedColumn): string {
  const { name, buckets } = figureDefinitions[measure];
  const alone = columns.every((column) => column.measure === measure);
  if (part === '') return alone ? 'Samen' : name;
  const partName = buckets[part] ?? part;
  return alone ? partName : `${name}: ${partName.charAt(0).toLowerCase()}${partName.slice(1)}`;
}
