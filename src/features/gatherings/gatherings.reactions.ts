import type { Reactions } from '@app/platform/outbox/reactions.js';

/** Whoever said to come hears what changed. */
export const gatheringReactions: Reactions = {
  'gathering.news': ({ id: eventId, municipalityId, payload: { news, subjectId, personIds } }) =>
    personIds.map((recipientId) => ({
      name: 'notifications.send',
      id: `${eventId}-${news}-${recipientId}`,
      data: { municipalityId, eventId, recipientId, template: `gathering-${news}`, subjectId },
    })),
};
