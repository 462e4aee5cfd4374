import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';

/** What a feature wants done when something happened: jobs as data, computed from the event alone. */
export type Reactions = {
  readonly [T in EventType]?: (event: OutboxEvent<T>) => readonly AnyPlannedJob[];
};

/** Injection token of the list of all features' reactions. */
export const REACTIONS = Symbol('REACTIONS');

/** All jobs that all features want for one event. */
export function jobsFor(reactions: readonly Reactions[], event: OutboxEvent): AnyPlannedJob[] {
  return reactions.flatMap((feature) => {
    const react = feature[event.type] as ((event: OutboxEvent) => readonly AnyPlannedJob[]) | undefined;
    return react ? [...react(event)] : [];
  });
}
