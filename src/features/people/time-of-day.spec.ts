import { describe, expect, it } from '@jest/globals';
import { toMinutes, toTimeOfDay } from './time-of-day.js';

describe('time of day', () => {
  it('reads and writes every minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) expect(toMinutes(toTimeOfDay(minute))).toBe(minute);
  });

  it('writes two digits each', () => {
    expect(toTimeOfDay(0)).toBe('00:00');
    expect(toTimeOfDay(9 * 60 + 5)).toBe('09:05');
  });

  it('shows the end of the day as its last minute', () => {
    expect(toTimeOfDay(24 * 60)).toBe('23:59');
  });
});
