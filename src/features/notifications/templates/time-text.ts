import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@app/domain/kernel/time.js';

const zone = 'Europe/Amsterdam';
const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;
const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;
/** Windows that people chose as a part of the day. */
const dayParts: Readonly<Record<string, string>> = {
  '08:00-12:00': "'s ochtends",
  '12:00-18:00': "'s middags",
  '18:00-21:00': "'s avonds",
};
const startsNow = 15 * 60_000;

/** A stretch of time in which the help may be given. */
export interface TimeWindow {
  readonly from: Instant;
  readonly until: Instant;
}

function local(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function wallTime(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' });
}

function dayOf(moment: Temporal.ZonedDateTime, now: Instant): string {
  const today = local(now).toPlainDate();
  const day = moment.toPlainDate();
  const distance = today.until(day, { largestUnit: 'day' }).days;
  if (distance === 0) return 'vandaag';
  if (distance === 1) return 'morgen';
  if (distance === -1) return 'gisteren';
  const name = `${weekdays[day.dayOfWeek - 1] ?? ''} ${String(day.day)} ${months[day.month - 1] ?? ''}`;
  // Within half a year everyone knows which one is meant.
  return Math.abs(distance) > 183 ? `${name} ${String(day.year)}` : name;
}

/** `14:40 uur` */
export function clockText(instant: Instant): string {
  return `${wallTime(local(instant))} uur`;
}

/** `14:40 uur` for today, `morgen om 14:40 uur`, `dinsdag 24 november om 14:40 uur`. */
export function momentText(instant: Instant, now: Instant): string {
  const day = dayOf(local(instant), now);
  return day === 'vandaag' ? clockText(instant) : `${day} om ${clockText(instant)}`;
}

/** The day of the help: `vandaag`, `morgen`, `dinsdag 24 november`. */
export function dayText(instant: Instant, now: Instant): string {
  return dayOf(local(instant), now);
}

/**
 * When the help is needed: `vandaag voor 16:00 uur` once it may begin, `morgen tussen 15:00 en 16:00 uur`,
 * `dinsdag 24 november, 's middags`.
 */
export function windowText({ from, until }: TimeWindow, now: Instant): string {
  const first = local(from);
  const last = local(until);
  const lastDay = dayOf(last, now);
  if (from <= now + startsNow) return `${lastDay} voor ${clockText(until)}`;
  if (!first.toPlainDate().equals(last.toPlainDate())) {
    return `tussen ${dayOf(first, now)} om ${clockText(from)} en ${lastDay} om ${clockText(until)}`;
  }
  const part = dayParts[`${wallTime(first)}-${wallTime(last)}`];
  return part ? `${lastDay}, ${part}` : `${lastDay} tussen ${wallTime(first)} en ${clockText(until)}`;
}

/** `20 minuten`, `1 uur`, `1 uur en 30 minuten` */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inMinutes = rest === 1 ? '1 minuut' : `${String(rest)} minuten`;
  if (hours === 0) return inMinutes;
  return rest === 0 ? `${String(hours)} uur` : `${String(hours)} uur en ${inMinutes}`;
}
