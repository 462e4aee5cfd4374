import type { ToldHours } from '@app/contracts/http/answering.js';
import type { AssociationSummary } from '@app/contracts/http/places.js';
import type { Weekday } from '@app/contracts/http/vocabulary.js';
import { isOpenAt, nextOpening, type LocalCalendarTime, type OpeningHours } from '@app/domain/schedule/index.js';
import { dayAfter, instantOf, wallTimeOf } from '../time/amsterdam.js';

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const monday = 1;

/** How it stands with the opening hours of an organisation at a moment. */
export interface Answering {
  readonly isOpen: boolean;
  /** When it opens again, in milliseconds; null while it is open, or when it does not in the coming fortnight. */
  readonly opensAt: number | null;
  /** Who answers meanwhile; null when nobody does. */
  readonly instead: AssociationSummary | null;
}

function minuteOf(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function timeOf(minute: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function calendarOf(now: number): LocalCalendarTime {
  const { day, time } = wallTimeOf(now);
  const weekday = weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? 'monday';
  return { day, weekday, minuteOfDay: minuteOf(time), dayAhead: (days) => dayAfter(day, days) };
}

function hoursOf(told: ToldHours | null): OpeningHours | null {
  if (told === null) return null;
  const weekly = told.weekly.map(({ day, from, until }) => ({
    day,
    fromMinute: minuteOf(from),
    untilMinute: minuteOf(until),
  }));
  return { weekly, closedDays: told.closedDays };
}

/** Whether an organisation is open, when it opens again, and who of the others helps until then. */
export function answeringOf(
  { openingHours, fallback, id }: AssociationSummary,
  all: readonly AssociationSummary[],
  now: number,
): Answering {
  const at = calendarOf(now);
  const hours = hoursOf(openingHours);
  const isOpen = isOpenAt(hours, at);
  const opening = nextOpening(hours, at);
  const opensAt =
    opening === null ? null : instantOf({ day: at.dayAhead(opening.daysAhead), time: timeOf(opening.fromMinute) });
  const others = [
    ...all.filter((one) => one.id === fallback?.organisationId),
    ...all.filter(({ kind }) => kind === 'desk'),
  ];
  const instead = others.find((one) => one.id !== id && isOpenAt(hoursOf(one.openingHours), at));
  return { isOpen, opensAt, instead: isOpen ? null : (instead ?? null) };
}

/** Days after each other with the same times, from Monday on; days without times are left out. */
export function linesOf({ weekly }: ToldHours): readonly {
  readonly first: Weekday;
  readonly last: Weekday;
  readonly parts: readonly { readonly from: string; readonly until: string }[];
}[] {
  const lines: { first: Weekday; last: Weekday; at: number; parts: ToldHours['weekly'] }[] = [];
  for (let at = 0; at < weekdays.length; at += 1) {
    const day = weekdays[(monday + at) % weekdays.length] ?? 'monday';
    const parts = weekly.filter((part) => part.day === day).map(({ from, until }) => ({ day, from, until }));
    parts.sort((a, b) => (a.from < b.from ? -1 : 1));
    if (parts.length === 0) continue;
    const before = lines.at(-1);
    if (before?.at === at - 1 && textOf(before.parts) === textOf(parts)) Object.assign(before, { last: day, at });
    else lines.push({ first: day, last: day, at, parts });
  }
  return lines;
}

function textOf(parts: ToldHours['weekly']): string {
  return parts.map(({ from, until }) => `${from}-${until}`).join();
}

/** The days of the coming fortnight on which it is closed although it would be open. */
export function closedSoon({ closedDays }: ToldHours, now: number): readonly string[] {
  const today = wallTimeOf(now).day;
  return closedDays.filter((day) => day >= today && day < dayAfter(today, 14));
}
