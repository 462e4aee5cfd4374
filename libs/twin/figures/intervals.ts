import { mean, sampleStandardDeviation } from 'simple-statistics';

/** A mean over seeds with half the width of its 95% interval; infinite for a single seed. */
export interface Interval {
  readonly mean: number;
  readonly half: number;
}

/** Two-sided 95% points of Student's t for 1 to 30 degrees of freedom. */
const t95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Student's t, 95% two-sided; beyond the table by 1.96 + 2.4 / df, which is right to three digits there. */
function tOf(degrees: number): number {
  if (degrees < 1) return Number.POSITIVE_INFINITY;
  return t95[degrees - 1] ?? 1.96 + 2.4 / degrees;
}

/** Mean and 95% t-interval of one value a seed. */
export function intervalOf(values: readonly number[]): Interval {
  const sample = [...values];
  if (sample.length < 2) return { mean: sample[0] ?? Number.NaN, half: Number.POSITIVE_INFINITY };
  const half = (tOf(sample.length - 1) * sampleStandardDeviation(sample)) / Math.sqrt(sample.length);
  return { mean: mean(sample), half };
}

/** The interval of what `combine` makes of two policies' values, seed by seed: both met the same worlds. */
export function pairedInterval(
  a: readonly number[],
  b: readonly number[],
  combine: (a: number, b: number) => number,
): Interval {
  return intervalOf(a.map((value, seed) => combine(value, b[seed] ?? Number.NaN)));
}
