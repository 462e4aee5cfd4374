import { knownRange, rounded, type PublishedValue } from './rules.js';

export type Counts = Readonly<Record<string, number>>;
export type Values = Readonly<Record<string, PublishedValue>>;

/** Every table of three parts and their total that anybody could take for the real one, one by one: no solver, no cleverness. */
function* possible(values: Values): Generator<Counts> {
  const fits = (name: string, count: number): boolean => {
    const value = values[name] ?? null;
    return value === null || (count >= 10 && rounded(count) === value);
  };
  const range = (name: string) => {
    const { from, until } = knownRange(values[name] ?? null);
    return Array.from({ length: Math.min(until, 40) - from + 1 }, (_unused, more) => from + more).filter((count) =>
      fits(name, count),
    );
  };
  for (const a of range('a'))
    for (const b of range('b'))
      for (const c of range('c')) if (fits('all', a + b + c)) yield { a, b, c, all: a + b + c };
}

/** Between which counts each lies in all of those. */
export function rangesByHand(values: Values): Map<string, { from: number; until: number }> {
  const ranges = new Map<string, { from: number; until: number }>();
  for (const table of possible(values)) {
    for (const [name, count] of Object.entries(table)) {
      const { from, until } = ranges.get(name) ?? { from: count, until: count };
      ranges.set(name, { from: Math.min(from, count), until: Math.max(until, count) });
    }
  }
  return ranges;
}
