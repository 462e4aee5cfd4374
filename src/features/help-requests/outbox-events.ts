import {
  activeAcceptances,
  nextDueAt,
  type HelpRequestEvent,
  type HelpRequestState,
} from '@app/domain/help-request/index.js';
import type { DomainEvents, EventType } from '@app/contracts/events/domain-event.js';

/** An event for the outbox, typed by its name. */
export type Outgoing = { [T in EventType]: { readonly type: T; readonly payload: DomainEvents[T] } }[EventType];

export interface OutgoingContext {
  readonly before: HelpRequestState | null;
  readonly after: HelpRequestState;
  /** Who is told about the request: the asker, or whoever posted for someone without an account. */
  readonly contactId: string;
  /** Who is called in at an escalation. */
  readonly ownerPersonId: (level: 1 | 2) => string;
  /** It is the first time of what comes back every week. */
  readonly weekly: boolean;
  /** Set when the two are parted for good instead of one of them not being able to. */
  readonly partedBy?: 'asker' | 'helper' | undefined;
}

/** What other features hear of a decided command: ids and numbers only. */
export function outgoingEvents(events: readonly HelpRequestEvent[], context: OutgoingContext): Outgoing[] {
  const outgoing = events.flatMap((event) => translate(event, context));
  const dueAt = nextDueAt(context.after);
  const changed = context.before === null || nextDueAt(context.before) !== dueAt;
  if (dueAt !== null && changed) {
    outgoing.push({
      type: 'help-request.clock-set',
      payload: { helpRequestId: context.after.id, dueAt, version: context.after.version },
    });
  }
  return outgoing;
}

function translate(event: HelpRequestEvent, context: OutgoingContext): Outgoing[] {
  const { after, contactId, weekly } = context;
  const request = { helpRequestId: after.id, associationId: after.associationId, version: after.version };
  const withAsker = { ...request, askerId: contactId };
  switch (event.type) {
    case 'posted':
      return event.contactConfirmed ? [posted(withAsker, after, weekly)] : [];
    case 'contact-confirmed':
      return [posted(withAsker, after, weekly)];
    case 'opened':
    case 'reopened':
    case 'cancelled':
      return [{ type: `help-request.${event.type}`, payload: withAsker }];
    case 'edited':
      return [{ type: 'help-request.edited', payload: request }];
    case 'matched':
      return [];
    case 'escalated': {
      const { level, reason } = event;
      const ownerPersonId = context.ownerPersonId(level);
      return [{ type: 'help-request.escalated', payload: { ...withAsker, level, reason, ownerPersonId } }];
    }
    case 'expired':
      return [{ type: 'help-request.expired', payload: { ...withAsker, hadHelper: after.outcomeAskedAt !== null } }];
    case 'outcome-asked':
      return [{ type: 'help-request.outcome-asked', payload: { ...withAsker, helperIds: helperIdsOf(after) } }];
    case 'outcome-recorded': {
      const { helped } = event;
      return [{ type: 'help-request.closed', payload: { ...withAsker, helped, helperIds: helperIdsOf(after) } }];
    }
    default:
      return translateSeat(event, context, withAsker);
  }
}

function posted(
  withAsker: DomainEvents['help-request.opened'],
  { status }: HelpRequestState,
  weekly: boolean,
): Outgoing {
  const payload = { ...withAsker, waitsForReview: status === 'in-review', ...(weekly ? { weekly } : {}) };
  return { type: 'help-request.posted', payload };
}

type SeatEvent = Extract<
  HelpRequestEvent,
  { type: 'accepted' | 'waitlisted' | 'confirmed' | 'withdrawn' | 'promoted' | 'released' }
>;

function translateSeat(
  event: SeatEvent,
  { before, after, partedBy }: OutgoingContext,
  withAsker: DomainEvents['help-request.opened'],
): Outgoing[] {
  const { askerId: _askerId, ...request } = withAsker;
  const { personId, acceptanceId } = event;
  switch (event.type) {
    case 'accepted': {
      const filled = after.status === 'matched' || after.status === 'confirmed';
      return [{ type: 'help-request.accepted', payload: { ...withAsker, personId, filled } }];
    }
    case 'waitlisted':
      return [{ type: 'help-request.waitlisted', payload: { ...request, personId } }];
    case 'withdrawn': {
      const hadSeat = before?.acceptances.some(({ id, seat }) => id === acceptanceId && seat !== null) ?? false;
      return [
        {
          type: 'help-request.withdrawn',
          payload: { ...withAsker, personId, hadSeat, ...(partedBy ? { partedBy } : {}) },
        },
      ];
    }
    case 'confirmed':
    case 'promoted':
      return [{ type: `help-request.${event.type}`, payload: { ...withAsker, personId } }];
    case 'released':
      return [{ type: 'help-request.released', payload: { ...request, personId, was: event.was } }];
  }
}

function helperIdsOf(state: HelpRequestState): string[] {
  return activeAcceptances(state).map(({ personId }) => personId);
}
