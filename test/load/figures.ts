/** Times in milliseconds of one kind of thing. */
export interface Figures {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Value below which this share of the samples lies. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function figuresOf(samples: readonly number[]): Figures {
  const at = (share: number): number => rounded(quantile(samples, share));
  return { count: samples.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A series of single actions, each timed by itself. */
export type Series = () => Promise<unknown>;

/**
 * Plays several series in turns (A B A B), so that whatever else the machine does hits all of them, and
 * gives all their times. The first turn warms up and does not count.
 */
export async function inTurns<Name extends string>(
  series: Readonly<Record<Name, Series>>,
  turns: number,
  perTurn: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(series) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of names) {
      for (let count = 0; count < perTurn; count += 1) {
        const start = performance.now();
        await series[name]();
        if (turn > 0) times[name].push(performance.now() - start);
      }
    }
  }
  return times;
}
