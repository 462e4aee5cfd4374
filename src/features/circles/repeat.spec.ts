import { describe, expect, it } from '@jest/globals';
import { repeated, rhythmOf, type Repeat } from './repeat.js';

const tuesdays: Repeat = {
  days: ['tuesday'],
  everyWeeks: 1,
  time: '10:00',
  startDay: '2026-10-13',
  untilDay: '2026-11-03',
};
const iso = (repeat: Repeat): string[] =>
  repeated(repeat)?.starts.map((start) => new Date(start).toISOString().slice(0, 16)) ?? [];

describe('what repeats', () => {
  it('stays at the same time on the wall when summer time ends', () => {
    expect(iso(tuesdays)).toStrictEqual([
      '2026-10-13T08:00',
      '2026-10-20T08:00',
      '2026-10-27T09:00',
      '2026-11-03T09:00',
    ]);
  });

  it('and when it begins', () => {
    const spring = { ...tuesdays, startDay: '2027-03-23', untilDay: '2027-03-30' };
    expect(iso(spring)).toStrictEqual(['2027-03-23T09:00', '2027-03-30T08:00']);
  });

  it('counts the last day in, also late in the evening, and begins at the first chosen day', () => {
    const late = { ...tuesdays, time: '21:00', startDay: '2026-11-25', untilDay: '2026-12-01' };
    expect(iso(late)).toStrictEqual(['2026-12-01T20:00']);
  });

  it('knows several days, and every second week counted from Monday', () => {
    const both = { ...tuesdays, days: ['friday', 'tuesday'] as const, everyWeeks: 2, untilDay: '2026-10-31' };
    expect(iso(both)).toStrictEqual(['2026-10-13T08:00', '2026-10-16T08:00', '2026-10-27T09:00', '2026-10-30T09:00']);
    expect(rhythmOf(repeated(both)?.rule ?? '')).toStrictEqual({ days: ['tuesday', 'friday'], everyWeeks: 2 });
  });

  it('is nothing when no chosen day lies between', () => {
    expect(repeated({ ...tuesdays, startDay: '2026-10-14', untilDay: '2026-10-19' })).toBeUndefined();
  });

  it('is a rule that says so in the words of RFC 5545', () => {
    expect(repeated(tuesdays)?.rule).toBe('FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU;UNTIL=20261103T225959Z');
  });
});
