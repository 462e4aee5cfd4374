import { type LocalTime, MINUTES_PER_DAY } from '../kernel/local-time.js';

/** Planned requests are asked between these local hours only; the end itself is too late. */
const FROM_MINUTE = 8 * 60;
const UNTIL_MINUTE = 21 * 60;

/** Whether neighbours may be asked about a planned request now. */
export function isAskingHour({ minuteOfDay }: LocalTime): boolean {
  return minuteOfDay >= FROM_MINUTE && minuteOfDay < UNTIL_MINUTE;
}

/** Minutes of local clock until they may be; 0 when it is now. */
export function minutesUntilAskingHour(local: LocalTime): number {
  if (isAskingHour(local)) return 0;
  return (FROM_MINUTE - local.minuteOfDay + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** How many of the coming `minutes` are asking hours. A night in which the clock changes counts as any other. */
export function askingMinutesWithin(local: LocalTime, minutes: number): number {
  const length = UNTIL_MINUTE - FROM_MINUTE;
  const until = (minute: number): number => {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    const ofDay = minute - day * MINUTES_PER_DAY;
    return day * length + Math.min(length, Math.max(0, ofDay - FROM_MINUTE));
  };
  return until(local.minuteOfDay + Math.max(0, minutes)) - until(local.minuteOfDay);
}
