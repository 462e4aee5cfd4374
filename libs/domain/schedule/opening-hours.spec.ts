import { describe, expect, it } from '@jest/globals';
import { isOpenAt, type OpeningHours } from './opening-hours.js';

const hours: OpeningHours = {
  weekly: [
    { day: 'tuesday', fromMinute: 540, untilMinute: 720 },
    { day: 'tuesday', fromMinute: 780, untilMinute: 1_020 },
  ],
  closedDays: ['2027-03-09'],
};
const tuesday = { weekday: 'tuesday', day: '2027-03-02' } as const;

describe('opening hours', () => {
  it.each([
    [539, false],
    [540, true],
    [719, true],
    [720, false],
    [779, false],
    [780, true],
    [1_019, true],
    [1_020, false],
  ])('at minute %d of an open day: %s', (minuteOfDay, open) => {
    expect(isOpenAt(hours, { ...tuesday, minuteOfDay })).toBe(open);
  });

  it('do not hold on another day of the week, nor on a closed day', () => {
    expect(isOpenAt(hours, { weekday: 'wednesday', day: '2027-03-03', minuteOfDay: 600 })).toBe(false);
    expect(isOpenAt(hours, { ...tuesday, day: '2027-03-09', minuteOfDay: 600 })).toBe(false);
  });

  it('that nobody told keep nobody away, and hours without a day keep everybody away', () => {
    expect(isOpenAt(null, { ...tuesday, minuteOfDay: 180 })).toBe(true);
    expect(isOpenAt({ weekly: [], closedDays: [] }, { ...tuesday, minuteOfDay: 600 })).toBe(false);
  });
});
