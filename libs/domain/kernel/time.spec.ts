import { describe, expect, it } from '@jest/globals';
import { MINUTES_PER_DAY } from './local-time.js';
import { DAY, HOUR, MINUTE } from './time.js';

/** How much later the second is, by the calendar of the platform. */
const between = (from: string, until: string): number => Date.parse(until) - Date.parse(from);

describe('lengths of time', () => {
  it('are those of the calendar', () => {
    expect(MINUTE).toBe(between('2026-02-28T23:59:00Z', '2026-03-01T00:00:00Z'));
    expect(HOUR).toBe(between('2026-02-28T23:00:00Z', '2026-03-01T00:00:00Z'));
    expect(DAY).toBe(between('2026-02-28T00:00:00Z', '2026-03-01T00:00:00Z'));
  });

  it('are the same in the day of the local week', () => {
    expect(MINUTES_PER_DAY * MINUTE).toBe(DAY);
  });
});
