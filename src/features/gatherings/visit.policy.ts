import type { Instant } from '@app/domain/kernel/time.js';

/** What decides whether somebody can say that they come. Seats and `others` count people. */
export interface VisitQuestion {
  readonly status: 'planned' | 'cancelled';
  readonly startsAt: Instant;
  readonly seats: number | null;
  readonly others: number;
  readonly wanted: number;
  readonly now: Instant;
}

/** Why not; undefined when they can. */
export function visitRefusal(question: VisitQuestion): 'cancelled' | 'over' | 'full' | undefined {
  const { status, startsAt, seats, others, wanted, now } = question;
  if (status === 'cancelled') return 'cancelled';
  if (startsAt <= now) return 'over';
  return seats !== null && others + wanted > seats ? 'full' : undefined;
}

/** Nobody else can come, even alone. */
export function isFull(seats: number | null, expected: number): boolean {
  return seats !== null && expected >= seats;
}
