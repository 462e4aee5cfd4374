import { inOrder, type Fact } from './fact.js';
import type { Figure, Measure } from './figure.js';
import { quarterOf } from './quarter.js';

/**
 * What one gathering adds to the figures of one quarter: each of its dates by what became of it, everybody who came, and
 * how many came to its busiest date of a kind. At least so many different people came, and nobody noted who.
 */
export function countGathering(facts: readonly Fact[]): readonly Figure[] {
  // Of each day what was told last: who noted a wrong number, notes it again.
  const dates = [...new Map(inOrder(facts).map((fact) => [fact.day, fact])).values()];
  const held = dates.filter(({ code }) => code === 'held');
  return [
    ...dates.map((date) => figure(date, 'gatherings', date.code, 1)),
    ...held.map((date) => figure(date, 'gathering-visits', date.detail, date.amount)),
    ...busiest(held).map((date) => figure(date, 'gathering-peaks', date.detail, date.amount)),
  ];
}

/** The date of each kind to which most people came, of equals the first. */
function busiest(held: readonly Fact[]): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const date of held) if (date.amount > (found.get(date.detail)?.amount ?? -1)) found.set(date.detail, date);
  return [...found.values()];
}

function figure(date: Fact, measure: Measure, bucket: string, amount: number): Figure {
  const { day, districtCode, organisationId } = date;
  return { quarter: quarterOf(day), districtCode, organisationId, measure, bucket, amount };
}
