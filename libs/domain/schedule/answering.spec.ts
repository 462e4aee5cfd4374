import { describe, expect, it } from '@jest/globals';
import { firstToHave, nextOpening, nextToHave, type Answerer, type LocalCalendarTime } from './answering.js';
import type { OpeningHours } from './opening-hours.js';
import type { Weekday } from '../kernel/vocabulary.js';

/** March 2027 begins on a Monday. */
const days: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dateOf = (day: number): string => `2027-03-${String(day).padStart(2, '0')}`;
const at = (day: number, minuteOfDay: number): LocalCalendarTime => ({
  weekday: days[(day - 1) % 7]!,
  day: dateOf(day),
  minuteOfDay,
  dayAhead: (ahead) => dateOf(day + ahead),
});
const open = (weekdays: readonly Weekday[], fromMinute: number, untilMinute: number): OpeningHours => ({
  weekly: weekdays.map((day) => ({ day, fromMinute, untilMinute })),
  closedDays: [],
});
const party = (hours: OpeningHours | null, isStaffed = true): Answerer => ({ hours, isStaffed });

const tuesdays = open(['tuesday'], 540, 720);
const workdays = open(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 600, 1_020);

describe('the next opening', () => {
  it.each([
    ['on the same day', at(2, 539), { daysAhead: 0, fromMinute: 540 }],
    ['not while it is open', at(2, 540), null],
    ['a week later once it has closed', at(2, 720), { daysAhead: 7, fromMinute: 540 }],
    ['over the end of the week', at(7, 600), { daysAhead: 2, fromMinute: 540 }],
  ])('%s', (_what, moment, opening) => {
    expect(nextOpening(tuesdays, moment)).toEqual(opening);
  });

  it('is the earliest of a day, and not on a day that is closed', () => {
    const twice: OpeningHours = {
      weekly: [
        { day: 'tuesday', fromMinute: 780, untilMinute: 900 },
        { day: 'tuesday', fromMinute: 540, untilMinute: 720 },
      ],
      closedDays: [dateOf(2)],
    };
    expect(nextOpening(twice, at(1, 0))).toEqual({ daysAhead: 8, fromMinute: 540 });
    expect(nextOpening(twice, at(9, 750))).toEqual({ daysAhead: 0, fromMinute: 780 });
    expect(nextOpening(twice, at(9, 540))).toBeNull();
    expect(nextOpening({ ...twice, closedDays: [dateOf(2), dateOf(9)] }, at(1, 0))).toBeNull();
    expect(nextOpening(null, at(1, 0))).toBeNull();
  });
});

describe('who has something new', () => {
  const own = party(tuesdays);
  const fallback = party(open(['saturday'], 600, 720));
  const desk = party(workdays);
  const first = (moment: LocalCalendarTime) => firstToHave(own, [fallback, desk], moment);

  it('is the association while it answers, else its fallback, else the desk', () => {
    expect(first(at(2, 610))).toBe(own);
    expect(first(at(2, 720))).toBe(desk);
    expect(first(at(6, 650))).toBe(fallback);
    expect(first(at(3, 650))).toBe(desk);
  });

  it('is whoever opens first while all are closed, the association before others at the same minute', () => {
    expect(first(at(2, 300))).toBe(own);
    expect(first(at(5, 1_100))).toBe(fallback);
    expect(first(at(6, 800))).toBe(desk);
    const same = party(workdays);
    expect(firstToHave(same, [desk], at(7, 0))).toBe(same);
  });

  it('is nobody without people, and in the end the desk', () => {
    const left = party(null, false);
    expect(firstToHave(left, [fallback, desk], at(2, 610))).toBe(desk);
    expect(firstToHave(left, [party(null, false), desk], at(2, 300))).toBe(desk);
    expect(firstToHave(left, [fallback, party(null, false)], at(1, 0))).toBe(fallback);
    const gone = party(workdays, false);
    expect(firstToHave(left, [gone], at(1, 0))).toBe(gone);
    expect(firstToHave(party(tuesdays), [], at(1, 0))).toEqual(party(tuesdays));
  });
});

describe('who takes over from whoever has it', () => {
  const fallback = party(open(['tuesday'], 540, 720));
  const desk = party(workdays);

  it('is nobody while it answers, and the next that answers from its closing on', () => {
    expect(nextToHave(fallback, [desk], at(2, 719))).toBeNull();
    expect(nextToHave(fallback, [desk], at(2, 720))).toBe(desk);
    expect(nextToHave(party(null, false), [fallback, desk], at(2, 610))).toBe(fallback);
  });

  it('is nobody when nobody after it answers: it stays until then', () => {
    expect(nextToHave(fallback, [desk], at(2, 1_020))).toBeNull();
    expect(nextToHave(fallback, [party(null, false)], at(3, 600))).toBeNull();
    expect(nextToHave(fallback, [], at(3, 600))).toBeNull();
  });
});
