import { DAY } from '@app/domain/kernel/time.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';
import { leftToSweep } from '@app/platform/outbox/sweep.js';

/** What happens to requests by themselves. */
export const helpRequestReactions: Reactions = {
  'help-request.clock-set': (event) => {
    // A moment late is harmless; a moment early would find nothing due.
    const delayMs = event.payload.dueAt - event.occurredAt + 20;
    if (leftToSweep(delayMs)) return [];
    return [
      {
        name: 'help-requests.keep-clock',
        id: `${event.id}-clock`,
        data: { municipalityId: event.municipalityId, helpRequestId: event.payload.helpRequestId },
        delayMs,
      },
    ];
  },
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
