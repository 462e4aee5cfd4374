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

function translate(event: HelpRequestEvent, { before, after, contactId, ownerPersonId }: OutgoingContext): Outgoing[] {
  const request = { helpRequestId: after.id, associationId: after.associationId, version: after.version };
  const withAsker = { ...request, askerId: contactId };
  const filled = after.status === 'matched' || after.status === 'confirmed';
  const helperIds = activeAcceptances(after).map(({ personId }) => personId);
  switch (event.type) {
    case 'posted':
      return event.contactConfirmed ? [{ type: 'help-request.posted', payload: withAsker }] : [];
    case 'contact-confirmed':
      return [{ type: 'help-request.posted', payload: withAsker }];
    case 'opened':
      return [{ type: 'help-request.opened', payload: withAsker }];
    case 'edited':
      return [{ type: 'help-request.edited', payload: request }];
    case 'accepted':
      return [{ type: 'help-request.accepted', payload: { ...withAsker, personId: event.personId, filled } }];
    case 'waitlisted':
      return [{ type: 'help-request.waitlisted', payload: { ...request, personId: event.personId } }];
    case 'withdrawn': {
      const hadSeat = before?.acceptances.some(({ id, seat }) => id === event.acceptanceId && seat !== null) ?? false;
      return [{ type: 'help-request.withdrawn', payload: { ...withAsker, personId: event.personId, hadSeat } }];
    }
    case 'confirmed':
    case 'promoted':
      return [{ type: `help-request.${event.type}`, payload: { ...withAsker, personId: event.personId } }];
    case 'released':
      return [{ type: 'help-request.released', payload: { ...request, personId: event.personId, was: event.was } }];
    case 'escalated':
      return [
        {
          type: 'help-request.escalated',
          payload: {
            ...withAsker,
            level: event.level,
            reason: event.reason,
            ownerPersonId: ownerPersonId(event.level),
          },
        },
      ];
    case 'outcome-asked':
      return [{ type: 'help-request.outcome-asked', payload: { ...withAsker, helperIds } }];
    case 'outcome-recorded':
      return [{ type: 'help-request.closed', payload: { ...withAsker, helped: event.helped, helperIds } }];
    case 'cancelled':
      return [{ type: 'help-request.cancelled', payload: withAsker }];
    case 'expired':
      return [{ type: 'help-request.expired', payload: { ...withAsker, hadHelper: after.outcomeAskedAt !== null } }];
    case 'matched':
      return [];
    case 'reopened':
      return [{ type: 'help-request.reopened', payload: withAsker }];
  }
}
