import { type LocalTime, MINUTES_PER_DAY } from '../kernel/local-time.js';
import { type Weekday, weekdays } from '../kernel/vocabulary.js';

/** When in the week somebody can help, in local minutes of the day; `untilMinute` may be 1440. */
export interface AvailabilityWindow {
  readonly day: Weekday;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Whether somebody can help at this moment; no windows at all means at any time. */
export function isAvailable(windows: readonly AvailabilityWindow[], day: Weekday, minuteOfDay: number): boolean {
  if (windows.length === 0) return true;
  return windows.some(
    (window) => window.day === day && window.fromMinute <= minuteOfDay && minuteOfDay < window.untilMinute,
  );
}

/**
 * Whether somebody can help for `neededMinutes` on end within the period that begins at `start` and lasts
 * `durationMinutes`. Adjoining windows of one day count as one. A period shorter than what is needed asks for all of it.
 */
export function overlapsWindow(
  windows: readonly AvailabilityWindow[],
  start: LocalTime,
  durationMinutes: number,
  neededMinutes = 1,
): boolean {
  if (windows.length === 0) return true;
  const end = start.minuteOfDay + durationMinutes;
  const needed = Math.max(1, Math.min(neededMinutes, durationMinutes));
  const firstDay = weekdays.indexOf(start.weekday);
  for (let day = 0; day * MINUTES_PER_DAY < end; day += 1) {
    const midnight = day * MINUTES_PER_DAY;
    const weekday = weekdays[(firstDay + day) % weekdays.length];
    const fits = joinedOn(weekday, windows).some((window) => {
      const from = Math.max(start.minuteOfDay, midnight + window.fromMinute);
      const until = Math.min(end, midnight + window.untilMinute);
      return until - from >= needed;
    });
    if (fits) return true;
  }
  return false;
}

function joinedOn(
  weekday: Weekday | undefined,
  windows: readonly AvailabilityWindow[],
): readonly Omit<AvailabilityWindow, 'day'>[] {
  const joined: { fromMinute: number; untilMinute: number }[] = [];
  const ofDay = windows.filter(({ day }) => day === weekday).toSorted((a, b) => a.fromMinute - b.fromMinute);
  for (const { fromMinute, untilMinute } of ofDay) {
    const last = joined.at(-1);
    if (last === undefined || last.untilMinute < fromMinute) joined.push({ fromMinute, untilMinute });
    else last.untilMinute = Math.max(last.untilMinute, untilMinute);
  }
  return joined;
}
