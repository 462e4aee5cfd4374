/** A group of asks whose chance of a yes was believed to be about the same. */
export interface ReliabilityBin {
  readonly from: number;
  readonly until: number;
  readonly asks: number;
  /** Mean chance of a yes in the time there was, as it was believed when asking. */
  readonly expected: number;
  /** Share that said yes, with the range in which the true share lies in 95 of 100 such groups; null for too few asks. */
  readonly observed: number | null;
  readonly likelyFrom: number | null;
  readonly likelyUntil: number | null;
}

/** Where the groups begin; nearly all chances are small. */
export const binsFrom = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45] as const;

/** A share of fewer asks says more about the few people than about the estimates. */
const fewestAsks = 20;
const z = 1.96;

export interface CountedAsks {
  readonly bin: number;
  readonly asks: number;
  readonly expected: number;
  readonly yeses: number;
}

/** The table of believed against seen, from counts by group. */
export function reliabilityTable(counted: readonly CountedAsks[]): ReliabilityBin[] {
  return counted
    .filter(({ asks }) => asks > 0)
    .toSorted((a, b) => a.bin - b.bin)
    .map(({ bin, asks, expected, yeses }) => {
      const group = { from: binsFrom[bin] ?? 0, until: binsFrom[bin + 1] ?? 1, asks, expected };
      if (asks < fewestAsks) return { ...group, observed: null, likelyFrom: null, likelyUntil: null };
      return { ...group, observed: yeses / asks, ...wilson(yeses, asks) };
    });
}

/** Group of a chance, counted from 0. */
export function binOf(expected: number): number {
  return binsFrom.findLastIndex((from) => expected >= from);
}

/** Interval of Wilson (1927) for a share: holds also for small shares of few. */
function wilson(yeses: number, asks: number): { readonly likelyFrom: number; readonly likelyUntil: number } {
  const share = yeses / asks;
  const centre = share + z ** 2 / (2 * asks);
  const spread = z * Math.sqrt((share * (1 - share)) / asks + z ** 2 / (4 * asks ** 2));
  const whole = 1 + z ** 2 / asks;
  return { likelyFrom: Math.max(0, (centre - spread) / whole), likelyUntil: Math.min(1, (centre + spread) / whole) };
}
