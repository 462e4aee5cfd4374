import type { OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';

/** The list of an organisation changed: everybody who works there hears it. */
function hintList({ id, municipalityId }: OutboxEvent, associationId: string): AnyPlannedJob[] {
  return [{ name: 'coordination.hint-list', id: `${id}-list`, data: { municipalityId, associationId } }];
}

/** What organisers see live beside the requests themselves. */
export const coordinationReactions: Reactions = {
  'work.touched': (event) => hintList(event, event.payload.associationId),
  'report.made': (event) => hintList(event, event.payload.associationId),
  'vog.ending': (event) => hintList(event, event.payload.associationId),
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
