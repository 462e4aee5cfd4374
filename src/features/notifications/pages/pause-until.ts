import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@app/domain/kernel/time.js';
import { timeZone } from '@app/platform/time/local-clock.js';

/** How long somebody wants no questions. */
export type PauseLength = '1-week' | '1-maand';

/** The start of the local day on which questions may come again. */
export function pauseUntil(length: PauseLength, now: Instant): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = today.add(length === '1-week' ? { weeks: 1 } : { months: 1 });
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
