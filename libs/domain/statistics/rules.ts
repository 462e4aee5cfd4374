/** A count below this is not published. */
export const threshold = 10;

/** What is published is a multiple of this. */
const roundedTo = 5;

/** A small count that is held back must be unknown by at least this much on both sides. */
export const protection = 5;

/** A published value, or null for a count that is held back. */
export type PublishedValue = number | null;

export function rounded(count: number): number {
  return Math.round(count / roundedTo) * roundedTo;
}

/**
 * What anybody who knows the rules can conclude from one published value alone: it is one of the counts it is rounded
 * from, and no count below `fewest` is published.
 */
export function knownRange(
  value: PublishedValue,
  fewest: number = threshold,
): { readonly from: number; readonly until: number } {
  if (value === null) return { from: 0, until: Infinity };
  const half = Math.floor(roundedTo / 2);
  return { from: Math.max(fewest, value - half), until: value + half };
}
