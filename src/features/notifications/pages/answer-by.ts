import type { Urgency } from '@app/contracts/http/vocabulary.js';
import { HOUR, MINUTE, type Instant } from '@app/domain/kernel/time.js';

/** After this others are asked as well; a later yes still counts while a seat is free. */
const answerWithin: Record<Urgency, number> = { acute: 15 * MINUTE, planned: 3 * HOUR };

/** By when we would like the answer to an ask. */
export function answerBy(ask: {
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly urgency: Urgency;
}): Instant {
  return Math.min(ask.expiresAt, ask.sentAt + answerWithin[ask.urgency]);
}
