import { MINUTES_PER_DAY } from '../kernel/local-time.js';
import { weekdays } from '../kernel/vocabulary.js';
import { isOpenAt, type LocalDayTime, type OpeningHours } from './opening-hours.js';

/** Who may have to answer: an organisation, or the workers of one. */
export interface Answerer {
  readonly hours: OpeningHours | null;
  /** Somebody works there and is not away. */
  readonly isStaffed: boolean;
}

/** A local moment from which the days after it can be named. */
export interface LocalCalendarTime extends LocalDayTime {
  /** The local calendar day so many days later, YYYY-MM-DD. */
  readonly dayAhead: (days: number) => string;
}

/** How many days ahead it opens, and from which local minute of that day. */
export interface Opening {
  readonly daysAhead: number;
  readonly fromMinute: number;
}

/** What lies further ahead is nothing to wait for. */
const daysLookedAhead = 14;

function answersAt({ hours, isStaffed }: Answerer, at: LocalDayTime): boolean {
  return isStaffed && isOpenAt(hours, at);
}

/** When it opens next; null when it is open now, or stays closed for a fortnight. */
export function nextOpening(hours: OpeningHours | null, at: LocalCalendarTime): Opening | null {
  if (hours === null || isOpenAt(hours, at)) return null;
  const today = weekdays.indexOf(at.weekday);
  for (let daysAhead = 0; daysAhead < daysLookedAhead; daysAhead += 1) {
    const weekday = weekdays[(today + daysAhead) % weekdays.length];
    const begins = hours.weekly
      .filter(({ day, fromMinute }) => day === weekday && (daysAhead > 0 || fromMinute > at.minuteOfDay))
      .map(({ fromMinute }) => fromMinute);
    if (begins.length > 0 && !hours.closedDays.includes(at.dayAhead(daysAhead))) {
      return { daysAhead, fromMinute: Math.min(...begins) };
    }
  }
  return null;
}

/** Minutes of the calendar until it opens, counted from the midnight before; endless when it does not. */
function waitOf({ hours, isStaffed }: Answerer, at: LocalCalendarTime): number {
  const opening = isStaffed ? nextOpening(hours, at) : null;
  return opening === null ? Number.POSITIVE_INFINITY : opening.daysAhead * MINUTES_PER_DAY + opening.fromMinute;
}

/**
 * Who has something new: the first that answers now; when nobody does, the one that opens first; when nobody will, the
 * last, where everything ends.
 */
export function firstToHave<T extends Answerer>(first: T, others: readonly T[], at: LocalCalendarTime): T {
  const order = [first, ...others];
  const answering = order.find((one) => answersAt(one, at));
  if (answering) return answering;
  const soonest = order.reduce((best, one) => (waitOf(one, at) < waitOf(best, at) ? one : best));
  return waitOf(soonest, at) === Number.POSITIVE_INFINITY ? (order.at(-1) ?? first) : soonest;
}

/**
 * Who takes over from whoever has it: where that one does not answer, the first of those after it that does. Null: it
 * stays, also when one before it has opened again, so that nothing goes back and forth.
 */
export function nextToHave<T extends Answerer>(holder: T, after: readonly T[], at: LocalDayTime): T | null {
  if (answersAt(holder, at)) return null;
  return after.find((one) => answersAt(one, at)) ?? null;
}
