import type { LocalTime } from '../kernel/local-time.js';
import { type Instant, MINUTE } from '../kernel/time.js';
import { isAskingHour, minutesUntilAskingHour } from './asking-hours.js';
import type { Candidate, RequestToCover } from './candidate.js';
import { comingCover, missingCover, type OutstandingAsk, roundGoal } from './need.js';
import type { PolicyParameters } from './policy.js';
import { type Pool, poolOf } from './pool.js';
import { priceOf } from './price.js';
import { coverOf, probabilityOf, repliedWithin, willingness } from './probability.js';
import { type ReasonCode, reasonsFor } from './reasons.js';
import type { LearnedWeights } from './weights.js';

/** Everything a wave depends on; time and what was learned come in as data. */
export interface WaveInput {
  readonly request: RequestToCover;
  readonly now: Instant;
  readonly localNow: LocalTime;
  /** 0 for the first wave of this request. */
  readonly round: number;
  readonly candidates: readonly Candidate[];
  readonly outstanding: readonly OutstandingAsk[];
  /** Busy share of the whole town, smoothed with `smoothedBusyShare` at each first wave. */
  readonly townBusyShare: number;
  /** Mean of the asks ever received over everyone registered; by default over those who may be asked. */
  readonly meanAsksEver?: number;
  readonly policy: PolicyParameters;
  readonly weights: LearnedWeights;
}

/** One person to ask, and why this one. */
export interface PlannedAsk {
  readonly personId: string;
  /** Chance that this person ever says yes. */
  readonly probability: number;
  /** Cover for its price; the wave takes the highest first. */
  readonly index: number;
  readonly cost: number;
  readonly reasons: readonly ReasonCode[];
}

export interface WavePlan {
  readonly asks: readonly PlannedAsk[];
  readonly nextTickInMs: number;
  /** Chance of a timely yes this round aims at, for each seat. */
  readonly target: number;
  /** Cover that was missing before this wave; 0 when nobody needed to be asked. */
  readonly deficit: number;
  /** Share of the people who could be asked but for their budget whose budget is used up. */
  readonly busyShare: number;
  readonly policyVersion: string;
  /** People who suit the request, whatever the hour and however often they were asked this week. */
  readonly reachable: number;
  /** Acute, nobody may be asked now and nobody has an ask: a person must be called in. */
  readonly nobodyReachableNow: boolean;
}

/**
 * The cheapest set of people whose chance of a timely yes reaches the target (PACE, paced adaptive cover with a
 * newcomer price). No dice: the same input in any order gives the same plan.
 */
export function planWave(input: WaveInput): WavePlan {
  const { request, now, localNow, outstanding, policy, weights } = input;
  const pool = poolOf(input.candidates, request, now);
  const goal = roundGoal(request, input, policy, weights);
  const coming = comingCover(outstanding, request, now, goal.horizon, weights);
  const busy = { local: pool.busyShare, town: input.townBusyShare };
  const resting = request.urgency === 'planned' && !isAskingHour(localNow);
  const idle = resting || request.deadline <= now;
  const deficit = idle ? 0 : missingCover(request, goal, coming, busy, policy);
  const waitMinutes = resting ? minutesUntilAskingHour(localNow) : policy[request.urgency].tickMinutes;
  return {
    asks: deficit === 0 ? [] : cheapestCover(offersOf(input, pool, goal.horizon), deficit),
    nextTickInMs: waitMinutes * MINUTE,
    target: goal.target,
    deficit,
    busyShare: pool.busyShare,
    policyVersion: policy.version,
    reachable: pool.reachable,
    nobodyReachableNow: request.urgency === 'acute' && pool.eligible.length === 0 && outstanding.length === 0,
  };
}

const TOWN_SMOOTHING = 0.01;

/** The town's busy share after one more first wave that saw `busyShare` around it. */
export function smoothedBusyShare(townBusyShare: number, busyShare: number): number {
  return townBusyShare + TOWN_SMOOTHING * (busyShare - townBusyShare);
}

interface Offer {
  readonly ask: PlannedAsk;
  /** What this ask adds to the chance of a timely yes. */
  readonly cover: number;
}

function offersOf(input: WaveInput, pool: Pool, horizon: number): readonly Offer[] {
  const { request, policy, weights } = input;
  const planned = request.urgency === 'planned';
  const timely = repliedWithin(horizon, weights.replyDelay[request.urgency]);
  const situation = {
    meanAsksEver: Math.max(1, input.meanAsksEver ?? pool.meanAsksEver),
    newcomersPreferred: planned && timeLeft(request, input.now) > policy.newcomerSlack,
  };
  return pool.eligible.map((candidate) => {
    const logit = willingness(candidate, request, weights);
    const optimism = planned ? policy.uncertaintyBonus * Math.sqrt(candidate.personalEffect.variance) : 0;
    const probability = probabilityOf(logit);
    const cost = priceOf(candidate, policy, situation);
    const index = coverOf(probabilityOf(logit + optimism) * timely) / cost;
    return {
      ask: { personId: candidate.personId, probability, index, cost, reasons: reasonsFor(candidate) },
      cover: coverOf(probability * timely),
    };
  });
}

/** Share of the request's time that is left. */
function timeLeft({ openedAt, deadline }: RequestToCover, now: Instant): number {
  return deadline <= openedAt ? 0 : (deadline - now) / (deadline - openedAt);
}

function cheapestCover(offers: readonly Offer[], need: number): readonly PlannedAsk[] {
  const asks: PlannedAsk[] = [];
  let sum = 0;
  for (const { ask, cover } of offers.toSorted(byIndex)) {
    if (sum >= need) break;
    asks.push(ask);
    sum += cover;
  }
  return asks;
}

function byIndex(a: Offer, b: Offer): number {
  return b.ask.index - a.ask.index || (a.ask.personId < b.ask.personId ? -1 : 1);
}
