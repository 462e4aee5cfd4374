import { describe, expect, it } from '@jest/globals';
import { alertsOf } from './alerts.js';
import { amountIn, shareOf, type ShownCount } from './shown-figures.js';

const east = 'WK032700';
const cell = (
  measure: string,
  bucket: string,
  amount: number,
  quarter = '2026-Q4',
  districtCode: string | null = null,
): ShownCount => ({ measure, bucket, amount, quarter, districtCode });
const some = (quarter: string, all: number, helped: number) => [
  cell('requests', '', all, quarter, east),
  cell('requests', 'helped', helped, quarter, east),
];
/** All of them are over. */
const requests = (quarter: string, all: number, helped: number) => [
  ...some(quarter, all, helped),
  cell('requests', 'not-helped', all - helped, quarter, east),
];

it('a number that is not there is not known, and is never taken for none', () => {
  const shown = [cell('requests', '', 40, '2026-Q4', east)];
  expect(amountIn(shown, { quarter: '2026-Q4', district: east, measure: 'requests' })).toBe(40);
  expect(amountIn(shown, { quarter: '2026-Q4', district: null, measure: 'requests' })).toBeNull();
  expect(amountIn(shown, { quarter: '2026-Q3', district: east, measure: 'requests' })).toBeNull();
  expect(amountIn(shown, { quarter: '2026-Q4', district: east, measure: 'requests', bucket: 'helped' })).toBeNull();
  expect([shareOf(10, null), shareOf(null, 10), shareOf(0, 0), shareOf(15, 10)]).toEqual([null, null, null, 1]);
});

describe('alerts', () => {
  it.each([
    [40, 24, 1],
    [40, 34, 0],
    [15, 10, 0],
    [20, 10, 1],
  ])('tell of an area with %i requests of which %i were helped, after 36 of 40: %i', (all, helped, count) => {
    const cells = [...requests('2026-Q3', 40, 36), ...requests('2026-Q4', all, helped)];
    expect(alertsOf(cells, [east], '2026-Q4')).toHaveLength(count);
  });

  it.each([
    [50, 45, 1],
    [100, 95, 0],
  ])('tell of a fall of a tenth, not of less: from all of %i to %i', (all, helped, count) => {
    const cells = [...requests('2026-Q3', all, all), ...requests('2026-Q4', all, helped)];
    expect(alertsOf(cells, [east], '2026-Q4')).toHaveLength(count);
  });

  const part = (quarter: string, bucket: string, amount: number) => cell('requests', bucket, amount, quarter, east);
  it.each<[string, number, number, readonly [string, number][], number]>([
    ['that mostly goes on', 85, 55, [['running', 30]], 0],
    ['of which too few are over', 85, 10, [['running', 70]], 0],
    [
      'of which enough went wrong meanwhile',
      85,
      35,
      [
        ['running', 30],
        ['expired-unfilled', 20],
      ],
      1,
    ],
    ['of which fewer than ten may go on', 60, 45, [['not-helped', 10]], 0],
    ['of which nothing can go on', 60, 45, [['not-helped', 15]], 1],
    ['of which ten or more may go on, as far as is shown', 60, 40, [], 1],
  ])('wait for the end of requests in a quarter %s: %i, helped %i', (_what, all, helped, parts, count) => {
    const cells = [
      ...requests('2026-Q3', 1_000, 900),
      ...some('2026-Q4', all, helped),
      ...parts.map(([bucket, amount]) => part('2026-Q4', bucket, amount)),
    ];
    expect(alertsOf(cells, [east], '2026-Q4')).toHaveLength(count);
  });

  it('take what still goes on out of the quarter before as well', () => {
    const before = [...some('2026-Q3', 100, 60), part('2026-Q3', 'running', 35)];
    const found = alertsOf([...before, ...some('2026-Q4', 100, 70)], [east], '2026-Q4');
    expect(found).toMatchObject([{ before: 60 / 65, now: 70 / 91 }]);
  });

  it('name the place and both shares', () => {
    const cells = [...requests('2026-Q3', 40, 40), ...requests('2026-Q4', 40, 20)];
    expect(alertsOf(cells, [east], '2026-Q4')).toEqual([{ kind: 'fill-drops', district: east, before: 1, now: 0.5 }]);
    expect(alertsOf(cells, [], '2026-Q4')).toEqual([]);
  });

  it('tell of no fall from or to a share that is not shown', () => {
    const all = (quarter: string) => cell('requests', '', 40, quarter, east);
    const none = cell('requests', 'helped', 0, '2026-Q4', east);
    expect(alertsOf([...requests('2026-Q3', 40, 40), all('2026-Q4')], [east], '2026-Q4')).toEqual([]);
    expect(alertsOf([all('2026-Q3'), all('2026-Q4'), none], [east], '2026-Q4')).toEqual([]);
  });

  it.each([
    [500, [{ kind: 'over-asked', district: null, now: 5 }]],
    [495, []],
  ])('tell of a group that is asked too often: %i asks to 100 people', (asks, expected) => {
    const shown = [cell('people-asked', '', 100), cell('asks', '', asks)];
    expect(alertsOf(shown, [east], '2026-Q4')).toEqual(expected);
  });

  it('tell nothing of how often people are asked when one of both numbers is not shown, or nobody was', () => {
    expect(alertsOf([cell('asks', '', 900)], [east], '2026-Q4')).toEqual([]);
    expect(alertsOf([cell('people-asked', '', 10)], [east], '2026-Q4')).toEqual([]);
    expect(alertsOf([cell('asks', '', 900), cell('people-asked', '', 0)], [east], '2026-Q4')).toEqual([]);
  });
});
