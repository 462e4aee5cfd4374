import { type DelayBelief, type ReplyDelay } from './belief.js';
import { normalDensity, repliedWithin, silentChance, standardDelay } from './reply.js';

/** How an ask ended. A yes that came too late is a yes; minutes run from sending to the answer, or to the last look. */
export interface AskOutcome {
  readonly kind: 'yes' | 'declined' | 'silent';
  readonly minutes: number;
}

/** What one outcome says about a number: the slope of its log-likelihood and how sharply that bends. */
interface Evidence {
  readonly slope: number;
  readonly curvature: number;
}

/** What an outcome says about the logit of a chance `p`. Silence is not a no: it counts for as long as it lasted. */
export function evidenceOnWillingness(
  outcome: AskOutcome,
  p: number,
  delay: ReplyDelay,
  declineShare: number,
): Evidence {
  if (outcome.kind === 'yes') return { slope: 1 - p, curvature: p * (1 - p) };
  if (outcome.kind === 'declined') return { slope: -p, curvature: p * (1 - p) };
  const replied = repliedWithin(outcome.minutes, delay);
  const silent = silentChance(p, declineShare, replied);
  const slope = (-replied * (1 - declineShare) * p * (1 - p)) / silent;
  return { slope, curvature: -slope * (1 - p) };
}

/** Nobody answers within six seconds; a clock that says so is not believed. */
const SHORTEST_REPLY_MINUTES = 0.1;
const SMALLEST_LOG_SD = 0.2;
const LARGEST_LOG_SD = 3;

/**
 * One natural-gradient step on the likelihood of the cure model: some never reply, the others do so after a lognormal
 * delay. A silence counts for the reply that may still come, so that it moves the delay by no more than it knows.
 */
export function learnDelay(delay: DelayBelief, outcome: AskOutcome, p: number, declineShare: number): DelayBelief {
  const minutes = Math.max(SHORTEST_REPLY_MINUTES, outcome.minutes);
  const { weight, median, spread } = delayStep(delay, { ...outcome, minutes }, p + (1 - p) * declineShare);
  const replies = delay.replies + weight;
  const logSd = delay.logSd * Math.exp(spread / replies);
  return {
    logMedian: delay.logMedian + median / replies,
    logSd: Math.min(LARGEST_LOG_SD, Math.max(SMALLEST_LOG_SD, logSd)),
    replies,
  };
}

/**
 * The step for the log-median and for the logarithm of the log-sd, each already times the inverse of the information in
 * one reply, and how many replies the outcome is worth. `reply` is the chance that any answer ever comes.
 */
export function delayStep(
  delay: ReplyDelay,
  outcome: AskOutcome,
  reply: number,
): { readonly weight: number; readonly median: number; readonly spread: number } {
  const z = standardDelay(outcome.minutes, delay);
  if (outcome.kind !== 'silent') return { weight: 1, median: delay.logSd * z, spread: (z * z - 1) / 2 };
  const replied = repliedWithin(outcome.minutes, delay);
  const silent = 1 - reply * replied;
  const hazard = (reply * normalDensity(z)) / silent;
  return { weight: (reply * (1 - replied)) / silent, median: delay.logSd * hazard, spread: (z * hazard) / 2 };
}

/** What an outcome adds to the expected numbers of those who did not say yes, and of those among them who say no. */
export function expectedDeclines(
  outcome: AskOutcome,
  p: number,
  delay: ReplyDelay,
  declineShare: number,
): { readonly notYes: number; readonly declined: number } {
  if (outcome.kind === 'yes') return { notYes: 0, declined: 0 };
  if (outcome.kind === 'declined') return { notYes: 1, declined: 1 };
  const replied = repliedWithin(outcome.minutes, delay);
  const silent = silentChance(p, declineShare, replied);
  return {
    notYes: ((1 - p) * (1 - declineShare * replied)) / silent,
    declined: ((1 - p) * declineShare * (1 - replied)) / silent,
  };
}
