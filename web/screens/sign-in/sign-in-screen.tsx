import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { call, type Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { CodeForm } from '../../parts/code-form.js';
import { homeOf, safeReturn } from '../../session/return-to.js';
import { me, needsName, signedIn } from '../../session/session.js';
import { EmailForm } from './email-form.js';
import { NameForm } from './name-form.js';
import { PasskeyDoor } from './passkey-door.js';

/** Asks for a code; tells the challenge or what went wrong. */
async function challengeFor(email: string): Promise<{ challengeId: string } | Failure> {
  const answer = await call('requestSignInCode', { body: { email } });
  return answer.ok ? answer.data : answer;
}

/** Sign in with an e-mail address and a code; the first time also with a name. */
export default function SignInScreen() {
  const { query, route } = useLocation();
  const [email, setEmail] = useState('');
  const [challengeId, setChallengeId] = useState<string>();
  const person = me.value;

  useEffect(() => {
    if (person !== null && person !== undefined && !needsName(person))
      route(safeReturn(query['terug'], homeOf(person)), true);
  }, [person]);

  const ask = async (address: string): Promise<Failure | undefined> => {
    const answer = await challengeFor(address);
    if (!('challengeId' in answer)) return answer;
    setEmail(address);
    setChallengeId(answer.challengeId);
    return undefined;
  };
  const enter = async (code: string): Promise<Failure | undefined> => {
    const answer = await call('createSession', { body: { challengeId: challengeId ?? '', code } });
    if (!answer.ok) return answer;
    await signedIn();
    return undefined;
  };

  return (
    <div class="zb-wrap">
      {person !== null && person !== undefined && needsName(person) ? (
        <NameForm person={person} />
      ) : challengeId === undefined ? (
        <div class="zb-flow zb-flow--l">
          <EmailForm
            signedOut={query['uit'] === '1'}
            isWilling={query['terug']?.startsWith('/bereid') === true}
            onEmail={ask}
          />
          <PasskeyDoor />
        </div>
      ) : (
        <CodeForm
          title={t.signIn.codeHeading}
          lead={t.signIn.codeLead(email)}
          confirm={t.signIn.confirm}
          onCode={enter}
          onNewCode={() => ask(email)}
        />
      )}
    </div>
  );
}
