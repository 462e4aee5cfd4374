import { type LocalTime, MINUTES_PER_DAY } from '../domain/kernel/local-time.js';
import { DAY, type Instant, MINUTE } from '../domain/kernel/time.js';
import { type Weekday, weekdays } from '../domain/kernel/vocabulary.js';

/** The twin's year begins on a Monday at midnight; its clock never changes to summer time. */
export const START: Instant = Date.UTC(2027, 0, 4);

/** The local moment of an instant. */
export function localTimeOf(at: Instant): LocalTime {
  const minutes = Math.floor((at - START) / MINUTE);
  return { weekday: weekdayOf(Math.floor(minutes / MINUTES_PER_DAY)), minuteOfDay: minutes % MINUTES_PER_DAY };
}

/** Whole days since the start. */
export function dayOf(at: Instant): number {
  return Math.floor((at - START) / DAY);
}

function weekdayOf(day: number): Weekday {
  return weekdays[day % weekdays.length] ?? 'monday';
}
