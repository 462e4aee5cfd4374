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
