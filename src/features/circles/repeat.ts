import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { weekdays, type Weekday } from '@app/contracts/http/vocabulary.js';
import { timeZone } from '@app/platform/time/local-clock.js';

/** RFC 5545 names of the days, Monday first. */
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Repeat {
  readonly days: readonly Weekday[];
  readonly everyWeeks: number;
  /** `10:00`, by the clock on the wall. */
  readonly time: string;
  /** First and last day, `2026-11-24`. */
  readonly startDay: string;
  readonly untilDay: string;
}

export interface Repeated {
  /** RRULE of RFC 5545. */
  readonly rule: string;
  /** Beginnings, milliseconds since the epoch, earliest first. */
  readonly starts: readonly number[];
}

/**
 * The moments of what repeats. Ten o'clock stays ten o'clock on the wall when the clock changes. Nothing, when no chosen
 * day lies between the first and the last.
 */
export function repeated({ days, everyWeeks, time, startDay, untilDay }: Repeat): Repeated | undefined {
  const plainTime = Temporal.PlainTime.from(time);
  const end = Temporal.PlainDate.from(untilDay);
  const chosen = new Set(days.map((day) => weekdays.indexOf(day) + 1));
  let first = Temporal.PlainDate.from(startDay);
  while (!chosen.has(first.dayOfWeek)) first = first.add({ days: 1 });
  if (Temporal.PlainDate.compare(first, end) > 0) return undefined;
  const last = end.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ seconds: 1 });
  const byDay = [...chosen].toSorted((a, b) => a - b).map((day) => codes[day - 1]);
  const until = last.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  const rule = `FREQ=WEEKLY;INTERVAL=${everyWeeks};WKST=MO;BYDAY=${byDay.join(',')};UNTIL=${until}`;
  const found = new RRuleTemporal({ rruleString: rule, dtstart: first.toZonedDateTime({ timeZone, plainTime }) }).all();
  return { rule, starts: found.map(({ epochMilliseconds }) => epochMilliseconds) };
}

/** Days of the week and number of weeks that a rule of ours says. */
export function rhythmOf(rule: string): { readonly days: Weekday[]; readonly everyWeeks: number } {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const named = new Set(parts.get('BYDAY')?.split(','));
  return {
    days: weekdays.filter((_day, index) => named.has(codes[index] ?? '')),
    everyWeeks: Number(parts.get('INTERVAL') ?? 1),
  };
}
