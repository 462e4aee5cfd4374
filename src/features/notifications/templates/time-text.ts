import { Temporal } from 'temporal-polyfill';
import type { Language } from '@app/contracts/http/vocabulary.js';
import type { Instant } from '@app/domain/kernel/time.js';
import { timeWords, type TimeWords } from './words/time-words.js';

const zone = 'Europe/Amsterdam';
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

function dayOf(moment: Temporal.ZonedDateTime, now: Instant, words: TimeWords): string {
  const day = moment.toPlainDate();
  const distance = local(now).toPlainDate().until(day, { largestUnit: 'day' }).days;
  const near = words.near[distance];
  if (near !== undefined) return near;
  // Within half a year everyone knows which one is meant.
  const format = Math.abs(distance) > 183 ? words.dayOfYear : words.day;
  return format.format(moment.epochMilliseconds);
}

/** Times as letters write them. */
interface TimeText {
  /** `14:40 uur` */
  readonly clockText: (instant: Instant) => string;
  /** `14:40 uur` for today, `morgen om 14:40 uur`, `dinsdag 24 november om 14:40 uur`. */
  readonly momentText: (instant: Instant, now: Instant) => string;
  /** The same with the day, also when it is today. */
  readonly dayAndClockText: (instant: Instant, now: Instant) => string;
  /** The day of the help: `vandaag`, `morgen`, `dinsdag 24 november`. */
  readonly dayText: (instant: Instant, now: Instant) => string;
  /**
   * When the help is needed: `vandaag voor 16:00 uur` once it may begin, `morgen tussen 15:00 en 16:00 uur`,
   * `dinsdag 24 november, 's middags`.
   */
  readonly windowText: (window: TimeWindow, now: Instant) => string;
  /** `20 minuten`, `1 uur`, `1 uur en 30 minuten` */
  readonly durationText: (minutes: number) => string;
}

function timeTextOf(words: TimeWords): TimeText {
  const clockText = (instant: Instant): string => words.clock(wallTime(local(instant)));
  const dayText = (instant: Instant, now: Instant): string => dayOf(local(instant), now, words);
  const dayAndClockText = (instant: Instant, now: Instant): string =>
    words.at(dayText(instant, now), clockText(instant));
  const momentText = (instant: Instant, now: Instant): string =>
    dayText(instant, now) === words.near[0] ? clockText(instant) : dayAndClockText(instant, now);
  const windowText = ({ from, until }: TimeWindow, now: Instant): string => {
    const first = local(from);
    const last = local(until);
    const lastDay = dayText(until, now);
    if (from <= now + startsNow) return words.before(lastDay, clockText(until));
    if (!first.toPlainDate().equals(last.toPlainDate())) {
      return words.fromUntil(words.at(dayText(from, now), clockText(from)), words.at(lastDay, clockText(until)));
    }
    const part = words.parts[`${wallTime(first)}-${wallTime(last)}`];
    return part ? `${lastDay}, ${part}` : words.between(lastDay, wallTime(first), clockText(until));
  };
  return { clockText, dayText, dayAndClockText, momentText, windowText, durationText: words.duration };
}

const inLanguages: Readonly<Record<Language, TimeText>> = {
  nl: timeTextOf(timeWords.nl),
  en: timeTextOf(timeWords.en),
  uk: timeTextOf(timeWords.uk),
  tr: timeTextOf(timeWords.tr),
};

/** Times in the language of the reader. */
export function timeTextIn(language: Language): TimeText {
  return inLanguages[language];
}

/** Times for readers of Dutch. */
export const { clockText, momentText, dayText, windowText, durationText } = inLanguages.nl;
