/** One text of a catalogue, and where it stands. */
export interface Found {
  readonly where: string;
  readonly text: string;
}

/** Every text of a catalogue; texts with a blank are filled with one word or a number. */
export function textsOf(value: unknown, where: string): Found[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value === 'function') {
    const fill = value as (...blanks: unknown[]) => unknown;
    const numbers = textsOf(fill(2, 2, 2, 2), where);
    return [...numbers, ...textsOf(fill('Marja', 'Marja', 'Marja', 'Marja'), where)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${where}.${key}`));
}
