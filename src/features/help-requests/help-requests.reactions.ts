import { DAY } from '@app/domain/kernel/time.js';
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
  'help-request.thanked': (event) => [
    {
      name: 'help-requests.forget-thanks',
      id: `${event.id}-forget-thanks`,
      data: { municipalityId: event.municipalityId, helpRequestId: event.payload.helpRequestId },
      // Thanks are written after the end, so by then they have had their time.
      delayMs: 30 * DAY,
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
