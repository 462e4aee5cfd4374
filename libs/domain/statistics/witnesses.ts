/**
 * Tables that could be the real ones, seen along the way: whatever value a count has in one of them, it could have. That
 * spares most of the solving.
 */
export class Witnesses {
  private readonly seen: Map<string, { lowest: number; highest: number }>;

  constructor(names: readonly string[]) {
    this.seen = new Map(names.map((name) => [name, { lowest: Infinity, highest: -Infinity }]));
  }

  add(valueOf: (name: string) => number): void {
    for (const [name, range] of this.seen) {
      const value = valueOf(name);
      range.lowest = Math.min(range.lowest, value);
      range.highest = Math.max(range.highest, value);
    }
  }

  lowest(name: string): number {
    return this.seen.get(name)?.lowest ?? Infinity;
  }

  highest(name: string): number {
    return this.seen.get(name)?.highest ?? -Infinity;
  }
}
