import type { Reactions } from '@app/platform/outbox/reactions.js';

/** What happens to requests by themselves. */
export const helpRequestReactions: Reactions = {
  'help-request.clock-set': (event) => [
    {
      name: 'help-requests.keep-clock',
      id: `${event.id}-clock`,
      data: { municipalityId: event.municipalityId, helpRequestId: event.payload.helpRequestId },
      // A moment late is harmless; a moment early would find nothing due.
      delayMs: event.payload.dueAt - event.occurredAt + 20,
    },
  ],
  'matching.nobody-reachable': (event) => [
    {
      name: 'help-requests.escalate-unreachable',
      id: `${event.id}-unreachable`,
      data: { municipalityId: event.municipalityId, helpRequestId: event.payload.helpRequestId },
    },
  ],
};
