import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, daysBetween, instantOf, wallTimeOf } from './amsterdam.js';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('wall time in the Netherlands', () => {
  it('reads winter and summer off the wall', () => {
    expect(wallTimeOf(Date.parse('2026-11-24T13:05:00Z'))).toEqual({ day: '2026-11-24', time: '14:05' });
    expect(wallTimeOf(Date.parse('2026-07-01T22:30:00Z'))).toEqual({ day: '2026-07-02', time: '00:30' });
  });

  it('turns a wall time into the instant, in winter and in summer', () => {
    expect(iso(instantOf({ day: '2026-11-24', time: '16:00' }))).toBe('2026-11-24T15:00:00.000Z');
    expect(iso(instantOf({ day: '2026-07-01', time: '16:00' }))).toBe('2026-07-01T14:00:00.000Z');
  });

  it('moves a time that the clock skips to the hour after it', () => {
    expect(iso(instantOf({ day: '2027-03-28', time: '02:30' }))).toBe('2027-03-28T01:30:00.000Z');
  });

  it('takes the first of a time that comes twice', () => {
    expect(iso(instantOf({ day: '2026-10-25', time: '02:30' }))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('finds back every minute that comes once', () => {
    const minutes = fc.integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2028-01-01') / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const wall = wallTimeOf(minute * 60_000);
        const back = instantOf(wall);
        expect(wallTimeOf(back)).toEqual(wall);
        expect(minute * 60_000 - back === 0 || minute * 60_000 - back === 3_600_000).toBe(true);
      }),
    );
  });

  it('says nothing of what is no time', () => {
    expect(instantOf({ day: '2026-11-24', time: '' })).toBeNaN();
  });
});

describe('days', () => {
  it('counts over the end of a month and over a change of the clock', () => {
    expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01');
    expect(dayAfter('2027-03-27', 2)).toBe('2027-03-29');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });
});
