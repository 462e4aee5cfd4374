import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../kernel/time.js';
import { reminderTimes } from './reminder.js';

/** A clock on the wall that shows the time as it is. */
const minuteOfDayAt = (instant: number): number => Math.floor((instant % DAY) / MINUTE);
const at = (days: number, hours: number): number => 100 * DAY + days * DAY + hours * HOUR;
const times = (agreedAt: number, from: number) => reminderTimes({ agreedAt, from }, minuteOfDayAt);

describe('reminding', () => {
  it('comes the evening before and two hours before', () => {
    expect(times(at(0, 9), at(3, 14))).toStrictEqual([at(2, 18), at(3, 12)]);
  });

  it('waits for the morning, and is left out when the help begins by then', () => {
    expect(times(at(0, 9), at(3, 9))).toStrictEqual([at(2, 18), at(3, 8)]);
    expect(times(at(0, 9), at(3, 8.25))).toStrictEqual([at(2, 18)]);
    expect(times(at(0, 9), at(3, 0.5))).toStrictEqual([at(2, 18)]);
  });

  it('leaves alone who agreed a moment ago', () => {
    expect(times(at(0, 15), at(1, 14))).toStrictEqual([at(0, 18), at(1, 12)]);
    expect(times(at(0, 15) + 1, at(1, 14))).toStrictEqual([at(1, 12)]);
    expect(times(at(0, 14), at(0, 18))).toStrictEqual([]);
    expect(times(at(0, 14), at(0, 14))).toStrictEqual([]);
  });

  it.each([
    ['forward', 60, 120],
    ['back', 120, 60],
  ])('comes at six by the clock on the wall, also before the night in which it goes %s', (_, before, after) => {
    const change = at(3, 1);
    const changing = (instant: number): number => minuteOfDayAt(instant + (instant < change ? before : after) * MINUTE);
    const found = reminderTimes({ agreedAt: at(0, 9), from: at(3, 12) }, changing);
    expect(found.map(changing)).toStrictEqual([18 * 60, 10 * 60 + after]);
  });

  it('never comes at night, after the fact, or twice at once', () => {
    const moment = fc.integer({ min: at(0, 0), max: at(20, 0) });
    fc.assert(
      fc.property(moment, moment, (agreedAt, from) => {
        const found = times(agreedAt, from);
        for (const time of found) {
          expect(time).toBeGreaterThanOrEqual(agreedAt + 3 * HOUR);
          expect(time).toBeLessThan(from);
          expect(minuteOfDayAt(time)).toBeGreaterThanOrEqual(8 * 60);
          expect(minuteOfDayAt(time)).toBeLessThan(21 * 60);
        }
        expect(found.every((time, index) => index === 0 || time - found[index - 1]! >= HOUR)).toBe(true);
      }),
    );
  });
});
