import { describe, expect, it } from '@jest/globals';
import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { alertsOf } from './alerts.js';
import { amountIn, asksAHelp, fillOf, funnelOf, medianTimeToYes, shareOf } from './figures.js';

const east = 'WK032700';
const cell = (
  measure: string,
  bucket: string,
  amount: number,
  quarter = '2026-Q4',
  districtCode: string | null = null,
): ParticipationCell => ({ measure, bucket, amount, quarter, districtCode });

const view = (cells: readonly ParticipationCell[], totals: readonly ParticipationCell[] = []): Participation => ({
  municipality: { code: 'GM0327', name: 'Leusden' },
  from: '2026-Q1',
  until: '2026-Q4',
  associationId: null,
  asOf: '2026-11-24T13:00:00Z',
  exact: false,
  source: 'Geteld.',
  definitions: [
    {
      measure: 'time-to-yes',
      name: 'Tijd tot een ja',
      definition: '',
      unit: 'requests',
      buckets: [
        { code: '15-minutes', name: 'Binnen een kwartier' },
        { code: '1-hour', name: 'Binnen een uur' },
        { code: 'longer', name: 'Later' },
      ],
    },
    { measure: 'willing', name: 'Wel bereid', definition: 'Mensen die willen.', unit: 'people', buckets: [] },
  ],
  districts: [{ code: east, name: 'Centrum Oost' }],
  cells: [...cells],
  totals: [...totals],
});

describe('numbers', () => {
  it('that are not there are not known, and are never taken for none', () => {
    const some = [cell('requests', '', 40, '2026-Q4', east)];
    expect(amountIn(some, { quarter: '2026-Q4', district: east, measure: 'requests' })).toBe(40);
    expect(amountIn(some, { quarter: '2026-Q4', district: null, measure: 'requests' })).toBeNull();
    expect(amountIn(some, { quarter: '2026-Q3', district: east, measure: 'requests' })).toBeNull();
    expect(amountIn(some, { quarter: '2026-Q4', district: east, measure: 'requests', bucket: 'helped' })).toBeNull();
    expect([shareOf(10, null), shareOf(null, 10), shareOf(0, 0), shareOf(15, 10)]).toEqual([null, null, null, 1]);
  });

  it('make the funnel, each step against the one before', () => {
    const steps = funnelOf(view([], [cell('reached', '', 80), cell('willing', '', 60)]), '2026-Q4', null);
    expect(steps.map(({ people, share }) => [people, share])).toEqual([
      [80, null],
      [60, 0.75],
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(steps[1]).toMatchObject({ name: 'Wel bereid', definition: 'Mensen die willen.' });
  });

  it('tell within which time half had a yes', () => {
    const times = (...amounts: number[]) =>
      view([
        cell('time-to-yes', '', 100),
        ...['15-minutes', '1-hour', 'longer'].map((bucket, index) => cell('time-to-yes', bucket, amounts[index] ?? 0)),
      ]);
    expect(medianTimeToYes(times(50, 30, 20), '2026-Q4', null)).toBe('Binnen een kwartier');
    expect(medianTimeToYes(times(45, 30, 25), '2026-Q4', null)).toBe('Binnen een uur');
    expect(medianTimeToYes(times(10, 10, 10), '2026-Q4', null)).toBeNull();
    expect(medianTimeToYes(view([]), '2026-Q4', null)).toBeNull();
  });

  it('tell what was helped, and what that took', () => {
    const some = view([cell('requests', '', 50), cell('requests', 'helped', 40), cell('asks-of-helped', '', 100)]);
    expect(fillOf(some, '2026-Q4', null)).toBe(0.8);
    expect(asksAHelp(some, '2026-Q4', null)).toBe(2.5);
    expect(asksAHelp(view([]), '2026-Q4', null)).toBeNull();
  });
});

describe('alerts', () => {
  const requests = (quarter: string, all: number, helped: number) => [
    cell('requests', '', all, quarter, east),
    cell('requests', 'helped', helped, quarter, east),
  ];

  it.each([
    [40, 24, 1],
    [40, 34, 0],
    [15, 10, 0],
  ])('tell of an area with %i requests of which %i were helped, after 36 of 40: %i', (all, helped, count) => {
    const alerts = alertsOf(view([...requests('2026-Q3', 40, 36), ...requests('2026-Q4', all, helped)]), '2026-Q4');
    expect(alerts.filter(({ kind }) => kind === 'fill-drops')).toHaveLength(count);
  });

  it('name the place and both shares', () => {
    const alerts = alertsOf(view([...requests('2026-Q3', 40, 40), ...requests('2026-Q4', 40, 20)]), '2026-Q4');
    expect(alerts).toEqual([{ kind: 'fill-drops', place: 'Centrum Oost', before: 1, now: 0.5 }]);
  });

  it.each([
    [10, [{ kind: 'over-asked', place: 'Leusden', share: 0.1 }]],
    [5, []],
  ])('tell of a group that is asked too often: %i of 100', (often, expected) => {
    const some = view([cell('people-asked', '', 100), cell('people-asked', '10-up', often)]);
    expect(alertsOf(some, '2026-Q4')).toEqual(expected);
  });
});
