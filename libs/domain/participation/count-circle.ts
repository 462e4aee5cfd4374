import { inOrder, type Fact } from './fact.js';
import type { Figure, Measure } from './figure.js';
import { quarterOf } from './quarter.js';

/** What one circle adds to the figures of one quarter: itself, when a turn of it was due, and who came. */
export function countCircle(facts: readonly Fact[]): readonly Figure[] {
  const turns = inOrder(facts);
  const last = turns.at(-1);
  if (!last) return [];
  const figure = (measure: Measure, bucket: string): Figure => ({
    quarter: quarterOf(last.day),
    districtCode: last.districtCode,
    organisationId: last.organisationId,
    measure,
    bucket,
    amount: 1,
  });
  return [figure('circles', ''), ...turns.map(({ code }) => figure('circle-turns', code))];
}
