import { HOUR, type Instant, MINUTE } from '../kernel/time.js';

const eveningBefore = 6 * HOUR;
const eveningMinute = 18 * 60;
const shortlyBefore = 2 * HOUR;
/** Who just agreed needs no reminder. */
const freshAgreement = 3 * HOUR;
/** Nobody is reminded outside these local minutes of the day. */
const day = { from: 8 * 60, until: 21 * 60 };

/** An agreement, as far as it matters for reminding. */
export interface Remindable {
  readonly agreedAt: Instant;
  /** When the help begins. */
  readonly from: Instant;
}

/**
 * When both sides are reminded, earliest first: at six the evening before, and two hours before. A moment in the night
 * moves to the morning, and one that comes too soon after agreeing, or too late to matter, is left out.
 */
export function reminderTimes(
  { agreedAt, from }: Remindable,
  minuteOfDayAt: (instant: Instant) => number,
): readonly Instant[] {
  // In two nights a year counting back from the help ends an hour beside what the wall clock shows.
  const about = from - minuteOfDayAt(from) * MINUTE - eveningBefore;
  const evening = about + (eveningMinute - minuteOfDayAt(about)) * MINUTE;
  const shortly = byDay(from - shortlyBefore, minuteOfDayAt);
  return [evening, shortly].filter((at) => at >= agreedAt + freshAgreement && at <= from - HOUR / 2);
}

function byDay(at: Instant, minuteOfDayAt: (instant: Instant) => number): Instant {
  const minute = minuteOfDayAt(at);
  if (minute >= day.until) return at + (24 * 60 - minute + day.from) * MINUTE;
  return minute < day.from ? at + (day.from - minute) * MINUTE : at;
}
