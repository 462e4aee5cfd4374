import { describe, expect, it } from '@jest/globals';
import { localMoment } from '@app/platform/time/local-clock.js';
import { beginsAt } from './due-work-mails.js';

const hours = {
  weekly: [
    { day: 'monday' as const, fromMinute: 13 * 60, untilMinute: 17 * 60 },
    { day: 'monday' as const, fromMinute: 9 * 60, untilMinute: 12 * 60 },
  ],
  closedDays: ['2026-11-30'],
};

describe('the beginning of an organisation’s day', () => {
  it('is its first opening of that weekday, eight when it told nothing, and none when it is closed', () => {
    expect(beginsAt(null, localMoment(Date.parse('2026-11-24T13:00:00Z')))).toBe(480);
    expect(beginsAt(hours, localMoment(Date.parse('2026-11-23T13:00:00Z')))).toBe(540);
    expect(beginsAt(hours, localMoment(Date.parse('2026-11-24T13:00:00Z')))).toBeNull();
    expect(beginsAt(hours, localMoment(Date.parse('2026-11-30T13:00:00Z')))).toBeNull();
  });
});
