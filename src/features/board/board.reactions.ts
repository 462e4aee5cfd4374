import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';

/** Events after which a board may show a request differently, or its version is another one. */
const boardEvents = [
  'help-request.opened',
  'help-request.edited',
  'help-request.accepted',
  'help-request.waitlisted',
  'help-request.confirmed',
  'help-request.withdrawn',
  'help-request.promoted',
  'help-request.reopened',
  'help-request.cancelled',
  'help-request.expired',
  'help-request.escalated',
  'help-request.outcome-asked',
  'help-request.closed',
] as const satisfies readonly EventType[];

/** Changes no board by itself. */
const otherEvents = ['help-request.released'] as const satisfies readonly EventType[];

/** Events that come by the wave: many people's asks of one request change at once. */
const waveEvents = ['ask.created', 'ask.closed', 'ask.taken-back'] as const satisfies readonly EventType[];

type RequestEvent = OutboxEvent<(typeof boardEvents)[number] | (typeof otherEvents)[number] | 'help-request.posted'>;
type WaveEvent = OutboxEvent<(typeof waveEvents)[number]>;

function projectEntry({ id, municipalityId, payload }: RequestEvent): AnyPlannedJob {
  return { name: 'board.project', data: { municipalityId, helpRequestId: payload.helpRequestId }, id: `${id}-board` };
}

/** Tells the people the event itself names; who else takes part is looked up when the hint is given. */
function hintRequest({ id, municipalityId, payload }: RequestEvent): AnyPlannedJob {
  const named = [
    'askerId' in payload ? payload.askerId : undefined,
    'personId' in payload ? payload.personId : undefined,
    'ownerPersonId' in payload ? payload.ownerPersonId : undefined,
  ].filter((personId) => personId !== undefined);
  const { helpRequestId, version } = payload;
  return {
    name: 'realtime.hint',
    data: { municipalityId, personIds: named, message: 'help-request.changed', id: helpRequestId, version },
    id: `${id}-hint`,
  };
}

/** One hint a wave and not one an ask: jobs of the same second have the same id, so the queue keeps one. */
function hintWave({ municipalityId, payload, occurredAt }: WaveEvent): AnyPlannedJob {
  const { helpRequestId } = payload;
  return {
    name: 'realtime.hint',
    data: { municipalityId, personIds: [], message: 'ask.changed', id: helpRequestId, version: 0 },
    id: `${helpRequestId}-asks-${Math.floor(occurredAt / 1000)}-hint`,
  };
}

function hintAnswer({ id, municipalityId, payload }: OutboxEvent<'ask.answered'>): AnyPlannedJob {
  const { askId, personId } = payload;
  return {
    name: 'realtime.hint',
    data: { municipalityId, personIds: [personId], message: 'ask.changed', id: askId, version: 0 },
    id: `${id}-hint`,
  };
}

/** What has to be shown or hinted live when something happened. */
export const boardReactions: Reactions = {
  ...Object.fromEntries(
    boardEvents.map((type) => [type, (event: RequestEvent) => [projectEntry(event), hintRequest(event)]]),
  ),
  ...Object.fromEntries(otherEvents.map((type) => [type, (event: RequestEvent) => [hintRequest(event)]])),
  ...Object.fromEntries(waveEvents.map((type) => [type, (event: WaveEvent) => [hintWave(event)]])),
  'ask.answered': (event) => [hintAnswer(event)],
  // Whoever posted knows, and what opens at once says so itself; only who has to look first must hear of it.
  'help-request.posted': (event) => (event.payload.waitsForReview ? [hintRequest(event)] : []),
};
