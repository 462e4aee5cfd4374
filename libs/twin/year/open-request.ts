import type { Instant } from '../../domain/kernel/time.js';
import {
  decide,
  evolveAll,
  type HelpRequestCommand,
  type HelpRequestEvent,
  type HelpRequestState,
  seatsLeft,
} from '../../domain/help-request/index.js';
import type { AskRecord } from '../../domain/learning/index.js';
import type { RequestToCover } from '../../domain/matching/candidate.js';
import type { OutstandingAsk } from '../../domain/matching/index.js';
import type { ClosedRequest } from '../policies/ask-policy.js';
import type { Arrival } from '../world/arrivals.js';
import type { Reply } from '../world/truth.js';
import type { Neighbour } from './neighbour.js';

/** An ask on its way. */
export interface SentAsk extends OutstandingAsk {
  readonly neighbour: Neighbour;
  readonly record: AskRecord | undefined;
  readonly reply: Reply;
  /** Whether the reply has come. */
  answered: boolean;
}

/** One request while it is open and until everything about it is over; its state changes only by `decide`. */
export class OpenRequest {
  state: HelpRequestState;
  /** All that was decided, in order. */
  readonly history: HelpRequestEvent[] = [];
  round = 0;
  /** Looks set before the latest one count no more. */
  lookTurn = 0;
  readonly asks: SentAsk[] = [];
  outstanding: SentAsk[] = [];

  constructor(
    readonly arrival: Arrival,
    readonly neighbours: readonly Neighbour[],
  ) {
    const { at, urgency, windowFrom, windowUntil, expectedMinutes, requiredTrust } = arrival;
    this.state = this.begun(at, {
      type: 'post',
      id: `r${arrival.index}`,
      associationId: `a${arrival.area}`,
      askerId: `asker-${arrival.index}`,
      urgency,
      windowFrom,
      windowUntil,
      expectedMinutes,
      helpersNeeded: 1,
      requiredTrust,
      autoConfirm: false,
      hasAddress: true,
      contactConfirmed: true,
      needsReview: false,
      hasOrganisation: true,
    });
  }

  /** Whether a yes still helps. */
  isOpen(now: Instant): boolean {
    return this.state.status === 'open' && now <= this.arrival.deadline;
  }

  /** The request as the planner wants it. */
  toCover(): RequestToCover {
    const { id, askerId, urgency, requiredTrust, windowFrom, windowUntil, openedAt, postedAt } = this.state;
    const { category, deadline } = this.arrival;
    return {
      id,
      askerId,
      urgency,
      category,
      requiredTrust,
      windowFrom,
      windowUntil,
      deadline,
      openedAt: openedAt ?? postedAt,
      seatsLeft: seatsLeft(this.state),
    };
  }

  /** Does what a command leads to; false when it is refused. */
  apply(command: HelpRequestCommand, now: Instant): boolean {
    const decision = decide(command, this.state, now);
    if (!decision.ok) return false;
    this.state = evolveAll(this.state, decision.events);
    this.history.push(...decision.events);
    return true;
  }

  /** What is known of the asks now: who has not answered is silent, and may still answer. */
  closed(now: Instant, minute: number): ClosedRequest {
    return {
      area: this.arrival.area,
      at: now,
      filled: this.state.acceptances.length > 0,
      asks: this.asks.flatMap(({ personId, record, reply, answered, askedAt }) => {
        if (record === undefined) return [];
        const outcome = answered ? reply : { kind: 'silent' as const, minutes: (now - askedAt) / minute };
        return [{ personId, record, outcome }];
      }),
    };
  }

  private begun(now: Instant, command: HelpRequestCommand): HelpRequestState {
    const decision = decide(command, null, now);
    const next = decision.ok ? evolveAll(null, decision.events) : null;
    if (!decision.ok || next === null) throw new Error(`A twin's request cannot ${command.type}`);
    this.history.push(...decision.events);
    return next;
  }
}
