import { lastDayOf, quarterOf, quartersBetween, type Quarter } from '@app/domain/participation/index.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';

const dayMs = 24 * 3_600_000;
/** So long after the end of a quarter its figures were published. */
const publishedAfterDays = 12;

/** A quarter that was over in the year, and when its figures were published. */
export interface ClosedQuarter {
  readonly quarter: Quarter;
  readonly publishedAt: number;
}

/** Quarters that were over long enough to be published before `now`, oldest first. */
export function closedQuarters(start: number, now: number): readonly ClosedQuarter[] {
  return quartersBetween(quarterOf(localMoment(start).day), quarterOf(localMoment(now).day)).flatMap((quarter) => {
    const end = Date.parse(`${lastDayOf(quarter)}T12:00:00Z`);
    const publishedAt = nextLocalTime(end + publishedAfterDays * dayMs, 10 * 60);
    return publishedAt <= now ? [{ quarter, publishedAt }] : [];
  });
}
