/** Of fewer people than this nobody is held out: the two parts would tell nothing. */
export const SMALLEST_MEASURED = 20;
const smallestPart = 10;

/** How many of so many people get no letter, so that its effect can be seen: a third, and never fewer than 10. */
export function heldOutOf(people: number): number {
  return people < SMALLEST_MEASURED ? 0 : Math.max(smallestPart, Math.round(people / 3));
}

export interface Assignment {
  /** In the order in which they are written to, which is by chance too. */
  readonly invited: readonly string[];
  readonly heldOut: readonly string[];
}

/**
 * Draws who is held out. The same people and the same seed give the same draw, in whatever order they come, so that anybody
 * can check afterwards that nobody chose.
 * @param seed a whole number from 0 up to 2^32
 */
export function assign(personIds: readonly string[], seed: number): Assignment {
  const order = personIds.toSorted();
  const next = wordsFrom(seed);
  // Fisher and Yates.
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor((next() / 2 ** 32) * (last + 1));
    const [a, b] = [order[last] ?? '', order[other] ?? ''];
    order[last] = b;
    order[other] = a;
  }
  const heldOut = heldOutOf(order.length);
  return { invited: order.slice(heldOut), heldOut: order.slice(0, heldOut) };
}

/** Words of 32 bits from a seed (SplitMix32 of Guy Steele and others, with the constants of MurmurHash3). */
function wordsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
}
