import { repliedWithin, type AskOutcome, type Belief, type ClosedAsk } from '@app/domain/learning/index.js';
import type { Urgency } from '@app/domain/kernel/vocabulary.js';
import type { AskRow } from './ask.row.js';

const minute = 60_000;

/** What an ask that is over taught. */
export interface LearnedAsk {
  readonly id: string;
  readonly closed: ClosedAsk;
  /** Chance of a yes in the time there was, as it was believed when asking. */
  readonly expected: number;
}

/**
 * How an ask ended, for learning at the moment `at`: an answer that came too late to help is an answer, and who did not
 * answer was silent until then, which is not a no. Null for an ask that was stored before there was learning, or of
 * somebody who is forgotten.
 */
export function closedAsk(ask: AskRow, urgency: Urgency, at: number, belief: Belief): LearnedAsk | null {
  const { id, personId, layout, features, probability } = ask;
  if (layout === null || features === null) return null;
  const expected = probability * repliedWithin((at - ask.createdAt) / minute, belief.replyDelay[urgency]);
  return { id, closed: { personId, record: { layout, features, urgency }, outcome: outcomeOf(ask, at) }, expected };
}

function outcomeOf({ status, lateAnswer, answeredAt, lateAnswerAt, createdAt }: AskRow, at: number): AskOutcome {
  const minutesUntil = (moment: number | null): number => Math.max(0, ((moment ?? at) - createdAt) / minute);
  if (status === 'yes') return { kind: 'yes', minutes: minutesUntil(answeredAt) };
  if (status === 'no') return { kind: 'declined', minutes: minutesUntil(answeredAt) };
  if (lateAnswer === null) return { kind: 'silent', minutes: minutesUntil(at) };
  return { kind: lateAnswer === 'yes' ? 'yes' : 'declined', minutes: minutesUntil(lateAnswerAt) };
}
