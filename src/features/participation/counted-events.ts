import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';

/** Events that say something of participation. The index that finds uncounted ones names the same. */
export const countedEvents = [
  'person.joined',
  'helper-profile.saved',
  'helper-profile.paused',
  'ask.created',
  'ask.called',
  'ask.answered',
  'ask.taken-back',
  'help-request.opened',
  'help-request.accepted',
  'help-request.closed',
  'help-request.cancelled',
  'help-request.expired',
  'desk-question.asked',
  'desk-question.moved',
  'desk-question.answered',
  'desk-question.withdrawn',
  'circle.turn-over',
  'gathering.over',
  'strain-signal.given',
  'strain-signal.taken-back',
] as const satisfies readonly EventType[];

type CountedType = (typeof countedEvents)[number];

/** An event to count, discriminated by its type. */
export type CountedEvent = { [T in CountedType]: OutboxEvent<T> }[CountedType];
