import { call, type Failure } from '../../api/call.js';
import { detailsOf, me, signedIn } from '../../session/session.js';
import { serviceNow } from '../../time/service-clock.js';
import { bodyOf } from './draft-rules.js';
import { attemptFor, change, draft, forgetAttempt, forgetDraft, noteSent, sent } from './draft-store.js';

export type SendResult =
  | { readonly to: 'code' }
  | { readonly to: 'request'; readonly id: string }
  | { readonly to: 'failure'; failure: Failure };

const unfinished: Failure = { ok: false, code: 'invalid-input', status: 400, errors: [], waitlist: false };

/** Sends the draft. A guest goes on to the code, a signed-in asker to the request. */
export async function sendRequest(): Promise<SendResult> {
  const signedInNow = me.value !== null && me.value !== undefined;
  const attempt = attemptFor(() => bodyOf(draft.value, serviceNow(), { signedIn: signedInNow }));
  if (attempt === undefined) return { to: 'failure', failure: unfinished };
  const answer = await call('postHelpRequest', { body: attempt.body, idempotencyKey: attempt.key });
  if (!answer.ok) {
    // Without an answer the request may have arrived: keep the key, so that trying again does not ask twice.
    if (answer.code !== 'unreachable' && answer.status < 500) forgetAttempt();
    // The earlier request is of somebody else, or gone: any neighbour will do.
    if (answer.code === 'not-found' && draft.value.sameNeighbourAs !== '') {
      change({ sameNeighbourAs: '' });
      return sendRequest();
    }
    return { to: 'failure', failure: answer };
  }
  const { id, challengeId } = answer.data;
  if (challengeId === undefined) {
    forgetDraft();
    return { to: 'request', id };
  }
  noteSent({ id, challengeId, email: draft.value.email.trim(), phone: draft.value.phone.trim() });
  return { to: 'code' };
}

/** Another code for the request that waits: it stays one request, whatever happens to the mail. */
export async function renewCode(): Promise<Failure | undefined> {
  const waiting = sent.value;
  if (waiting === undefined) return unfinished;
  const answer = await call('renewSignInCode', { id: waiting.challengeId });
  if (!answer.ok) return answer;
  noteSent({ ...waiting, challengeId: answer.data.challengeId });
  return undefined;
}

/** Confirms a guest's request with the code of the e-mail, and signs the guest in. */
export async function confirmRequest(code: string): Promise<{ id: string } | Failure> {
  const waiting = sent.value;
  if (waiting === undefined) return unfinished;
  const answer = await call('createSession', { body: { challengeId: waiting.challengeId, code } });
  if (!answer.ok) return answer;
  const person = await signedIn();
  if (waiting.phone !== '' && person !== null && person.phone === null) {
    const details = detailsOf(person, draft.value.givenName.trim());
    const updated = await call('putMe', { body: { ...details, phone: waiting.phone } });
    if (updated.ok) me.value = updated.data;
  }
  forgetDraft();
  return { id: answer.data.confirmedHelpRequestId ?? waiting.id };
}
