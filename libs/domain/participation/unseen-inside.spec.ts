import { describe, expect, it } from '@jest/globals';
import type { Figure } from './figure.js';
import { insideView } from './inside-view.js';
import { publishedCounts } from './published-tables.js';
import type { Quarter } from './quarter.js';
import { unseenInside } from './unseen-inside.js';

describe('what is not seen inside', () => {
  const quarter: Quarter = '2026-Q2';
  const reached = (districtCode: string, amount: number): Figure => ({
    quarter,
    districtCode,
    organisationId: 'one',
    measure: 'reached',
    bucket: '',
    amount,
  });
  const figures = [reached('A', 13), reached('B', 13), reached('C', 13), reached('D', 13)];
  const districts = ['A', 'B', 'C', 'D', 'E'];
  const view = insideView(figures, districts);
  const unseen = unseenInside(view, quarter, districts);

  it('is named as it is published: small counts, those left out beside them, and of no district', () => {
    const seen = districts.filter((row) => !unseen.has(`${quarter}/reached//${row}`));
    expect(
      view.cells.filter(({ measure }) => measure === 'reached').map(({ districtCode }) => districtCode),
    ).toStrictEqual([...seen, null]);
    expect(seen.length).toBeLessThan(4);
    expect(unseen.has(`${quarter}/reached//elsewhere`)).toBe(true);
  });

  it('tells the totals since the beginning apart from the quarter', () => {
    const many = [{ ...reached('A', 40), measure: 'regular' as const }];
    const [total, cell] = [`${quarter}/regular//since-start`, `${quarter}/regular//all`];
    const all = insideView(many, districts);
    const isUnseen = (one: typeof all) => [total, cell].map((name) => unseenInside(one, quarter, districts).has(name));
    expect(isUnseen(all)).toStrictEqual([false, false]);
    expect(isUnseen({ ...all, totals: [] })).toStrictEqual([true, false]);
    expect(isUnseen({ ...all, cells: [] })).toStrictEqual([false, true]);
  });

  it('is everything of a quarter of which nothing is seen, and names nothing that is not published', () => {
    const published = publishedCounts('2026-Q3', figures, districts);
    expect([...unseenInside(view, '2026-Q3', districts)].toSorted()).toStrictEqual([...published.keys()].toSorted());
  });
});
