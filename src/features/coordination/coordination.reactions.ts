import type { Reactions } from '@app/platform/outbox/reactions.js';

/** What organisers see live beside the requests themselves. */
export const coordinationReactions: Reactions = {
  'work-item.changed': ({ id, municipalityId, payload }) => [
    {
      name: 'realtime.hint',
      id: `${id}-hint`,
      data: {
        municipalityId,
        personIds: payload.personIds,
        message: 'work.changed',
        id: payload.associationId,
        version: 0,
      },
    },
  ],
};
