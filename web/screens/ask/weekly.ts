import type { Weekly } from '@app/contracts/http/repeat.js';
import { weekdays } from '@app/contracts/http/vocabulary.js';
import { dayAfter, instantOf, wallTimeOf } from '../../time/amsterdam.js';
import type { Draft } from './draft.js';

const MINUTE = 60_000;
const WEEK = 7;

/** How many weeks it may come back: a month, a quarter, half a year, a year. */
export const weekCounts = [4, 13, 26, 52] as const;

type WeeklyAnswers = Pick<Draft, 'weekdays' | 'time' | 'weeks'>;

/** Whether the days and a time that we ask neighbours to come at are there. */
export function isWeeklyTime(time: string): boolean {
  return /^\d\d:\d\d$/.test(time) && time >= '07:00' && time <= '21:00';
}

/** The first chosen day from tomorrow on; undefined as long as none is chosen. */
export function firstDayOf({ weekdays: days }: Pick<Draft, 'weekdays'>, now: number): string | undefined {
  const { day: today } = wallTimeOf(now);
  const coming = weekdays.map((_day, index) => dayAfter(today, index + 1));
  return coming.find((day) => {
    // Monday is the first of ours and the second of JavaScript.
    const name = weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % WEEK];
    return name !== undefined && days.includes(name);
  });
}

/** The last day of so many weeks, counted from the first time. */
export function lastDayOf(firstDay: string, weeks: number): string {
  return dayAfter(firstDay, weeks * WEEK - 1);
}

/** What comes back, as it is sent; undefined as long as something is missing. */
export function weeklyOf(answers: WeeklyAnswers, now: number): Weekly | undefined {
  const first = firstDayOf(answers, now);
  if (first === undefined || !isWeeklyTime(answers.time)) return undefined;
  const { weekdays: days, time, weeks } = answers;
  return { days: [...days], time, untilDay: lastDayOf(first, Number(weeks)) };
}

/** The first time, as instants. */
export function firstTimeOf(answers: WeeklyAnswers, minutes: number, now: number): { from: number; until: number } {
  const from = instantOf({ day: firstDayOf(answers, now) ?? '', time: answers.time });
  return { from, until: from + minutes * MINUTE };
}
