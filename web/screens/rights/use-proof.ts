import { useState } from 'preact/hooks';
import { call, type Failure } from '../../api/call.js';

/** A code that was sent to one address. */
export interface SentProof {
  readonly email: string;
  readonly challengeId: string;
}

/** Sends a code to each address; gives what was sent, or why not. */
async function sendTo(emails: readonly string[]): Promise<readonly SentProof[] | Failure> {
  const sent: SentProof[] = [];
  for (const email of emails) {
    const answer = await call('requestSignInCode', { body: { email } });
    if (!answer.ok) return answer;
    sent.push({ email, challengeId: answer.data.challengeId });
  }
  return sent;
}

/** Codes that show again who somebody is, before something that a borrowed device must not do. */
export function useProof() {
  const [sent, setSent] = useState<readonly SentProof[]>();
  const [failure, setFailure] = useState<Failure>();
  const send = async (emails: readonly string[]): Promise<void> => {
    setFailure(undefined);
    const result = await sendTo(emails);
    if ('ok' in result) setFailure(result);
    else setSent(result);
  };
  return { sent, failure, send };
}
