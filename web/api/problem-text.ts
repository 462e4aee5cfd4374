import { t } from '../messages/texts.js';
import type { Failure } from './call.js';

/** What went wrong and what to do, in the words of the reader. */
export function problemText(failure: Pick<Failure, 'code'>): string {
  return t.problems.byCode[failure.code] ?? t.problems.general;
}
