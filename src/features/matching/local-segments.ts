import { weekdays } from '@app/contracts/http/vocabulary.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';

/** A piece of one local day; day 1 is Monday, minutes since local midnight. */
export interface LocalSegment {
  readonly day: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Cuts a window at local midnights, as availability is kept per local day. */
export function localSegments(from: number, until: number): LocalSegment[] {
  const segments: LocalSegment[] = [];
  for (let start = from; start < until;) {
    const midnight = nextLocalTime(start, 0);
    const { weekday, minuteOfDay } = localMoment(start);
    const end = Math.min(midnight, until);
    const untilMinute = end === midnight ? 24 * 60 : localMoment(end).minuteOfDay;
    segments.push({
      day: weekdays.indexOf(weekday) + 1,
      fromMinute: minuteOfDay,
      untilMinute: Math.max(untilMinute, minuteOfDay + 1),
    });
    start = end;
  }
  return segments;
}
