import { Temporal } from 'temporal-polyfill';
import { timeZone } from '@app/platform/time/local-clock.js';

/** The Monday of the week of an instant, as the calendar on the wall has it: `2026-11-23`. */
export function mondayOf(instant: number): string {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}
