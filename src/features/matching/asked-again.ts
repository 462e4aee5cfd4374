import type { AskRow } from './ask.row.js';

/**
 * Who may be asked about the same request a second time: their ask was closed because somebody else said yes, who cannot
 * come after all, and they did not say no. Once more and not a third time; it counts in their week like any ask.
 */
export function mayBeAskedAgain(asks: readonly AskRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { personId } of asks) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return asks
    .filter(({ personId, status, takenBackAt, lateAnswer, channel }) => {
      const onlySolved = status === 'closed' && takenBackAt === null && lateAnswer !== 'no';
      return onlySolved && channel === 'message' && counts.get(personId) === 1;
    })
    .map(({ personId }) => personId);
}

/** Until when an ask could be answered, at most `at`: a second ask about the same request takes its place. */
export function answerableUntil(ask: AskRow, asks: readonly AskRow[], at: number): number {
  const later = asks.filter(({ personId, createdAt }) => personId === ask.personId && createdAt > ask.createdAt);
  return Math.min(at, ...later.map(({ createdAt }) => createdAt));
}
