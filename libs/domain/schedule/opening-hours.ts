import type { LocalTime } from '../kernel/local-time.js';
import type { Weekday } from '../kernel/vocabulary.js';

/** When an organisation can be reached: every week, apart from days on which it is closed. */
export interface OpeningHours {
  /** Local minutes of the day; `untilMinute` itself is closed again. */
  readonly weekly: readonly { readonly day: Weekday; readonly fromMinute: number; readonly untilMinute: number }[];
  /** Local calendar days, YYYY-MM-DD. */
  readonly closedDays: readonly string[];
}

/** A local moment with its calendar day, YYYY-MM-DD. */
export interface LocalDayTime extends LocalTime {
  readonly day: string;
}

/** Whether somebody answers now. An organisation that told no hours always does. */
export function isOpenAt(hours: OpeningHours | null, { day, weekday, minuteOfDay }: LocalDayTime): boolean {
  if (hours === null) return true;
  if (hours.closedDays.includes(day)) return false;
  return hours.weekly.some(
    (part) => part.day === weekday && part.fromMinute <= minuteOfDay && minuteOfDay < part.untilMinute,
  );
}
