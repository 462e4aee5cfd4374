import type { Belief, PersonalEffect, ReplyDelay } from './belief.js';
import { type AskedHelp, type AskedPerson, weigh } from './features.js';

/** Logit of the chance that this person ever says yes to this request. */
export function willingness(
  person: AskedPerson & { readonly personalEffect: PersonalEffect },
  help: AskedHelp,
  belief: Belief,
): number {
  return weigh(belief.weights, person, help) + person.personalEffect.mean;
}

export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** G: the share of those who reply that has done so within `minutes`. */
export function repliedWithin(minutes: number, delay: ReplyDelay): number {
  return minutes <= 0 ? 0 : normalCdf(standardDelay(minutes, delay));
}

/** Where a delay of `minutes` lies, in standard deviations of its logarithm above the median. */
export function standardDelay(minutes: number, { logMedian, logSd }: ReplyDelay): number {
  return (Math.log(minutes) - logMedian) / logSd;
}

/** Chance of nothing heard in the time in which `replied` of those who reply have done so. */
export function silentChance(p: number, declineShare: number, replied: number): number {
  return 1 - p * replied - (1 - p) * declineShare * replied;
}

/** Chance of a yes within `horizon` minutes from somebody silent for `elapsed` minutes, who said yes with chance `p` at first. */
export function yesStillToCome(
  p: number,
  elapsed: number,
  horizon: number,
  delay: ReplyDelay,
  declineShare: number,
): number {
  const before = repliedWithin(elapsed, delay);
  const silent = silentChance(p, declineShare, before);
  return silent <= 0 ? 0 : Math.min(1, (p * (repliedWithin(elapsed + horizon, delay) - before)) / silent);
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Standard normal distribution function, by Abramowitz and Stegun 7.1.26 (error below 1.5e-7). */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const erf = 1 - series * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
