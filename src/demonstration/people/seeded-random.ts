/** Chance that is the same at every start, so that everyone sees the same town. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` up to and including `until`. */
  between(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0];
  }

  shuffle<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, order: this.next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ thing }) => thing);
  }

  /** A list in which each value comes as often as its share of `total` says, in a random order. */
  quota<T>(total: number, shares: readonly (readonly [T, number])[], divide: Divide): T[] {
    const counts = divide(
      total,
      shares.map(([, share]) => share),
    );
    return this.shuffle(shares.flatMap(([value], index) => Array.from({ length: counts[index] ?? 0 }, () => value)));
  }
}

type Divide = (total: number, weights: readonly number[]) => readonly number[];
