import { describe, expect, it } from '@jest/globals';
import { localSegments } from './local-segments.js';
import { weekHours } from './week-hours.js';

const at = (text: string): number => Date.parse(text);
const hoursOf = (from: string, until: string) => weekHours(localSegments(at(from), at(until)));
const none = 1440;

describe('the hours of a window in a week', () => {
  it('of one afternoon are one piece of one day', () => {
    const [first, second] = hoursOf('2027-03-02T13:00:00+01:00', '2027-03-02T17:30:00+01:00');
    expect(first).toStrictEqual({
      from: [none, 780, none, none, none, none, none],
      until: [0, 1050, 0, 0, 0, 0, 0],
    });
    expect(second).toStrictEqual({ from: Array(7).fill(none), until: Array(7).fill(0) });
  });

  it('are cut at midnight', () => {
    const [first] = hoursOf('2027-03-02T22:00:00+01:00', '2027-03-04T09:00:00+01:00');
    expect(first.from).toStrictEqual([none, 1320, 0, 0, none, none, none]);
    expect(first.until).toStrictEqual([0, 1440, 1440, 540, 0, 0, 0]);
  });

  it('hold both ends of nearly a week, and the whole day of more than a week', () => {
    const [first, second] = hoursOf('2027-03-02T22:00:00+01:00', '2027-03-09T09:00:00+01:00');
    expect([first.from[1], first.until[1]]).toStrictEqual([1320, 1440]);
    expect([second.from[1], second.until[1]]).toStrictEqual([0, 540]);
    const [longer, rest] = hoursOf('2027-03-02T22:00:00+01:00', '2027-03-12T09:00:00+01:00');
    expect([longer.from[1], longer.until[1]]).toStrictEqual([0, 1440]);
    expect(rest.until[1]).toBe(0);
  });
});
