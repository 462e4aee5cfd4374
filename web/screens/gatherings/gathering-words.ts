import type { GatheringDateView, GatheringSummary } from '@app/contracts/http/gathering-shapes.js';
import { t } from '../../messages/texts.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { capital, clockTime, dayText } from '../../time/time-texts.js';

/** `Dinsdag 24 november, van 10:00 tot 12:00 uur` */
export function whenText({ startsAt, endsAt }: Pick<GatheringDateView, 'startsAt' | 'endsAt'>, now: number): string {
  const starts = Date.parse(startsAt);
  const { day, time } = wallTimeOf(starts);
  return capital(t.gatherings.when(dayText(day, now), time, clockTime(Date.parse(endsAt))));
}

/** How often it is; nothing for what is once. */
export function rhythmText({ everyWeeks }: Pick<GatheringSummary, 'everyWeeks'>): string | undefined {
  return everyWeeks === null ? undefined : t.gatherings.every[String(everyWeeks) as keyof typeof t.gatherings.every];
}

/** That the reader comes, and with how many. */
export function mineText({ extra }: { readonly extra: number }): string {
  return extra === 0 ? t.gatherings.youCome : t.gatherings.youComeWith(extra);
}
