import { describe, expect, it } from '@jest/globals';
import { DAY } from '../kernel/time.js';
import { burdenedUntil } from './burden.js';

const now = 1_000 * DAY;
const daysAgo = (...days: number[]): number[] => days.map((day) => now - day * DAY);

describe('somebody with requests of their own', () => {
  it.each([
    ['none', [], [], null],
    ['two in a month', daysAgo(20, 1), [], null],
    ['three in a month', daysAgo(20, 10, 1), [], now + 10 * DAY],
    ['three, of which the first is just a month ago', daysAgo(30, 10, 1), [], null],
    ['more: the third latest decides', daysAgo(29, 8, 4, 2), [], now + 22 * DAY],
    ['one acute', daysAgo(5), daysAgo(5), null],
    ['two acute in a month', daysAgo(25, 5), daysAgo(25, 5), now + 5 * DAY],
    ['two acute, the first more than a month ago', daysAgo(31, 5), daysAgo(31, 5), null],
    ['three of which two acute: the later end counts', daysAgo(28, 12, 2), daysAgo(12, 2), now + 18 * DAY],
  ])('%s', (_what, all, acute, until) => {
    expect(burdenedUntil({ all, acute }, now)).toBe(until);
  });
});
