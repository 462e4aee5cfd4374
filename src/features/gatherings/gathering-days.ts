import { Temporal } from 'temporal-polyfill';
import { weekdays, type Weekday } from '@app/contracts/http/vocabulary.js';
import { timeZone } from '@app/platform/time/local-clock.js';

/** The instant at which the wall clock shows this time on this day, in milliseconds. */
export function dayAt(day: string, time: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

export function weekdayOf(day: string): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1];
  if (!weekday) throw new Error('A week has seven days');
  return weekday;
}
