import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMoment } from '@app/platform/time/local-clock.js';
import { firstMoment, nextMoment, recentTuesdayAtTwo } from './opening-moment.js';

const at = (text: string): number => Date.parse(text);
const anyInstant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
const day = 24 * 3_600_000;

describe('when the demonstration is', () => {
  it('is now, by day', () => {
    expect(firstMoment(at('2026-11-22T10:00:00+01:00'))).toBe(at('2026-11-22T10:00:00+01:00'));
    expect(firstMoment(at('2026-11-22T08:30:00+01:00'))).toBe(at('2026-11-22T08:30:00+01:00'));
  });

  it('is the last Tuesday afternoon, at night', () => {
    expect(firstMoment(at('2026-11-22T04:00:00+01:00'))).toBe(at('2026-11-17T14:00:00+01:00'));
    expect(firstMoment(at('2026-11-22T08:29:59+01:00'))).toBe(at('2026-11-17T14:00:00+01:00'));
    expect(firstMoment(at('2026-11-22T19:30:00+01:00'))).toBe(at('2026-11-17T14:00:00+01:00'));
    expect(firstMoment(at('2026-11-24T23:00:00+01:00'))).toBe(at('2026-11-24T14:00:00+01:00'));
  });

  it('goes on where it was, or the next afternoon', () => {
    expect(nextMoment(at('2026-11-17T16:00:00+01:00'))).toBe(at('2026-11-17T16:00:00+01:00'));
    expect(nextMoment(at('2026-11-17T22:00:00+01:00'))).toBe(at('2026-11-18T14:00:00+01:00'));
    expect(nextMoment(at('2026-11-18T03:00:00+01:00'))).toBe(at('2026-11-18T14:00:00+01:00'));
  });

  it('is a Tuesday at two, less than a week and an hour ago, whatever the season', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const moment = recentTuesdayAtTwo(now);
        expect(localMoment(moment)).toMatchObject({ weekday: 'tuesday', minuteOfDay: 14 * 60 });
        expect(moment).toBeLessThanOrEqual(now);
        expect(now - moment).toBeLessThan(7 * day + 3_600_000);
      }),
    );
  });

  it('never begins ahead of the clock on the wall, and never goes back', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        expect(firstMoment(now)).toBeLessThanOrEqual(now);
        expect(nextMoment(now)).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
