import type { RequestStatus } from '../kernel/vocabulary.js';
import { escalated } from './escalation.js';
import type { HelpRequestEvent, PostedEvent } from './events.js';
import { type Acceptance, activeAcceptances, type HelpRequestState, seatsLeft } from './state.js';

/**
 * The state after one more fact.
 * @throws TypeError when a history does not begin with `posted`: stored facts are broken, nothing can be concluded.
 */
export function evolve(state: HelpRequestState | null, event: HelpRequestEvent): HelpRequestState {
  if (event.type === 'posted') return begin(event);
  if (state === null) throw new TypeError(`A help request cannot begin with ${event.type}`);
  switch (event.type) {
    case 'contact-confirmed':
      return { ...state, status: 'in-review', escalation: event.escalation };
    case 'opened':
      return { ...state, status: 'open', openedAt: event.at };
    case 'edited': {
      const { windowFrom, windowUntil, expectedMinutes, hasAddress, escalation } = event;
      return { ...state, windowFrom, windowUntil, expectedMinutes, hasAddress, escalation };
    }
    case 'escalated':
      return { ...state, escalation: escalated(state.escalation, event.level, event.at, event.reason) };
    case 'outcome-asked':
      return { ...state, outcomeAskedAt: event.at };
    case 'outcome-recorded':
      return {
        ...close(state, event.helped ? 'completed' : 'not-helped', state.closedAt ?? event.at),
        outcome: { helped: event.helped, by: event.by },
      };
    case 'cancelled':
    case 'expired':
      return close(state, event.type, event.at);
    default:
      return evolveSeats(state, event);
  }
}

type SeatEvent = Extract<
  HelpRequestEvent,
  {
    type: 'accepted' | 'waitlisted' | 'confirmed' | 'withdrawn' | 'promoted' | 'matched' | 'reopened' | 'released';
  }
>;

function evolveSeats(state: HelpRequestState, event: SeatEvent): HelpRequestState {
  switch (event.type) {
    case 'accepted':
      return settle({ ...state, acceptances: [...state.acceptances, joined(event, event.seat)] });
    case 'waitlisted':
      return { ...state, acceptances: [...state.acceptances, joined(event, null)] };
    case 'confirmed':
      return settle(change(state, event, { status: 'confirmed' }));
    case 'withdrawn':
      return settle(change(state, event, { status: 'withdrawn', seat: null }));
    case 'promoted':
      return settle({
        ...change(state, event, { status: 'accepted', seat: event.seat }),
        escalation: event.escalation,
      });
    case 'released':
      return change(state, event, { status: 'released', seat: null });
    case 'matched':
      return settle(state);
    case 'reopened':
      return { ...settle(state), escalation: event.escalation };
  }
}

/** The state after all facts of one decided command; its version goes up by one when there are any. */
export function evolveAll(state: HelpRequestState, events: readonly HelpRequestEvent[]): HelpRequestState;
export function evolveAll(state: HelpRequestState | null, events: readonly HelpRequestEvent[]): HelpRequestState | null;
export function evolveAll(
  state: HelpRequestState | null,
  events: readonly HelpRequestEvent[],
): HelpRequestState | null {
  const after = events.reduce<HelpRequestState | null>(evolve, state);
  return after === null || events.length === 0 ? state : { ...after, version: (state?.version ?? 0) + 1 };
}

function begin(event: PostedEvent): HelpRequestState {
  const { type: _type, at, contactConfirmed, ...request } = event;
  return {
    ...request,
    status: contactConfirmed ? 'in-review' : 'unconfirmed',
    version: 0,
    postedAt: at,
    openedAt: null,
    closedAt: null,
    acceptances: [],
    outcomeAskedAt: null,
    outcome: null,
  };
}

function joined(event: Extract<SeatEvent, { type: 'accepted' | 'waitlisted' }>, seat: number | null): Acceptance {
  const { acceptanceId: id, personId, trust, type: status, at: since } = event;
  return { id, personId, trust, status, seat, since };
}

function change(
  state: HelpRequestState,
  event: { readonly acceptanceId: string; readonly at: number },
  to: Partial<Acceptance>,
): HelpRequestState {
  const acceptances = state.acceptances.map((acceptance) =>
    acceptance.id === event.acceptanceId ? { ...acceptance, ...to, since: event.at } : acceptance,
  );
  return { ...state, acceptances };
}

/** Open until the last seat is taken, then matched, and confirmed once every seat holder is. */
function settle(state: HelpRequestState): HelpRequestState {
  if (seatsLeft(state) > 0) return { ...state, status: 'open' };
  const allConfirmed = activeAcceptances(state).every(({ status }) => status === 'confirmed');
  return { ...state, status: allConfirmed ? 'confirmed' : 'matched' };
}

function close(state: HelpRequestState, status: RequestStatus, closedAt: number): HelpRequestState {
  return { ...state, status, closedAt };
}
