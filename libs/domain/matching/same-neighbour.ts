import { HOUR, type Instant, MINUTE } from '../kernel/time.js';
import type { Urgency } from '../kernel/vocabulary.js';
import type { RequestToCover } from './candidate.js';
import type { OutstandingAsk } from './need.js';

/** The neighbour who helped this asker before and whom the asker wants again: asked first, and alone for a while. */
export interface SameNeighbour {
  readonly personId: string;
  /** When they were asked about this request; null when they were not. */
  readonly askedAt: Instant | null;
  /** When their quiet hours of now are over; null when nothing but the hour does not keep them from being asked. */
  readonly wakesAt: Instant | null;
  /** When an organiser is called in, unless somebody says yes. */
  readonly handOverAt: Instant;
}

/** What is done about them now: ask, or wait, and until when nobody else is asked. */
export interface Turn {
  readonly does: 'ask' | 'wait';
  readonly until: Instant;
}

/** How long an answer is waited for. */
const patience: Readonly<Record<Urgency, number>> = { acute: 10 * MINUTE, planned: 3 * HOUR };
/** Share of the time before an organiser is called in that this one neighbour may take: the rest is for the others. */
const shareOfClock: Readonly<Record<Urgency, number>> = { acute: 1 / 3, planned: 1 / 2 };

type Asked = Pick<RequestToCover, 'urgency' | 'openedAt'>;

/** Their turn as long as they may be asked or waited for; null when it is everybody's. */
export function turnOf(
  same: SameNeighbour,
  request: Asked,
  now: Instant,
  facts: { readonly mayBeAsked: boolean; readonly outstanding: readonly OutstandingAsk[] },
): Turn | null {
  const latest = latestOf(same, request);
  if (now >= latest) return null;
  if (same.askedAt !== null) return awaited(same, request, now, facts.outstanding);
  if (facts.mayBeAsked) return { does: 'ask', until: Math.min(latest, now + patience[request.urgency]) };
  // Who has haste does not wait for a night to end.
  const wakes = request.urgency === 'planned' && same.wakesAt !== null && same.wakesAt < latest;
  return wakes ? { does: 'wait', until: same.wakesAt } : null;
}

/** The wait for an answer that may still come; null when they answered, had their time, or were not asked. */
export function awaited(
  same: SameNeighbour,
  request: Asked,
  now: Instant,
  outstanding: readonly OutstandingAsk[],
): Turn | null {
  if (same.askedAt === null || !outstanding.some(({ personId }) => personId === same.personId)) return null;
  const until = Math.min(latestOf(same, request), same.askedAt + patience[request.urgency]);
  return now < until ? { does: 'wait', until } : null;
}

function latestOf({ handOverAt }: SameNeighbour, { urgency, openedAt }: Asked): Instant {
  return openedAt + Math.max(0, handOverAt - openedAt) * shareOfClock[urgency];
}
