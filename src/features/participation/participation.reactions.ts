import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';
import { countedEvents, type CountedEvent } from './counted-events.js';

/** What happens this shortly after each other (milliseconds) is counted together, so that counting never is in the way. */
const together = 5_000;

function count({ municipalityId, occurredAt }: CountedEvent): AnyPlannedJob {
  return {
    name: 'participation.count',
    data: { municipalityId },
    id: `${municipalityId}-participation-${Math.floor(occurredAt / together)}`,
    delayMs: together,
  };
}

/** Figures follow what happened within seconds; who follows them hears who looks into an alert. */
export const participationReactions: Reactions = {
  ...(Object.fromEntries(
    countedEvents.map((type) => [type, (event: CountedEvent) => [count(event)]]),
  ) satisfies Reactions),
  'alert.acknowledged': ({ id, municipalityId, payload }) => [
    {
      name: 'realtime.hint',
      id: `${id}-hint`,
      data: { municipalityId, personIds: payload.personIds, message: 'monitor.changed', id, version: 0 },
    },
  ],
};
