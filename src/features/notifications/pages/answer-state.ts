import type { AskView } from '@app/contracts/http/asks.js';
import { isFinal, seatsLeft, type HelpRequestState } from '@app/domain/help-request/index.js';
import type { Instant } from '@app/domain/kernel/time.js';
import type { GoneReason } from '@app/platform/pages/link-gone-page.js';

/** How an ask stands for the neighbour who opens its link. */
export type AnswerState =
  | { readonly kind: 'open' | 'taken' | 'yes-matched' | 'yes-confirmed' | 'waitlisted' | 'no' }
  | { readonly kind: 'gone'; readonly reason: GoneReason };

interface AnswerFacts {
  readonly askStatus: AskView['status'];
  readonly request: HelpRequestState;
  readonly personId: string;
  readonly linkUsed: boolean;
  readonly now: Instant;
}

/** What the answer page shows. A late yes still counts, so an ask that ran out is open while a seat is free. */
export function answerStateOf({ askStatus, request, personId, linkUsed, now }: AnswerFacts): AnswerState {
  const mine = request.acceptances.findLast((acceptance) => acceptance.personId === personId);
  const closed = isFinal(request.status);
  if (mine?.status === 'withdrawn') return { kind: 'gone', reason: 'withdrawn' };
  if (request.status === 'cancelled') return { kind: 'gone', reason: 'cancelled' };
  if (closed || mine?.status === 'released') return { kind: 'gone', reason: 'over' };
  if (mine?.status === 'waitlisted') return { kind: 'waitlisted' };
  if (mine) return { kind: mine.status === 'confirmed' ? 'yes-confirmed' : 'yes-matched' };
  // A no to an ask that was closed meanwhile is known by its used link alone.
  if (askStatus === 'no' || linkUsed) return { kind: 'no' };
  if (now >= request.windowUntil) return { kind: 'gone', reason: 'over' };
  return { kind: seatsLeft(request) === 0 ? 'taken' : 'open' };
}
