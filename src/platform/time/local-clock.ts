import { Temporal } from 'temporal-polyfill';
import { weekdays, type Weekday } from '@app/contracts/http/vocabulary.js';

/** Time zone people live in. */
export const timeZone = 'Europe/Amsterdam';

export interface LocalMoment {
  readonly weekday: Weekday;
  /** Minutes since local midnight, by the wall clock. */
  readonly minuteOfDay: number;
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
}

function zoned(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

/** What a wall clock in the Netherlands shows at this instant. */
export function localMoment(instant: number): LocalMoment {
  const local = zoned(instant);
  const weekday = weekdays[local.dayOfWeek - 1];
  if (!weekday) throw new Error('A week has seven days');
  return { weekday, minuteOfDay: local.hour * 60 + local.minute, day: local.toPlainDate().toString() };
}

/** The same, from which the days after it can be named. */
export function localCalendar(instant: number): LocalMoment & { readonly dayAhead: (days: number) => string } {
  const today = zoned(instant).toPlainDate();
  return { ...localMoment(instant), dayAhead: (days) => today.add({ days }).toString() };
}

/**
 * First instant after `instant` at which the wall clock shows this time. On the night the clock goes
 * forward a time that does not exist becomes the first that does; a time that comes twice counts once, the first.
 */
export function nextLocalTime(instant: number, minuteOfDay: number): number {
  const local = zoned(instant);
  const time = Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
  for (const days of [0, 1, 2]) {
    const candidate = local
      .toPlainDate()
      .add({ days })
      .toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    if (candidate > instant) return candidate;
  }
  throw new Error('Tomorrow comes');
}
