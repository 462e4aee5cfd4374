import type { LocalTime } from '../kernel/local-time.js';
import { type Instant, MINUTE } from '../kernel/time.js';
import { askingMinutesWithin } from './asking-hours.js';
import { type Belief, declineShareOf, yesStillToCome } from '../learning/index.js';
import type { RequestToCover } from './candidate.js';
import { coverOf, roundLength } from './cover.js';
import type { PolicyParameters } from './policy.js';

/** An ask that was sent and not answered. */
export interface OutstandingAsk {
  readonly personId: string;
  /** Chance of a yes as it was believed when asking. */
  readonly probability: number;
  readonly askedAt: Instant;
}

/** What a round aims at. */
export interface RoundGoal {
  /** Chance of a timely yes aimed at, for each seat. */
  readonly target: number;
  /** Minutes that this round has. */
  readonly horizon: number;
  /** Rounds that fit in what remains, at least 1. */
  readonly rounds: number;
}

/** How far this round goes, given how many may follow. */
export function roundGoal(
  request: RequestToCover,
  moment: { readonly now: Instant; readonly localNow: LocalTime; readonly round: number },
  policy: PolicyParameters,
  belief: Belief,
): RoundGoal {
  const { urgency, deadline } = request;
  const { firstTarget, laterTarget, roundQuantile } = policy[urgency];
  const length = roundLength(belief.replyDelay[urgency], roundQuantile);
  const remaining = Math.max(0, (deadline - moment.now) / MINUTE);
  const usable = urgency === 'planned' ? askingMinutesWithin(moment.localNow, remaining) : remaining;
  const rounds = Math.max(1, usable / length);
  const overRounds = 1 - (1 - policy.overallTarget) ** (1 / rounds);
  const floor = moment.round === 0 ? firstTarget : laterTarget;
  return {
    target: Math.min(policy.largestTarget, Math.max(floor, overRounds)),
    horizon: Math.min(remaining, length),
    rounds,
  };
}

/**
 * Cover still missing: what each free seat needs, minus what may yet come from asks that are out. Covers add up, so
 * s seats need s times the cover of one: the expected number of yeses then grows with the seats.
 * Scarce budgets make waves smaller, but not so when this is the only round of a planned request.
 */
export function missingCover(
  request: RequestToCover,
  goal: RoundGoal,
  coming: number,
  busy: { readonly local: number; readonly town: number },
  policy: PolicyParameters,
): { readonly deficit: number; readonly pace: number } {
  const full = Math.max(0, request.seatsLeft) * -Math.log1p(-goal.target);
  if (full - coming <= policy.smallestDeficit) return { deficit: 0, pace: 1 };
  const { localPace, townPace } = policy[request.urgency];
  const paced = request.urgency === 'acute' || goal.rounds > 1;
  const slowed =
    1 -
    localPace * Math.max(0, busy.local - policy.localBusyThreshold) -
    townPace * Math.max(0, busy.town - policy.townBusyThreshold);
  const pace = paced ? Math.max(policy.smallestPace, slowed) : 1;
  const need = full * pace - coming;
  return { deficit: need <= policy.smallestDeficit ? 0 : need, pace };
}

/** Cover that asks which are out may still bring within the horizon. */
export function comingCover(
  outstanding: readonly OutstandingAsk[],
  request: RequestToCover,
  now: Instant,
  horizon: number,
  belief: Belief,
): number {
  const delay = belief.replyDelay[request.urgency];
  const declineShare = declineShareOf(belief);
  return outstanding
    .toSorted((a, b) => a.askedAt - b.askedAt || a.probability - b.probability)
    .reduce((sum, { probability, askedAt }) => {
      const elapsed = Math.max(0, (now - askedAt) / MINUTE);
      return sum + coverOf(yesStillToCome(probability, elapsed, horizon, delay, declineShare));
    }, 0);
}
