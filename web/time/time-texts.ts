import type { DayPart } from '@app/contracts/http/vocabulary.js';
import { locale } from '../messages/language.js';
import { t } from '../messages/texts.js';
import { daysBetween, wallTimeOf } from './amsterdam.js';

const MINUTE = 60_000;

const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const longDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `14:40 uur` */
export function clockTime(instant: number): string {
  return t.time.clock(wallTimeOf(instant).time);
}

/** `vandaag`, `morgen`, or `woensdag 25 november`. */
export function dayText(day: string, now: number): string {
  const distance = daysBetween(wallTimeOf(now).day, day);
  if (distance === 0) return t.time.today;
  if (distance === 1) return t.time.tomorrow;
  return fullDayText(day);
}

/** `dinsdag 24 november` */
export function fullDayText(day: string): string {
  return longDay.format(Date.parse(`${day}T12:00:00Z`));
}

/** `17 december 2026`: of what may be years away. */
export function dateText(day: string): string {
  return longDate.format(Date.parse(`${day}T12:00:00Z`));
}

/** `vandaag om 14:40 uur` */
export function momentText(instant: number, now: number): string {
  return t.time.dayAt(dayText(wallTimeOf(instant).day, now), clockTime(instant));
}

/** `14:40 uur` for today, `morgen om 14:40 uur` for any other day. */
export function shortMomentText(instant: number, now: number): string {
  return wallTimeOf(instant).day === wallTimeOf(now).day ? clockTime(instant) : momentText(instant, now);
}

/** `over 28 minuten`, `over 2 uur`, or that the time has passed. */
export function fromNowText(instant: number, now: number): string {
  const minutes = Math.round((instant - now) / MINUTE);
  if (minutes < 0) return t.time.late(durationText(-minutes));
  if (minutes === 0) return t.time.rightNow;
  return t.time.within(durationText(minutes));
}

/** `20 minuten`, `1 uur`, `1 uur en 30 minuten`, `2 dagen` */
export function durationText(minutes: number): string {
  if (minutes < 60) return t.time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t.time.days(Math.round(hours / 24));
  const rest = minutes % 60;
  return rest === 0 || hours >= 6 ? t.time.hours(hours) : t.time.hoursAndMinutes(hours, rest);
}

/** When the help is needed: `vandaag, voor 16:00 uur`, `morgen, tussen 12:00 en 18:00 uur`. */
export function windowText(window: { from: string; until: string }, urgency: 'acute' | 'planned', now: number): string {
  const from = Date.parse(window.from);
  const until = Date.parse(window.until);
  const first = wallTimeOf(from);
  const last = wallTimeOf(until);
  if (urgency === 'acute') return t.time.before(dayText(last.day, now), clockTime(until));
  if (first.day === last.day) return t.time.between(dayText(first.day, now), first.time, clockTime(until));
  return t.time.betweenMoments(momentText(from, now), momentText(until, now));
}

/** `vandaag, middag` */
export function dayPartText(day: string, part: DayPart, now: number): string {
  return `${dayText(day, now)}, ${t.time.dayParts[part]}`;
}

/** The same text with a capital, to begin a line with. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
