import { describe, expect, it } from '@jest/globals';
import { hideBeside, rounded, threshold, type PublishedValue } from '../statistics/index.js';
import { insideSystem, insideView } from './inside-view.js';
import type { Figure, Measure } from './figure.js';
import type { Quarter } from './quarter.js';

const districts = ['A', 'B', 'C', 'D', 'E'];
const figure = (
  districtCode: string,
  amount: number,
  measure: Measure = 'reached',
  bucket = '',
  quarter: Quarter = '2026-Q2',
): Figure => ({ quarter, districtCode, organisationId: 'one', measure, bucket, amount });

/** Everything that a count can be for who knows what is shown, tried one by one. */
function possible(values: readonly (number | null)[], sum: PublishedValue): ReadonlySet<number> {
  const range = (value: number | null): number[] =>
    value === null
      ? Array.from({ length: 60 }, (_, count) => count)
      : [-2, -1, 0, 1, 2].map((by) => value + by).filter((count) => count >= threshold);
  let sums = new Set([0]);
  for (const value of values.filter((one) => one !== null))
    sums = new Set([...sums].flatMap((before) => range(value).map((count) => before + count)));
  const wholes = sum === null ? Array.from({ length: 400 }, (_, count) => count) : range(sum);
  return new Set([...sums].flatMap((others) => wholes.map((whole) => whole - others)).filter((count) => count >= 0));
}

describe('what is seen inside', () => {
  it('leaves another count out where rounding alone would tell that there is nobody', () => {
    const figures = ['A', 'B', 'C', 'D'].map((district) => figure(district, 13));
    const naive = [...figures.map(({ amount }) => rounded(amount)), rounded(52)];
    expect([...possible(naive.slice(0, 4), naive[4]!)]).toStrictEqual([0]);
    const { cells } = insideView(figures, districts);
    const reached = cells.filter(({ measure }) => measure === 'reached');
    const seen = (district: string | null) => reached.find((one) => one.districtCode === district)?.amount ?? null;
    const left = districts.map(seen).filter((value) => value !== null);
    expect(left.length).toBeLessThan(4);
    expect(possible(left, seen(null)).size).toBeGreaterThanOrEqual(5);
  });

  it('shows no number below ten, and no other than a multiple of five', () => {
    const figures = districts.map((district, index) => figure(district, 7 + 3 * index));
    const { cells, totals } = insideView(figures, districts);
    expect(cells.length).toBeGreaterThan(0);
    for (const { amount } of [...cells, ...totals]) expect([amount >= 10, amount % 5]).toStrictEqual([true, 0]);
  });

  it('tells of no times behind which stand few people', () => {
    const of = (bucket: string, people: number, helps: number) => [
      figure('A', people, 'helpers', bucket),
      figure('A', helps, 'helps'),
      figure('A', helps, 'helps-by-load', bucket),
    ];
    const few = insideView([...of('10-up', 2, 40)], districts).cells;
    expect(few).toStrictEqual([]);
    const many = insideView([...of('2', 20, 40)], districts).cells;
    expect(many.map(({ measure }) => measure)).toContain('helps-by-load');
  });

  it('counts the funnel on over quarters', () => {
    const figures = [figure('A', 30), figure('A', 40, 'reached', '', '2026-Q3')];
    const { totals } = insideView(figures, districts);
    const at = (quarter: string) =>
      totals.find((one) => one.quarter === quarter && one.measure === 'reached' && one.districtCode === 'A')?.amount;
    expect([at('2026-Q2'), at('2026-Q3')]).toStrictEqual([30, 70]);
  });

  it('is one table: what belongs together is left out or shown wherever it is asked for', () => {
    const { counts, relations } = insideSystem([figure('A', 30), figure('B', 3)], districts);
    const values = hideBeside({ counts, relations });
    expect(values.get('cell|2026-Q2|reached||A')).toBe(30);
    expect(values.get('cell|2026-Q2|reached||B')).toBeNull();
  });
});
