import type { ReplyDelay } from '../learning/index.js';

/** Nobody's yes is surer than this when waves are added up, so that a cover stays finite. */
const SUREST = 0.98;

/** Cover of one chance: covers of independent chances add up, and 1 - exp(-sum) is the chance that one comes true. */
export function coverOf(probability: number): number {
  return -Math.log1p(-Math.min(SUREST, Math.max(0, probability)));
}

/** Minutes after which about 80% of those who reply has done so, for the quantile given in standard deviations. */
export function roundLength({ logMedian, logSd }: ReplyDelay, quantile: number): number {
  return Math.exp(logMedian + quantile * logSd);
}
