import { z } from 'zod';
import { timeOfDaySchema } from './primitives.js';
import { weekdaySchema } from './vocabulary.js';

const DAY = 24 * 3_600_000;

/** A day of the calendar. */
export const daySchema = z.iso.date('Give a day, for example 2026-11-24');
export const repeatDaysSchema = z.array(weekdaySchema).min(1, 'Choose at least one day').max(7);
/** Hours in which what repeats may begin: nobody is asked to come in the night, week after week. */
export const repeatTimeSchema = timeOfDaySchema.refine(
  (time) => time >= '07:00' && time <= '21:00',
  'Choose a time between 07:00 and 21:00',
);

/** Help that is needed every week: on which days, at what time on the wall, until and including which day. */
export const weeklySchema = z
  .object({ days: repeatDaysSchema, time: repeatTimeSchema, untilDay: daySchema })
  .describe('The window is the first time; the times after it stand in the circle of the asker')
  .meta({ id: 'Weekly' });
export type Weekly = z.output<typeof weeklySchema>;

/** Whether the last day comes after the first time, and at most a year after it. */
export function lastsAtMostOneYear({ untilDay }: Weekly, firstFrom: string): boolean {
  const length = Date.parse(untilDay) - Date.parse(firstFrom);
  return length > -DAY && length <= 366 * DAY;
}
