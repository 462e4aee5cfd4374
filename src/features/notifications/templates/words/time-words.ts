import type { Language } from '@app/contracts/http/vocabulary.js';

/** The words in which letters tell times. */
export interface TimeWords {
  /** Names of days close by, by their distance from today. */
  readonly near: Readonly<Record<number, string>>;
  readonly day: Intl.DateTimeFormat;
  readonly dayOfYear: Intl.DateTimeFormat;
  readonly clock: (wall: string) => string;
  readonly at: (day: string, clock: string) => string;
  readonly before: (day: string, clock: string) => string;
  readonly between: (day: string, from: string, until: string) => string;
  readonly fromUntil: (from: string, until: string) => string;
  /** Windows that people chose as a part of the day. */
  readonly parts: Readonly<Record<string, string>>;
  readonly duration: (minutes: number) => string;
}

const format = (locale: string, withYear: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'Europe/Amsterdam',
  });

const days = (locale: string) => ({ day: format(locale, false), dayOfYear: format(locale, true) });

const parts = (morning: string, afternoon: string, evening: string) => ({
  '08:00-12:00': morning,
  '12:00-18:00': afternoon,
  '18:00-21:00': evening,
});

type Counted = (count: number) => string;

/** Hours and minutes, each with the word that belongs to its number. */
const duration =
  (hours: Counted, minutes: Counted, and: string) =>
  (all: number): string => {
    const whole = Math.floor(all / 60);
    const rest = all % 60;
    if (whole === 0) return minutes(rest);
    return rest === 0 ? hours(whole) : `${hours(whole)} ${and}${minutes(rest)}`;
  };

const counted = (locale: string, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): Counted => {
  const rules = new Intl.PluralRules(locale);
  return (count) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
};

/** Times in each language. */
export const timeWords: Readonly<Record<Language, TimeWords>> = {
  nl: {
    near: { 0: 'vandaag', 1: 'morgen', [-1]: 'gisteren' },
    ...days('nl-NL'),
    clock: (wall) => `${wall} uur`,
    at: (day, clock) => `${day} om ${clock}`,
    before: (day, clock) => `${day} voor ${clock}`,
    between: (day, from, until) => `${day} tussen ${from} en ${until}`,
    fromUntil: (from, until) => `tussen ${from} en ${until}`,
    parts: parts("'s ochtends", "'s middags", "'s avonds"),
    duration: duration(counted('nl', { other: 'uur' }), counted('nl', { one: 'minuut', other: 'minuten' }), 'en '),
  },
  en: {
    near: { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' },
    ...days('en-GB'),
    clock: (wall) => wall,
    at: (day, clock) => `${day} at ${clock}`,
    before: (day, clock) => `${day} before ${clock}`,
    between: (day, from, until) => `${day} between ${from} and ${until}`,
    fromUntil: (from, until) => `between ${from} and ${until}`,
    parts: parts('in the morning', 'in the afternoon', 'in the evening'),
    duration: duration(
      counted('en', { one: 'hour', other: 'hours' }),
      counted('en', { one: 'minute', other: 'minutes' }),
      'and ',
    ),
  },
  uk: {
    near: { 0: 'сьогодні', 1: 'завтра', [-1]: 'вчора' },
    ...days('uk-UA'),
    clock: (wall) => wall,
    at: (day, clock) => `${day} о ${clock}`,
    before: (day, clock) => `${day} до ${clock}`,
    between: (day, from, until) => `${day} між ${from} та ${until}`,
    fromUntil: (from, until) => `${from} – ${until}`,
    parts: parts('вранці', 'вдень', 'ввечері'),
    duration: duration(
      counted('uk', { one: 'година', few: 'години', other: 'годин' }),
      counted('uk', { one: 'хвилина', few: 'хвилини', other: 'хвилин' }),
      '',
    ),
  },
  tr: {
    near: { 0: 'bugün', 1: 'yarın', [-1]: 'dün' },
    ...days('tr-TR'),
    clock: (wall) => wall,
    at: (day, clock) => `${day} saat ${clock}`,
    before: (day, clock) => `${day} en geç ${clock}`,
    between: (day, from, until) => `${day}, ${from} ile ${until} arası`,
    fromUntil: (from, until) => `${from} – ${until}`,
    parts: parts('sabah', 'öğleden sonra', 'akşam'),
    duration: duration(counted('tr', { other: 'saat' }), counted('tr', { other: 'dakika' }), ''),
  },
};
