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

  it('shows ten and hides nine, and so of the times behind which they stand', () => {
    const seen = (circles: number) =>
      insideView(
        [
          figure('A', circles, 'circles'),
          figure('A', 40, 'circle-turns', 'member'),
          figure('', 20, 'circles'),
          figure('', 60, 'circle-turns', 'member'),
        ],
        ['A'],
      )
        .cells.filter(({ districtCode }) => districtCode === 'A')
        .map(({ measure, bucket, amount }) => [measure, bucket, amount]);
    expect(seen(9)).toStrictEqual([]);
    expect(seen(10)).toStrictEqual([
      ['circles', '', 10],
      ['circle-turns', '', 40],
      ['circle-turns', 'member', 40],
    ]);
  });

  it('tells of no helps of which it is not known who gave them', () => {
    expect(insideView([figure('A', 40, 'helps-by-load', 'unknown')], ['A']).cells).toStrictEqual([]);
  });

  it('is nothing as long as nothing was counted', () => {
    expect(insideView([], districts)).toStrictEqual({ cells: [], totals: [] });
    expect(insideSystem([], districts).places).toStrictEqual([]);
  });

  it('has a place for each part of each measure and row, and of kinds of help for those that were asked for', () => {
    const { places } = insideSystem(
      [figure('A', 1, 'requests-by-category', 'ride'), figure('A', 1, 'requests-by-category', 'ride')],
      ['A'],
    );
    const bucketsAt = (measure: Measure) =>
      places
        .filter((place) => place.measure === measure && place.row === 'all')
        .map(({ kind, bucket }) => [kind, bucket]);
    expect(bucketsAt('requests-by-category')).toStrictEqual([
      ['cell', ''],
      ['cell', 'ride'],
    ]);
    expect(bucketsAt('requests-by-urgency')).toStrictEqual([
      ['cell', ''],
      ['cell', 'acute'],
      ['cell', 'planned'],
    ]);
    expect(bucketsAt('regular')).toStrictEqual([
      ['cell', ''],
      ['total', ''],
    ]);
    expect(new Set(places.map(({ row }) => row))).toStrictEqual(new Set(['A', 'elsewhere', 'all']));
  });

  it('counts who lives in no district with all, and shows them nowhere by themselves', () => {
    const { cells } = insideView([figure('A', 40), figure('', 30), figure('Z', 30)], ['A']);
    const reached = cells.filter(({ measure }) => measure === 'reached');
    expect(reached.map(({ districtCode, amount }) => [districtCode, amount])).toStrictEqual([
      ['A', 40],
      [null, 100],
    ]);
  });

  it('goes on over a quarter in which nothing was counted', () => {
    const figures = [figure('A', 12), figure('A', 18), figure('A', 40, 'reached', '', '2026-Q4')];
    const { cells, totals } = insideView(figures, ['A']);
    const of = (list: typeof cells) =>
      list.filter(({ districtCode }) => districtCode === 'A').map(({ quarter, amount }) => [quarter, amount]);
    expect(of(cells)).toStrictEqual([
      ['2026-Q2', 30],
      ['2026-Q4', 40],
    ]);
    expect(of(totals)).toStrictEqual([
      ['2026-Q2', 30],
      ['2026-Q3', 30],
      ['2026-Q4', 70],
    ]);
  });

  it('is one table: what belongs together is left out or shown wherever it is asked for', () => {
    const { counts, relations } = insideSystem([figure('A', 30), figure('B', 3)], districts);
    const values = hideBeside({ counts, relations });
    expect(values.get('cell|2026-Q2|reached||A')).toBe(30);
    expect(values.get('cell|2026-Q2|reached||B')).toBeNull();
  });
});

describe('what is seen inside a week later', () => {
  const early = [figure('A', 40), figure('B', 8), figure('', 60), figure('A', 8, 'left')];
  const late = [figure('A', 40), figure('B', 38), figure('', 60), figure('A', 38, 'left')];
  const view = insideView(early, ['A', 'B']);
  const seen = ({ cells, totals }: ReturnType<typeof insideView>) =>
    [...cells.map((one) => ['cell', one] as const), ...totals.map((one) => ['total', one] as const)].map(
      ([kind, { quarter, measure, districtCode }]) => `${kind} ${quarter} ${measure} ${districtCode ?? 'all'}`,
    );

  it('brings nothing to light of a quarter that was over, neither of it alone nor up to it', () => {
    const after = insideView(late, ['A', 'B'], { quarter: '2026-Q3', view });
    expect(seen(view)).toStrictEqual([
      'cell 2026-Q2 reached A',
      'cell 2026-Q2 reached all',
      'total 2026-Q2 reached A',
      'total 2026-Q2 reached all',
    ]);
    expect(seen(after)).toStrictEqual(seen(view));
  });

  it('shows in the quarter that goes on what became enough', () => {
    const after = insideView(late, ['A', 'B'], { quarter: '2026-Q2', view });
    expect(seen(after)).toStrictEqual(seen(insideView(late, ['A', 'B'])));
    expect(seen(after)).toContain('cell 2026-Q2 reached B');
  });

  it('keeps apart what was seen of one quarter and of all up to it', () => {
    const only = { cells: view.cells, totals: [] };
    expect(seen(insideView(early, ['A', 'B'], { quarter: '2026-Q3', view: only }))).toStrictEqual([
      'cell 2026-Q2 reached A',
      'cell 2026-Q2 reached all',
    ]);
    const rather = { cells: [], totals: view.totals };
    expect(seen(insideView(early, ['A', 'B'], { quarter: '2026-Q3', view: rather }))).toStrictEqual([
      'total 2026-Q2 reached A',
      'total 2026-Q2 reached all',
    ]);
  });
});
