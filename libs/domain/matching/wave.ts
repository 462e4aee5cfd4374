import type { LocalTime } from '../kernel/local-time.js';
import { type Instant, MINUTE } from '../kernel/time.js';
import { type Belief, repliedWithin } from '../learning/index.js';
import { isAskingHour, minutesUntilAskingHour } from './asking-hours.js';
import type { Candidate, RequestToCover } from './candidate.js';
import { comingCover, missingCover, type OutstandingAsk, roundGoal, type RoundGoal } from './need.js';
import type { PolicyParameters } from './policy.js';
import { type Pool, poolOf, type PoolSummary } from './pool.js';
import { cheapestCover, type PlannedAsk, type RankQuestion } from './rank.js';
import type { Occasion } from './reasons.js';
import { awaited, type SameNeighbour, type Turn, turnOf } from './same-neighbour.js';

/** What a wave depends on besides the people; time and what was learned come in as data. */
export interface WaveQuestion {
  readonly request: RequestToCover;
  readonly now: Instant;
  readonly localNow: LocalTime;
  /** Waves of this request that asked somebody before; 0 for the first. */
  readonly round: number;
  readonly outstanding: readonly OutstandingAsk[];
  /** Busy share of the whole town, smoothed with `smoothedBusyShare` at each first wave. */
  readonly townBusyShare: number;
  /** Mean of the asks ever received over everyone registered; by default over those who may be asked. */
  readonly meanAsksEver?: number;
  /** The area of this request gets less help than others do: see `isBelowItsShare`. */
  readonly areaBelowItsShare?: boolean;
  /** Whom the asker wants again, if anybody. */
  readonly sameNeighbour?: SameNeighbour;
  /** Who was asked about this request before, until somebody else said yes who cannot come after all. */
  readonly askedBefore?: readonly string[];
  readonly policy: PolicyParameters;
  readonly belief: Belief;
}

/** Everything a wave depends on. */
export interface WaveInput extends WaveQuestion {
  readonly candidates: readonly Candidate[];
}

export interface WavePlan {
  readonly asks: readonly PlannedAsk[];
  readonly nextTickInMs: number;
  /** Chance of a timely yes this round aims at, for each seat. */
  readonly target: number;
  /** Minutes in which that yes is hoped for. */
  readonly horizonMinutes: number;
  /** Cover that was missing before this wave; 0 when nobody needed to be asked. */
  readonly deficit: number;
  /** Cover that this wave brings. */
  readonly cover: number;
  /** Share of a whole wave that this one is, because budgets run out; 1 when they do not. */
  readonly pace: number;
  /** Newcomers went first, because there was time. */
  readonly newcomersPreferred: boolean;
  /** Who could be asked; null when nothing was missing, so that nobody was looked at. */
  readonly pool: PoolSummary | null;
  readonly policyVersion: string;
  readonly beliefVersion: number;
  /** Acute, nobody may be asked now and nobody has an ask: a person must be called in. */
  readonly nobodyReachableNow: boolean;
  /** The neighbour of an earlier help goes first: nobody else is asked until the next look. */
  readonly alone?: true;
}

/**
 * The cheapest set of people whose chance of a timely yes reaches the target (PACE, paced adaptive cover with a
 * newcomer price). No dice: the same input in any order gives the same plan.
 */
export function planWave(input: WaveInput): WavePlan {
  return planFrom(input, () => poolOf(input.candidates, input.request, input.now));
}

/** The same for people who were sorted out before; they are asked for only when a wave may be needed. */
export function planFrom(question: WaveQuestion, poolNow: () => Pool): WavePlan {
  const { request, now, localNow, policy, belief } = question;
  const look = lookAt(question);
  const waitMinutes = look.resting ? minutesUntilAskingHour(localNow) : policy[request.urgency].tickMinutes;
  const alone = look.awaited && { alone: true as const, nextTickInMs: look.awaited.until - now };
  const newcomerValue = timeLeft(request, now) > policy.newcomerSlack ? policy[request.urgency].newcomerValue : 1;
  const seen = {
    nextTickInMs: waitMinutes * MINUTE,
    target: look.goal.target,
    horizonMinutes: look.goal.horizon,
    newcomersPreferred: newcomerValue > 1,
    policyVersion: policy.version,
    beliefVersion: belief.version,
  };
  if (!look.needed)
    return { ...seen, ...alone, asks: [], deficit: 0, cover: 0, pace: 1, pool: null, nobodyReachableNow: false };
  const pool = poolNow();
  const busy = { local: pool.busyShare, town: question.townBusyShare };
  const { deficit, pace } = missingCover(request, look.goal, look.coming, busy, policy);
  const turn = turnNow(question, pool);
  const worth = { ...worthIn(question, pool, look, newcomerValue), occasionOf: occasions(question, turn) };
  return {
    ...seen,
    ...(turn
      ? { ...cheapestCover(turn.people, Number.MIN_VALUE, worth), alone: true, nextTickInMs: turn.until - now }
      : cheapestCover(pool.eligible, deficit, worth)),
    deficit,
    pace,
    pool: { reachable: pool.reachable, quiet: pool.quiet, overBudget: pool.overBudget, busyShare: pool.busyShare },
    nobodyReachableNow: request.urgency === 'acute' && pool.eligible.length === 0 && question.outstanding.length === 0,
  };
}

/** Whether it is the turn of the neighbour of an earlier help, with nobody but them to be asked. */
function turnNow(
  { sameNeighbour: same, request, now, outstanding }: WaveQuestion,
  pool: Pool,
): (Turn & { readonly people: Pool['eligible'] }) | null {
  if (same === undefined) return null;
  const them = pool.eligible.filter(({ personId }) => personId === same.personId);
  const turn = turnOf(same, request, now, { mayBeAsked: them.length > 0, outstanding });
  // Whoever is waited for may not be asked, or a wave would not be looked for.
  return turn && { ...turn, people: them };
}

/** What everybody is weighed by. */
function worthIn(question: WaveQuestion, pool: Pool, { goal }: Look, newcomerValue: number): RankQuestion {
  const { request, policy, belief, round, meanAsksEver = pool.meanAsksEver, areaBelowItsShare } = question;
  return {
    request,
    policy,
    belief,
    situation: {
      meanAsksEver: Math.max(1, meanAsksEver),
      newcomerValue,
      nearbyFirst: round === 0 && areaBelowItsShare !== true,
    },
    timely: repliedWithin(goal.horizon, belief.replyDelay[request.urgency]),
  };
}

function occasions({ askedBefore }: WaveQuestion, turn: Turn | null): (personId: string) => Occasion | undefined {
  const before = new Set(askedBefore);
  return (personId) => (turn ? 'helped-before' : before.has(personId) ? 'other-cannot' : undefined);
}

/**
 * Who an organiser rings next: the first of those whom a wave would ask, whether or not a wave is needed. Undefined when
 * nobody may be asked now.
 */
export function nextToCall(input: WaveInput): PlannedAsk | undefined {
  const { request, now } = input;
  const look = lookAt(input);
  if (look.resting || request.deadline <= now) return undefined;
  const pool = poolOf(input.candidates, request, now);
  // An organiser has time for one call: who is likeliest to help goes first.
  return cheapestCover(pool.eligible, Number.MIN_VALUE, worthIn(input, pool, look, 1)).asks[0];
}

/**
 * Whether a wave may be needed at all. When it says no, `planWave` asks nobody whoever there are, so that looking them up
 * can be saved.
 */
export function mustLookForPeople(question: WaveQuestion): boolean {
  return lookAt(question).needed;
}

interface Look {
  readonly goal: RoundGoal;
  /** Cover that asks which are out may still bring. */
  readonly coming: number;
  /** A planned request outside asking hours. */
  readonly resting: boolean;
  /** The answer of the neighbour of an earlier help is waited for. */
  readonly awaited: Turn | null;
  readonly needed: boolean;
}

function lookAt(question: WaveQuestion): Look {
  const { request, now, localNow, round, outstanding, policy, belief, sameNeighbour } = question;
  const goal = roundGoal(request, { now, localNow, round }, policy, belief);
  const resting = request.urgency === 'planned' && !isAskingHour(localNow);
  const coming = comingCover(outstanding, request, now, goal.horizon, belief);
  const waiting = sameNeighbour ? awaited(sameNeighbour, request, now, outstanding) : null;
  const needed =
    !resting &&
    waiting === null &&
    request.deadline > now &&
    missingCover(request, goal, coming, NOBODY_BUSY, policy).deficit > 0;
  return { goal, coming, resting, awaited: waiting, needed };
}

const NOBODY_BUSY = { local: 0, town: 0 };
const TOWN_SMOOTHING = 0.01;

/** The town's busy share after one more first wave that saw `busyShare` around it. */
export function smoothedBusyShare(townBusyShare: number, busyShare: number): number {
  return townBusyShare + TOWN_SMOOTHING * (busyShare - townBusyShare);
}

/** Share of the request's time that is left. */
function timeLeft({ openedAt, deadline }: RequestToCover, now: Instant): number {
  return deadline <= openedAt ? 0 : (deadline - now) / (deadline - openedAt);
}
