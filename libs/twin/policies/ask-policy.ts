import type { LocalTime } from '../../domain/kernel/local-time.js';
import type { Instant } from '../../domain/kernel/time.js';
import type { AskOutcome, AskRecord } from '../../domain/learning/index.js';
import type { RequestToCover } from '../../domain/matching/candidate.js';
import type { OutstandingAsk } from '../../domain/matching/index.js';
import type { EffectOf, Neighbour } from '../year/neighbour.js';

/** What a policy sees when it looks at an open request. */
export interface Look {
  readonly request: RequestToCover;
  /** Rank of the request by time of arrival. */
  readonly index: number;
  /** Index of the area in which help is wanted. */
  readonly area: number;
  readonly now: Instant;
  readonly localNow: LocalTime;
  /** 0 for the first look. */
  readonly round: number;
  /** Everybody whom the request could suit, by id. */
  readonly neighbours: readonly Neighbour[];
  readonly outstanding: readonly OutstandingAsk[];
}

/** One ask a policy wants sent. */
export interface ChosenAsk {
  readonly personId: string;
  /** Chance of a yes as the policy believes it; what it says later about asks that are out. */
  readonly probability: number;
  /** What learning needs of this ask. */
  readonly record?: AskRecord;
}

export interface Wave {
  readonly asks: readonly ChosenAsk[];
  /** Milliseconds until the next look; a no brings it forward. */
  readonly nextLookInMs: number;
  readonly nobodyReachableNow?: boolean;
}

/** How the asks of one request ended, when it is time to learn from it. */
export interface ClosedRequest {
  /** Index of its area. */
  readonly area: number;
  /** When it is learned from. */
  readonly at: Instant;
  readonly filled: boolean;
  readonly asks: readonly {
    readonly personId: string;
    readonly record: AskRecord;
    readonly outcome: AskOutcome;
  }[];
}

/** Who is asked, when, in which waves: the product's policy or one it is compared with. */
export interface AskPolicy {
  /** Whether an ask that a used-up budget forbids is taken back; the product always does. */
  readonly keepsBudgets: boolean;
  /** Whether people come and look at the board. */
  readonly board: boolean;
  readonly effectOf: EffectOf;
  look(look: Look): Wave;
  learn?(closed: ClosedRequest): void;
}
