import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import { DAY, MINUTE } from '@app/domain/kernel/time.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';

/** Whoever has the conversation open reads within this; only then it is worth a mail. */
const mailAfter = MINUTE;
const forgetAfter = 30 * DAY;

function hint(
  { id, municipalityId, payload }: OutboxEvent<'message.sent' | 'message.read'>,
  personIds: readonly string[],
): AnyPlannedJob {
  const { conversationId, version } = payload;
  return {
    name: 'realtime.hint',
    data: { municipalityId, personIds, message: 'conversation.changed', id: conversationId, version },
    id: `${id}-hint`,
  };
}

const overEvents = [
  'help-request.closed',
  'help-request.cancelled',
  'help-request.expired',
] as const satisfies readonly EventType[];

function forget({ id, municipalityId, payload }: OutboxEvent<(typeof overEvents)[number]>): AnyPlannedJob[] {
  const { helpRequestId } = payload;
  // A moment late is harmless; a moment early would find nothing due.
  return [
    {
      name: 'conversations.forget',
      data: { municipalityId, helpRequestId },
      id: `${id}-forget-messages`,
      delayMs: forgetAfter + MINUTE,
    },
  ];
}

/** What follows from writing, reading, and the end of a request. */
export const conversationReactions: Reactions = {
  'message.sent': (event) => {
    const { municipalityId, payload } = event;
    const { conversationId, recipientId, senderId } = payload;
    return [
      hint(event, [recipientId, senderId]),
      {
        name: 'conversations.tell-unread',
        data: { municipalityId, conversationId, recipientId },
        id: `${event.id}-tell-unread`,
        delayMs: mailAfter,
      },
    ];
  },
  'reply.received': ({ id, municipalityId, payload: { replyId } }) => [
    { name: 'conversations.take-reply', data: { municipalityId, replyId }, id: `${id}-take-reply` },
  ],
  'message.read': (event) => [hint(event, [event.payload.otherId, event.payload.readerId])],
  'help-request.closed': forget,
  'help-request.cancelled': forget,
  'help-request.expired': forget,
};
