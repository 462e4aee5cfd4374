import type { Category } from '@app/contracts/http/vocabulary.js';
import type { Fate, PlayedRequest, Way } from '../played-request.js';

const dayStartsAt = 14 * 60;
const minutesPerDay = 24 * 60;

type When = (minute: number) => Pick<PlayedRequest, 'urgency' | 'from' | 'until'>;

/** With urgency: from now on, for so many minutes. */
export const urgent =
  (minutes: number): When =>
  (minute) => ({ urgency: 'acute', from: minute, until: minute + minutes });

/** Planned, so many days from now, between two times of the day such as `15:30`. */
export const onDay =
  (days: number, from: string, until: string): When =>
  () => ({ urgency: 'planned', from: minuteOf(days, from), until: minuteOf(days, until) });

function minuteOf(days: number, time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return days * minutesPerDay + (hours ?? 0) * 60 + (minutes ?? 0) - dayStartsAt;
}

type Extra = Partial<Pick<PlayedRequest, 'helpersNeeded' | 'autoConfirm'>> & { readonly way?: Way };

/** One request of the day; `time` is when it is asked, `buurt` the end of its CBS code. */
export function asked(
  time: string,
  askerGivenName: string,
  buurt: string,
  category: Category,
  when: When,
  summary: string,
  fate: Fate = 'helped',
  { way = 'guest', ...extra }: Extra = {},
): PlayedRequest {
  const minute = minuteOf(0, time);
  const neighbourhoodCode = `BU0327${buurt}`;
  const key = `${askerGivenName}-${buurt}`.toLowerCase();
  return { key, minute, askerGivenName, way, neighbourhoodCode, category, summary, fate, ...when(minute), ...extra };
}
