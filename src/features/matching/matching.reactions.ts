import type { OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';

type AboutRequest = OutboxEvent & { readonly payload: { readonly helpRequestId: string } };

function plan(event: AboutRequest, replan: boolean): AnyPlannedJob {
  const { municipalityId, id, payload } = event;
  return {
    name: 'matching.plan-wave',
    id: `${id}-wave`,
    data: { municipalityId, helpRequestId: payload.helpRequestId, ...(replan ? { replan } : {}) },
  };
}

function settle(event: AboutRequest): AnyPlannedJob {
  const { municipalityId, id, payload } = event;
  return {
    name: 'matching.settle-asks',
    id: `${id}-settle`,
    data: { municipalityId, helpRequestId: payload.helpRequestId },
  };
}

/** What the news about a request means for asking neighbours. */
export const matchingReactions: Reactions = {
  'help-request.opened': (event) => [plan(event, false)],
  'help-request.edited': (event) => [plan(event, true)],
  // A seat came free: the others were told that it was solved, so new neighbours are asked.
  'help-request.withdrawn': (event) => [plan(event, true)],
  'help-request.accepted': (event) => [settle(event)],
  'help-request.promoted': (event) => [settle(event)],
  'help-request.cancelled': (event) => [settle(event)],
  'help-request.expired': (event) => [settle(event)],
  'help-request.closed': (event) => [settle(event)],
  'help-request.outcome-asked': (event) => [settle(event)],
  // Each "no" is replaced at once.
  'ask.answered': (event) => (event.payload.answer === 'no' ? [plan(event, true)] : []),
  'ask.taken-back': (event) => [plan(event, true)],
  'matching.learning-set': ({ id, municipalityId, payload, occurredAt }) => [
    {
      name: 'matching.learn',
      id: `${id}-learn`,
      data: { municipalityId, helpRequestId: payload.helpRequestId },
      delayMs: payload.dueAt - occurredAt + 20,
    },
  ],
  'matching.wave-set': (event) => [
    { ...plan(event, false), id: `${event.id}-wave`, delayMs: event.payload.dueAt - event.occurredAt + 20 },
  ],
};
