import { knownRange } from '../statistics/index.js';

/** Of fewer requests than this, nothing is said: a share of a few tells nobody what to expect. */
const fewestRequests = 50;

/** Fewer than this of ten reassures nobody who is about to ask; the figures themselves stay public. */
const fewestTenths = 5;

/** Published counts of one quarter; null for one that is held back. */
export interface PublishedAnswers {
  readonly requests: number | null;
  /** Requests that got a yes within a day, in parts, each rounded by itself. */
  readonly withinADay: readonly (number | null)[];
}

/**
 * Of ten requests, how many had a neighbour's yes within a day: at least so many, whatever was lost in rounding. What is held
 * back counts for nothing. Undefined when too few requests, or too few answers, stand behind it.
 */
export function tenthsAnswered({ requests, withinADay }: PublishedAnswers): number | undefined {
  const all = knownRange(requests);
  if (all.from < fewestRequests) return undefined;
  const answered = withinADay.reduce<number>((sum, count) => sum + knownRange(count, 0).from, 0);
  const tenths = Math.min(10, Math.floor((10 * answered) / all.until));
  return tenths < fewestTenths ? undefined : tenths;
}
