import type { DomainEvents, EventType } from '@app/contracts/events/domain-event.js';
import type { HelpRequestEvent } from '@app/domain/help-request/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { KeptRequest } from './lived-request-rows.js';
import { pauseMs } from './townspeople.js';
import { inParts } from './write-year.js';

/** Something that happened in the year, as it stood in the outbox then. */
export type LivedEvent = {
  [T in EventType]: { readonly type: T; readonly payload: DomainEvents[T]; readonly at: number };
}[EventType];

/** What the figures are counted from, of one request. */
export function eventsOfRequest({ state, events, asks }: KeptRequest): LivedEvent[] {
  const { id: helpRequestId, associationId, askerId, version, urgency } = state;
  const request = { helpRequestId, associationId, version, askerId };
  const helperIds = state.acceptances.map(({ personId }) => personId);
  const told = (event: HelpRequestEvent): LivedEvent[] => {
    const { at } = event;
    switch (event.type) {
      case 'opened':
        return [{ at, type: 'help-request.opened', payload: request }];
      case 'accepted':
        return [
          {
            at,
            type: 'help-request.accepted',
            payload: { ...request, personId: event.personId, filled: true },
          },
        ];
      case 'outcome-recorded':
        return [{ at, type: 'help-request.closed', payload: { ...request, helped: event.helped, helperIds } }];
      case 'expired':
        return [{ at, type: 'help-request.expired', payload: { ...request, hadHelper: helperIds.length > 0 } }];
      default:
        return [];
    }
  };
  const asked = asks.map(({ id: askId, personId, askedAt: at }): LivedEvent => ({
    at,
    type: 'ask.created',
    payload: { askId, personId, helpRequestId, acute: urgency === 'acute' },
  }));
  const declined = asks.flatMap(({ id: askId, personId, status, answeredAt: at }): LivedEvent[] =>
    status === 'no' && at !== null
      ? [{ at, type: 'ask.answered', payload: { askId, personId, helpRequestId, answer: 'no' } }]
      : [],
  );
  return [...events.flatMap(told), ...asked, ...declined];
}

/** Somebody of the year, as it concerns the figures. */
export interface LivedPerson {
  readonly personId: string;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly alreadyHelping: boolean;
}

export function eventsOfPerson({ personId, joinedAt, leftAt, alreadyHelping }: LivedPerson): LivedEvent[] {
  return [
    { at: joinedAt, type: 'person.joined', payload: { personId } },
    { at: joinedAt, type: 'helper-profile.saved', payload: { personId, alreadyHelping, pausedUntil: null } },
    ...(leftAt === null
      ? []
      : [{ at: leftAt, type: 'helper-profile.paused' as const, payload: { personId, pausedUntil: leftAt + pauseMs } }]),
  ];
}

/** Stores events as those that were dealt with long ago, except that nobody has counted them yet. */
export async function writeEvents(tx: Transaction, events: readonly LivedEvent[]): Promise<void> {
  const inOrder = events.toSorted((a, b) => a.at - b.at).map((event) => ({ ...event, id: newId() }));
  await inParts(inOrder, async (part) => {
    await tx.query(
      `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at)
       SELECT id, $1, type, payload, to_timestamp(at / 1000.0), to_timestamp(at / 1000.0)
         FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, type text, payload jsonb, at float8)`,
      [tx.tenancy.municipalityId, JSON.stringify(part)],
    );
  });
}
