import { inOrder, type Fact } from './fact.js';
import type { Figure, Measure } from './figure.js';
import { quarterOf } from './quarter.js';

/**
 * What one circle adds to the figures of one quarter: itself, when a turn of it was due, and who came. All of it counts where
 * the circle was at its last turn.
 */
export function countCircle(facts: readonly Fact[]): readonly Figure[] {
  const turns = inOrder(facts);
  return turns.slice(-1).flatMap(({ day, districtCode, organisationId }) => {
    const figure = (measure: Measure, bucket: string): Figure => ({
      quarter: quarterOf(day),
      districtCode,
      organisationId,
      measure,
      bucket,
      amount: 1,
    });
    return [figure('circles', ''), ...turns.map(({ code }) => figure('circle-turns', code))];
  });
}
