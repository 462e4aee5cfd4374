import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';

const fromMinute = 8 * 60 + 30;
const untilMinute = 19 * 60 + 30;
const twoInTheAfternoon = 14 * 60;
const hourMs = 3_600_000;

/** Whether neighbours may be asked at this moment, with some time left to see them answer. */
function isByDay(instant: number): boolean {
  const { minuteOfDay } = localMoment(instant);
  return minuteOfDay >= fromMinute && minuteOfDay < untilMinute;
}

/** The most recent Tuesday, 14:00 in the Netherlands, not after `instant`. */
export function recentTuesdayAtTwo(instant: number): number {
  let moment = nextLocalTime(instant - 8 * 24 * hourMs, twoInTheAfternoon);
  let found = moment;
  while (moment <= instant) {
    if (localMoment(moment).weekday === 'tuesday') found = moment;
    moment = nextLocalTime(moment, twoInTheAfternoon);
  }
  return found;
}

/**
 * When the first day of the demonstration begins: now, or, for a visit at night, the last Tuesday afternoon. In the
 * past rather than ahead, so that a time somebody chooses by the clock on the wall is still to come.
 */
export function firstMoment(now: number): number {
  return isByDay(now) ? now : recentTuesdayAtTwo(now);
}

/** Where a demonstration that ran before goes on: where it was, or the next afternoon when it is night there. */
export function nextMoment(demonstrationNow: number): number {
  return isByDay(demonstrationNow) ? demonstrationNow : nextLocalTime(demonstrationNow, twoInTheAfternoon);
}
