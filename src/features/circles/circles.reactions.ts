import type { Reactions } from '@app/platform/outbox/reactions.js';

/** What follows from a change in a circle. */
export const circleReactions: Reactions = {
  'help-request.posted': ({ id, municipalityId, payload: { weekly, helpRequestId } }) =>
    weekly ? [{ name: 'circles.plan-weekly', id: `${id}-weekly`, data: { municipalityId, helpRequestId } }] : [],
  'circle.changed': ({ id, municipalityId, payload }) => [
    { name: 'circles.hint', id: `${id}-circle-hint`, data: { municipalityId, circleId: payload.circleId } },
  ],
  'circle.swap-asked': ({ id, municipalityId, payload }) => [
    { name: 'circles.tell-swap', id: `${id}-tell-swap`, data: { municipalityId, slotId: payload.slotId } },
  ],
  'circle.news': ({ id: eventId, municipalityId, payload: { news, subjectId, personIds } }) =>
    personIds.map((recipientId) => ({
      name: 'notifications.send',
      id: `${eventId}-${news}-${recipientId}`,
      data: { municipalityId, eventId, recipientId, template: `circle-${news}`, subjectId },
    })),
  'person.blocked': ({ id, municipalityId, payload: { personId, otherId } }) => [
    { name: 'circles.part', id: `${id}-part`, data: { municipalityId, personId, otherId } },
  ],
};
