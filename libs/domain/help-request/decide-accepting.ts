import { MAX_OPEN_AGREEMENTS } from '../kernel/limits.js';
import type { Instant } from '../kernel/time.js';
import { trustSuffices } from '../kernel/vocabulary.js';
import type { AcceptCommand, WithdrawCommand } from './commands.js';
import { windClock } from './escalation.js';
import type { HelpRequestEvent } from './events.js';
import { facts, refuse, type Result } from './result.js';
import {
  type Acceptance,
  activeAcceptances,
  firstFreeSeat,
  type HelpRequestState,
  isFinal,
  liveAcceptanceOf,
  seatsLeft,
  waitlist,
} from './state.js';

/** A neighbour says yes. Saying it again changes nothing. */
export function decideAccept(command: AcceptCommand, state: HelpRequestState, now: Instant): Result {
  if (command.personId === state.askerId) return refuse('own-request');
  if (state.status === 'unconfirmed' || state.status === 'in-review' || isFinal(state.status)) {
    return refuse('not-open');
  }
  const mine = liveAcceptanceOf(state, command.personId);
  const seat = firstFreeSeat(activeAcceptances(state), state.helpersNeeded);
  if (mine !== undefined && (mine.seat !== null || seat === null)) return facts();
  if (now >= state.windowUntil) return refuse('not-open');
  if (!trustSuffices(command.trust, state.requiredTrust)) return refuse('trust-too-low');
  if (seat === null && !command.waitlist) return refuse('already-matched');
  if (command.openAgreements >= MAX_OPEN_AGREEMENTS) return refuse('too-many-agreements');
  const { acceptanceId, personId, trust } = command;
  if (seat === null) return facts({ type: 'waitlisted', at: now, acceptanceId, personId, trust });
  const taken: HelpRequestEvent[] =
    mine === undefined
      ? [{ type: 'accepted', at: now, acceptanceId, personId, trust, seat }, ...autoConfirmed(state, command, now)]
      : promotion(state, mine, seat, now);
  return facts(...taken, ...(seatsLeft(state) === 1 ? [{ type: 'matched', at: now } as const] : []));
}

/** A neighbour cannot make it after all; the first who waits gets the seat, else the request reopens. */
export function decideWithdraw(command: WithdrawCommand, state: HelpRequestState, now: Instant): Result {
  const mine = liveAcceptanceOf(state, command.personId);
  // Once the window is over the question is how it went, not who will come.
  if (mine === undefined || isFinal(state.status) || now >= state.windowUntil) return refuse('not-active-any-more');
  const withdrawn: HelpRequestEvent = { type: 'withdrawn', at: now, acceptanceId: mine.id, personId: mine.personId };
  if (mine.seat === null) return facts(withdrawn);
  const next = waitlist(state).find(({ personId }) => !command.personIdsAtLimit?.includes(personId));
  if (next !== undefined) return facts(withdrawn, ...promotion(state, next, mine.seat, now));
  if (state.status === 'open') return facts(withdrawn);
  return facts(withdrawn, { type: 'reopened', at: now, escalation: windClock(state.escalation, state, now) });
}

/** The asker welcomes everyone who said yes so far. Doing it twice changes nothing. */
export function decideConfirm(state: HelpRequestState, now: Instant): Result {
  if (isFinal(state.status)) return refuse('not-active-any-more');
  const active = activeAcceptances(state);
  if (active.length === 0) return refuse('nothing-to-confirm');
  const waiting = active.filter(({ status }) => status === 'accepted');
  if (waiting.length > 0 && !state.hasAddress) return refuse('address-required');
  return facts(
    ...waiting.map(({ id, personId }): HelpRequestEvent => ({
      type: 'confirmed',
      at: now,
      acceptanceId: id,
      personId,
    })),
  );
}

function promotion(state: HelpRequestState, next: Acceptance, seat: number, now: Instant): HelpRequestEvent[] {
  const { id: acceptanceId, personId, trust } = next;
  // While everyone was confirmed the clock rested, so its old times mean nothing for the one who comes now.
  const escalation = state.status === 'confirmed' ? windClock(state.escalation, state, now) : state.escalation;
  return [
    { type: 'promoted', at: now, acceptanceId, personId, seat, escalation },
    ...autoConfirmed(state, { acceptanceId, personId, trust }, now),
  ];
}

/** For an acute request the asker may allow trusted neighbours the address at once. */
function autoConfirmed(
  state: HelpRequestState,
  { acceptanceId, personId, trust }: Pick<AcceptCommand, 'acceptanceId' | 'personId' | 'trust'>,
  now: Instant,
): HelpRequestEvent[] {
  const allowed = state.autoConfirm && state.urgency === 'acute' && state.hasAddress;
  if (!allowed || !trustSuffices(trust, 'vouched')) return [];
  return [{ type: 'confirmed', at: now, acceptanceId, personId }];
}
