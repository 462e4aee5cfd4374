import type { WavePlan } from '@app/domain/matching/index.js';

/** What came of a decision, in numbers that a repetition has to give again to the last digit. */
export interface PlanSummary {
  /** In the order in which they were chosen. */
  readonly people: readonly string[];
  readonly probabilities: readonly number[];
  readonly prices: readonly number[];
  readonly target: number;
  readonly deficit: number;
  readonly cover: number;
  readonly nextTickInMs: number;
}

export function planSummary({ asks, target, deficit, cover, nextTickInMs }: WavePlan): PlanSummary {
  return {
    people: asks.map(({ personId }) => personId),
    probabilities: asks.map(({ probability }) => probability),
    prices: asks.map(({ cost }) => cost),
    target,
    deficit,
    cover,
    nextTickInMs,
  };
}
