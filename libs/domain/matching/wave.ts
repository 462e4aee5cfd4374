import type { LocalTime } from '../kernel/local-time.js';
import { type Instant, MINUTE } from '../kernel/time.js';
import {
  type Belief,
  featureLayout,
  featuresOf,
  type PersonalEffect,
  probabilityOf,
  repliedWithin,
  willingness,
} from '../learning/index.js';
import { isAskingHour, minutesUntilAskingHour } from './asking-hours.js';
import type { Candidate, RequestToCover } from './candidate.js';
import { coverOf } from './cover.js';
import { comingCover, missingCover, type OutstandingAsk, roundGoal, type RoundGoal } from './need.js';
import type { PolicyParameters } from './policy.js';
import { type Pool, poolOf, type PoolSummary } from './pool.js';
import { priceOf } from './price.js';
import { type ReasonCode, reasonsFor } from './reasons.js';

/** Everything a wave depends on; time and what was learned come in as data. */
export interface WaveInput {
  readonly request: RequestToCover;
  readonly now: Instant;
  readonly localNow: LocalTime;
  /** Waves of this request that asked somebody before; 0 for the first. */
  readonly round: number;
  readonly candidates: readonly Candidate[];
  readonly outstanding: readonly OutstandingAsk[];
  /** Busy share of the whole town, smoothed with `smoothedBusyShare` at each first wave. */
  readonly townBusyShare: number;
  /** Mean of the asks ever received over everyone registered; by default over those who may be asked. */
  readonly meanAsksEver?: number;
  readonly policy: PolicyParameters;
  readonly belief: Belief;
}

/** What a wave depends on besides the people. */
export type WaveQuestion = Omit<WaveInput, 'candidates'>;

/** One person to ask, and why this one. */
export interface PlannedAsk {
  readonly personId: string;
  /** Chance that this person ever says yes. */
  readonly probability: number;
  /** Cover for its price; the wave takes the highest first. */
  readonly index: number;
  readonly cost: number;
  readonly reasons: readonly ReasonCode[];
  /** What was known when asking, for learning from the answer: see `AskRecord`. */
  readonly layout: string;
  readonly features: readonly number[];
  readonly effect: PersonalEffect;
}

export interface WavePlan {
  readonly asks: readonly PlannedAsk[];
  readonly nextTickInMs: number;
  /** Chance of a timely yes this round aims at, for each seat. */
  readonly target: number;
  /** Cover that was missing before this wave; 0 when nobody needed to be asked. */
  readonly deficit: number;
  /** Who could be asked; null when nothing was missing, so that nobody was looked at. */
  readonly pool: PoolSummary | null;
  readonly policyVersion: string;
  readonly beliefVersion: number;
  /** Acute, nobody may be asked now and nobody has an ask: a person must be called in. */
  readonly nobodyReachableNow: boolean;
}

/**
 * The cheapest set of people whose chance of a timely yes reaches the target (PACE, paced adaptive cover with a
 * newcomer price). No dice: the same input in any order gives the same plan.
 */
export function planWave(input: WaveInput): WavePlan {
  const { request, now, localNow, policy } = input;
  const look = lookAt(input);
  const waitMinutes = look.resting ? minutesUntilAskingHour(localNow) : policy[request.urgency].tickMinutes;
  const plan = {
    nextTickInMs: waitMinutes * MINUTE,
    target: look.goal.target,
    policyVersion: policy.version,
    beliefVersion: input.belief.version,
  };
  if (!look.needed) return { ...plan, asks: [], deficit: 0, pool: null, nobodyReachableNow: false };
  const pool = poolOf(input.candidates, request, now);
  const busy = { local: pool.busyShare, town: input.townBusyShare };
  const deficit = missingCover(request, look.goal, look.coming, busy, policy);
  const timely = repliedWithin(look.goal.horizon, input.belief.replyDelay[request.urgency]);
  return {
    ...plan,
    asks: deficit === 0 ? [] : cheapestCover(offersOf(input, pool, timely), deficit, timely, request),
    deficit,
    pool: { reachable: pool.reachable, busyShare: pool.busyShare },
    nobodyReachableNow: request.urgency === 'acute' && pool.eligible.length === 0 && input.outstanding.length === 0,
  };
}

/**
 * Whether a wave may be needed at all. When it says no, `planWave` asks nobody whoever there are, so that looking them up
 * can be saved.
 */
export function mustLookForPeople(input: WaveQuestion): boolean {
  return lookAt(input).needed;
}

interface Look {
  readonly goal: RoundGoal;
  /** Cover that asks which are out may still bring. */
  readonly coming: number;
  /** A planned request outside asking hours. */
  readonly resting: boolean;
  readonly needed: boolean;
}

function lookAt({ request, now, localNow, round, outstanding, policy, belief }: WaveQuestion): Look {
  const goal = roundGoal(request, { now, localNow, round }, policy, belief);
  const resting = request.urgency === 'planned' && !isAskingHour(localNow);
  const coming = comingCover(outstanding, request, now, goal.horizon, belief);
  const needed =
    !resting &&
    request.deadline > now &&
    request.seatsLeft > 0 &&
    missingCover(request, goal, coming, NOBODY_BUSY, policy) > 0;
  return { goal, coming, resting, needed };
}

const NOBODY_BUSY = { local: 0, town: 0 };
const TOWN_SMOOTHING = 0.01;

/** The town's busy share after one more first wave that saw `busyShare` around it. */
export function smoothedBusyShare(townBusyShare: number, busyShare: number): number {
  return townBusyShare + TOWN_SMOOTHING * (busyShare - townBusyShare);
}

interface Offer {
  readonly candidate: Candidate;
  readonly logit: number;
  readonly index: number;
  readonly cost: number;
}

function offersOf(input: WaveInput, pool: Pool, timely: number): readonly Offer[] {
  const { request, policy, belief } = input;
  const planned = request.urgency === 'planned';
  const situation = {
    meanAsksEver: Math.max(1, input.meanAsksEver ?? pool.meanAsksEver),
    newcomersPreferred: planned && timeLeft(request, input.now) > policy.newcomerSlack,
  };
  return pool.eligible.map((candidate) => {
    const logit = willingness(candidate, request, belief);
    const optimism = planned ? policy.uncertaintyBonus * Math.sqrt(candidate.personalEffect.variance) : 0;
    const cost = priceOf(candidate, policy, situation);
    const index = coverOf(probabilityOf(logit + optimism) * timely) / cost;
    return { candidate, logit, index, cost };
  });
}

/** Share of the request's time that is left. */
function timeLeft({ openedAt, deadline }: RequestToCover, now: Instant): number {
  return deadline <= openedAt ? 0 : (deadline - now) / (deadline - openedAt);
}

function cheapestCover(
  offers: readonly Offer[],
  need: number,
  timely: number,
  request: RequestToCover,
): readonly PlannedAsk[] {
  const asks: PlannedAsk[] = [];
  let sum = 0;
  const left = [...offers];
  while (sum < need && left.length > 0) {
    const { candidate, logit, index, cost } = takeBest(left);
    const probability = probabilityOf(logit);
    asks.push({
      personId: candidate.personId,
      probability,
      index,
      cost,
      reasons: reasonsFor(candidate),
      layout: featureLayout,
      features: featuresOf(candidate, request),
      effect: candidate.personalEffect,
    });
    sum += coverOf(probability * timely);
  }
  return asks;
}

/** A wave is a few of many: looking for the best one each time is cheaper than sorting everybody. */
function takeBest(offers: Offer[]): Offer {
  let best = 0;
  for (let index = 1; index < offers.length; index += 1) {
    if (isBetter(offers[index]!, offers[best]!)) best = index;
  }
  const chosen = offers[best]!;
  const last = offers.pop()!;
  if (last !== chosen) offers[best] = last;
  return chosen;
}

function isBetter(a: Offer, b: Offer): boolean {
  return a.index === b.index ? a.candidate.personId < b.candidate.personId : a.index > b.index;
}
