import type { Category, Urgency } from '../kernel/vocabulary.js';
import type { Candidate } from './candidate.js';
import type { LearnedWeights, ReplyDelay } from './weights.js';

/** Nobody's yes is surer than this when waves are added up, so that a cover stays finite. */
const SUREST = 0.98;

export interface AskedHelp {
  readonly urgency: Urgency;
  readonly category: Category;
}

/** Logit of the chance that this person ever says yes to this request. */
export function willingness(candidate: Candidate, help: AskedHelp, weights: LearnedWeights): number {
  return (
    weights.experience[candidate.experience] +
    weights.distance * candidate.distanceKm +
    weights.fatigue * candidate.fatigue +
    (help.urgency === 'acute' ? weights.acute : 0) +
    (weights.category[help.category] ?? 0) +
    weights.thankedRecently * candidate.thankedRecently +
    candidate.personalEffect.mean
  );
}

export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** G: the share of those who reply that has done so within `minutes`. */
export function repliedWithin(minutes: number, { logMedian, logSd }: ReplyDelay): number {
  return minutes <= 0 ? 0 : normalCdf((Math.log(minutes) - logMedian) / logSd);
}

/** Minutes after which about 80% of those who reply has done so, for the quantile given in standard deviations. */
export function roundLength({ logMedian, logSd }: ReplyDelay, quantile: number): number {
  return Math.exp(logMedian + quantile * logSd);
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
  const silent = 1 - p * before - (1 - p) * declineShare * before;
  return silent <= 0 ? 0 : Math.min(1, (p * (repliedWithin(elapsed + horizon, delay) - before)) / silent);
}

/** Cover of one chance: covers of independent chances add up, and 1 - exp(-sum) is the chance that one comes true. */
export function coverOf(probability: number): number {
  return -Math.log1p(-Math.min(SUREST, Math.max(0, probability)));
}

/** Standard normal distribution function, by Abramowitz and Stegun 7.1.26 (error below 1.5e-7). */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const erf = 1 - series * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
