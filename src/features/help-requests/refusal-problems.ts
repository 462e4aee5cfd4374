import type { HelpRequestRefusal } from '@app/domain/help-request/index.js';
import type { ProblemCode } from '@app/contracts/errors/problem.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';

/** How each refusal of the rules is told to a caller; a new refusal does not compile until it stands here. */
const problems: Record<HelpRequestRefusal, ProblemCode> = {
  'not-found': 'not-found',
  'already-posted': 'idempotency-key-reused',
  'window-in-past': 'window-in-past',
  'own-request': 'own-request',
  'not-open': 'not-open',
  'trust-too-low': 'trust-too-low',
  'too-many-agreements': 'too-many-agreements',
  'already-matched': 'already-matched',
  'nothing-to-confirm': 'not-open',
  'address-required': 'address-required',
  'stale-version': 'stale-version',
  'nobody-accepted': 'not-active-any-more',
  'not-active-any-more': 'not-active-any-more',
};

export function problemOf(refusal: HelpRequestRefusal): ProblemError {
  return new ProblemError(problems[refusal], refusal === 'already-matched' ? { waitlist: true } : {});
}
