import type { Operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { addressOf, call, type Answer } from '../api/call.js';
import { keepAnswer, readingFrom } from './kept-answers.js';

/** My requests or my agreements; each can be opened without internet afterwards, also when it never was before. */
export async function listMine(
  role: 'asker' | 'helper',
): Promise<Answer<OperationResult<Operations['listHelpRequests']>>> {
  const answer = await call('listHelpRequests', { query: { role }, readOffline: true });
  // What came from this device is not made younger by reading it.
  if (answer.ok && readingFrom.peek() === undefined) {
    for (const request of answer.data.helpRequests) keepAnswer(addressOf('getHelpRequest', request), request);
  }
  return answer;
}
