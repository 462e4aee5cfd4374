import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTES_PER_DAY } from '../kernel/local-time.js';
import { isAvailable, overlapsWindow } from './availability.js';
import { dayPartOf } from './day-part.js';
import { isQuiet, minutesUntilQuietEnds } from './quiet-hours.js';

const night = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const siesta = { fromMinute: 13 * 60, untilMinute: 14 * 60 };
const minutes = fc.integer({ min: 0, max: MINUTES_PER_DAY - 1 });

describe('quiet hours', () => {
  it.each([
    [night, 21 * 60 - 1, false],
    [night, 21 * 60, true],
    [night, 0, true],
    [night, 8 * 60 - 1, true],
    [night, 8 * 60, false],
    [siesta, 13 * 60 - 1, false],
    [siesta, 13 * 60, true],
    [siesta, 14 * 60 - 1, true],
    [siesta, 14 * 60, false],
  ])('%j at minute %d: %s', (quietHours, minute, quiet) => {
    expect(isQuiet(minute, quietHours)).toBe(quiet);
  });

  it('do not exist when they begin where they end', () => {
    fc.assert(
      fc.property(minutes, minutes, (minute, edge) => {
        expect(isQuiet(minute, { fromMinute: edge, untilMinute: edge })).toBe(false);
      }),
    );
  });

  it('end after the minutes they say, and not before', () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (fromMinute, untilMinute, minute) => {
        const quietHours = { fromMinute, untilMinute };
        const wait = minutesUntilQuietEnds(minute, quietHours);
        expect(wait > 0).toBe(isQuiet(minute, quietHours));
        expect(isQuiet((minute + wait) % MINUTES_PER_DAY, quietHours)).toBe(false);
        if (wait > 0) expect(isQuiet((minute + wait - 1) % MINUTES_PER_DAY, quietHours)).toBe(true);
      }),
    );
  });

  it('from nine end eleven hours later', () => {
    expect(minutesUntilQuietEnds(21 * 60, night)).toBe(11 * 60);
    expect(minutesUntilQuietEnds(60, night)).toBe(7 * 60);
    expect(minutesUntilQuietEnds(12 * 60, night)).toBe(0);
  });
});

describe('availability', () => {
  const windows = [
    { day: 'tuesday', fromMinute: 12 * 60, untilMinute: 18 * 60 },
    { day: 'sunday', fromMinute: 20 * 60, untilMinute: MINUTES_PER_DAY },
  ] as const;

  it.each([
    ['tuesday', 12 * 60 - 1, false],
    ['tuesday', 12 * 60, true],
    ['tuesday', 18 * 60 - 1, true],
    ['tuesday', 18 * 60, false],
    ['wednesday', 13 * 60, false],
    ['sunday', MINUTES_PER_DAY - 1, true],
  ] as const)('%s at minute %d: %s', (day, minute, available) => {
    expect(isAvailable(windows, day, minute)).toBe(available);
  });

  it('without windows is at any time', () => {
    expect(isAvailable([], 'monday', 3)).toBe(true);
    expect(overlapsWindow([], { weekday: 'monday', minuteOfDay: 3 }, 10)).toBe(true);
  });

  it.each([
    ['ends just before', 'tuesday', 11 * 60, 60, 1, false],
    ['reaches into it by a minute', 'tuesday', 11 * 60, 61, 1, true],
    ['reaches into it by too little', 'tuesday', 11 * 60, 89, 30, false],
    ['reaches into it by enough', 'tuesday', 11 * 60, 90, 30, true],
    ['begins just after', 'tuesday', 18 * 60, 60, 1, false],
    ['comes the day after', 'wednesday', 8 * 60, 600, 1, false],
    ['runs over midnight into it', 'monday', 20 * 60, 17 * 60, 60, true],
    ['runs over midnight and stops short', 'monday', 20 * 60, 16 * 60, 1, false],
    ['runs into it over the end of the week', 'saturday', 23 * 60, 24 * 60, 60, true],
    ['is shorter than what is needed but within it', 'tuesday', 13 * 60, 10, 30, true],
    ['is shorter than what is needed and half in it', 'tuesday', 12 * 60 - 5, 10, 30, false],
    ['lasts a week from its end', 'tuesday', 18 * 60, 7 * MINUTES_PER_DAY, 60, true],
  ] as const)('a period that %s', (_what, weekday, minuteOfDay, duration, needed, overlaps) => {
    expect(overlapsWindow(windows, { weekday, minuteOfDay }, duration, needed)).toBe(overlaps);
  });

  it('counts adjoining windows as one, and windows with a gap as two', () => {
    const morning = { day: 'friday', fromMinute: 540, untilMinute: 720 } as const;
    const afternoon = { day: 'friday', fromMinute: 720, untilMinute: 840 } as const;
    const start = { weekday: 'friday', minuteOfDay: 0 } as const;
    expect(overlapsWindow([afternoon, morning], start, MINUTES_PER_DAY, 300)).toBe(true);
    expect(overlapsWindow([afternoon, morning], start, MINUTES_PER_DAY, 301)).toBe(false);
    const later = { ...afternoon, fromMinute: 721 };
    expect(overlapsWindow([later, morning], start, MINUTES_PER_DAY, 181)).toBe(false);
    const within = { day: 'friday', fromMinute: 600, untilMinute: 610 } as const;
    expect(overlapsWindow([morning, within], start, MINUTES_PER_DAY, 180)).toBe(true);
  });
});

describe('parts of the day', () => {
  it.each([
    [0, 'night'],
    [6 * 60 - 1, 'night'],
    [6 * 60, 'morning'],
    [12 * 60 - 1, 'morning'],
    [12 * 60, 'afternoon'],
    [18 * 60 - 1, 'afternoon'],
    [18 * 60, 'evening'],
    [23 * 60 - 1, 'evening'],
    [23 * 60, 'night'],
  ] as const)('minute %d is %s', (minute, part) => {
    expect(dayPartOf(minute)).toBe(part);
  });
});
