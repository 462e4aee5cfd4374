import { describe, expect, it } from '@jest/globals';
import type { ManagedGatheringDate } from '@app/contracts/http/gathering-shapes.js';
import { managedDates } from './managed-dates.js';

const now = Date.parse('2026-11-17T14:00:00+01:00');
const on = (day: string, part: Partial<ManagedGatheringDate>): ManagedGatheringDate => ({
  id: day,
  startsAt: `2026-${day}T10:00:00+01:00`,
  endsAt: `2026-${day}T11:30:00+01:00`,
  status: 'planned',
  expected: 0,
  outcome: null,
  came: null,
  actions: [],
  ...part,
});
const ids = (dates: readonly ManagedGatheringDate[]): string[] => dates.map(({ id }) => id);

describe('the dates of a gathering, for its organiser', () => {
  it('keep what was cancelled among what is to come until its day, and tell the latest that was first', () => {
    const { coming, before } = managedDates(
      [
        on('10-29', { outcome: 'held', came: 13, actions: ['note'] }),
        on('11-05', { status: 'cancelled' }),
        on('11-12', { outcome: 'held', came: 17, actions: ['note'] }),
        on('11-13', { actions: ['note'] }),
        on('11-19', { actions: ['cancel'] }),
        on('11-26', { status: 'cancelled' }),
        on('12-03', { actions: ['cancel'] }),
      ],
      now,
    );
    expect(ids(coming)).toEqual(['11-19', '11-26', '12-03']);
    expect(ids(before)).toEqual(['11-12', '11-05', '10-29']);
  });
});
