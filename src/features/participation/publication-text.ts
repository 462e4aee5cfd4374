import type { PublishedTable } from '@app/contracts/http/publications.js';

/** Stands where a count is held back. */
export const heldBackMark = '–';

const quarterNames = ['eerste', 'tweede', 'derde', 'vierde'] as const;

/** For example "derde kwartaal 2026". */
export function quarterText(quarter: string): string {
  return `${quarterNames[Number(quarter.slice(6)) - 1] ?? ''} kwartaal ${quarter.slice(0, 4)}`;
}

/** @param moment ISO 8601 */
export function dayText(moment: string): string {
  return new Date(moment).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'long' });
}

/** A row of numbers as it is printed. */
export interface ToldLine {
  readonly name: string;
  /** One for each row of the table. */
  readonly values: readonly (number | null)[];
}

/** A table as it is read: a line for each column of which something is shown, and in words which are not. */
export function toldOf({ columns, rows }: Pick<PublishedTable, 'columns' | 'rows'>): {
  readonly lines: readonly ToldLine[];
  readonly notShown: string | null;
} {
  const all = columns.map(({ name }, index) => ({ name, values: rows.map(({ values }) => values[index] ?? null) }));
  const lines = all.filter(({ values }) => values.some((value) => value !== null));
  const hidden = all.filter((line) => !lines.includes(line)).map(({ name }) => name);
  if (hidden.length === 0) return { lines, notShown: null };
  const notShown =
    lines.length === 0 ? 'Van deze tabel kunnen wij niets tonen.' : `Nergens getoond: ${hidden.join('; ')}.`;
  return { lines, notShown };
}
