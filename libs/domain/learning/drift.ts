/**
 * How strongly answers speak for yeses having become likelier, or less likely, than believed: two sums of log likelihood
 * ratios, each never below 0 (risk-adjusted CUSUM of Steiner and others, 2000).
 */
export interface Drift {
  readonly likelier: number;
  readonly lessLikely: number;
}

/** What drift says; nothing while chances hold. */
export type DriftVerdict = 'likelier' | 'less-likely' | null;

export const noDrift: Drift = { likelier: 0, lessLikely: 0 };

/** Odds of a yes that are this many times those believed, or as many times less, are worth knowing. */
const ODDS = 1.5;
/**
 * Simulated with chances from 5 to 25%: passed once in 130,000 answers while chances hold, after 600 answers when the odds
 * are half as high again as believed, and after 860 when they are two thirds of it.
 */
const ALARM = 8;
/** No sum grows beyond this, so that an alarm ends soon after chances hold again. */
const HIGHEST = 10;

/** Drift after one more answer, that was a yes or not, with the chance of a yes as it was believed when asking. */
export function afterAnswer(drift: Drift, believed: number, yes: boolean): Drift {
  const next = (sum: number, odds: number): number => {
    const evidence = (yes ? Math.log(odds) : 0) - Math.log1p(believed * (odds - 1));
    return Math.min(HIGHEST, Math.max(0, sum + evidence));
  };
  return { likelier: next(drift.likelier, ODDS), lessLikely: next(drift.lessLikely, 1 / ODDS) };
}

export function driftVerdict({ likelier, lessLikely }: Drift): DriftVerdict {
  if (Math.max(likelier, lessLikely) < ALARM) return null;
  return likelier >= lessLikely ? 'likelier' : 'less-likely';
}
