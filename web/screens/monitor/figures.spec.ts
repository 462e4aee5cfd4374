import { describe, expect, it } from '@jest/globals';
import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { fillOf } from '@app/domain/participation/shown-figures.js';
import { asksAHelp, funnelOf, medianTimeToYes } from './figures.js';

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
  it('make the funnel, each step against the one before', () => {
    const steps = funnelOf(view([], [cell('reached', '', 80), cell('willing', '', 60)]), '2026-Q4', null);
    expect(steps.map(({ people, share }) => [people, share])).toEqual([
      [80, null],
      [60, 0.75],
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(steps[1]).toMatchObject({ name: 'Wel bereid' });
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
    expect(fillOf(some.cells, '2026-Q4', null)).toBe(0.8);
    expect(asksAHelp(some, '2026-Q4', null)).toBe(2.5);
    expect(asksAHelp(view([]), '2026-Q4', null)).toBeNull();
  });
});
