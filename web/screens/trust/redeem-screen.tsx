import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call, type Failure } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { GivenCodeForm } from '../../parts/given-code-form.js';
import type { FormError } from '../../parts/error-summary.js';
import { circleCheck, heartHandshake } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';
import { signInPath, willingPath } from '../../session/return-to.js';
import { me } from '../../session/session.js';

const texts = t.trust.redeem;

function textOf(failure: Failure): string {
  if (failure.code === 'invalid-code' || failure.code === 'invalid-input') return texts.invalid;
  if (failure.code === 'too-many-tries') return texts.tries;
  return failure.code === 'not-allowed' ? texts.self : problemText(failure);
}

/** The code as it is typed, and using it. */
function useCard(first: string, onDone: () => void) {
  const { busy, run } = useCommand();
  const [code, setCode] = useState(first);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [needsProfile, setNeedsProfile] = useState(false);
  const send = async (): Promise<void> => {
    if (code.trim() === '') return setErrors([{ field: 'code', message: texts.need }]);
    const done = await run(async () => {
      const answer = await call('redeemVouchCode', { body: { code } });
      setNeedsProfile(!answer.ok && answer.code === 'profile-required');
      setErrors(answer.ok ? [] : [{ field: 'code', message: textOf(answer) }]);
      return answer;
    });
    if (done !== undefined) onDone();
  };
  return { busy, code, setCode, errors, needsProfile, send };
}

function CodeField({ first, onDone }: { first: string; onDone: () => void }) {
  const { url } = useLocation();
  const { busy, code, setCode, errors, needsProfile, send } = useCard(first, onDone);
  usePage(texts.title, errors.length > 0);
  if (needsProfile) {
    return (
      <StateCard drawing={heartHandshake} title={texts.profile} text={texts.profileText}>
        <ActionLink href={willingPath(url)}>{texts.profileLink}</ActionLink>
      </StateCard>
    );
  }
  return (
    <GivenCodeForm
      texts={texts}
      code={code}
      onCode={setCode}
      errors={errors}
      busy={busy}
      maxLength={40}
      onSend={() => void send()}
    />
  );
}

/** Where the code on a card leads: a coordinator met this neighbour, who takes that up here. */
export default function RedeemScreen() {
  const { params } = useRoute();
  const { url } = useLocation();
  const [done, setDone] = useState(false);
  usePage(done ? texts.done : texts.title);
  if (done) {
    return (
      <div class="zb-wrap">
        <StateCard asPage drawing={circleCheck} title={texts.done} text={texts.doneText}>
          <ActionLink href="/gegevens/vertrouwen">{texts.see}</ActionLink>
        </StateCard>
      </div>
    );
  }
  return (
    <div class="zb-wrap">
      <div class="zb-flow zb-flow--l zb-measure">
        <div class="zb-flow zb-flow--xs">
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        {me.value === undefined ? <Loading /> : null}
        {me.value === null ? (
          <p>
            <ActionLink sizes={['big']} href={signInPath(url)}>
              {texts.signIn}
            </ActionLink>
          </p>
        ) : null}
        {me.value ? <CodeField first={params['code'] ?? ''} onDone={() => setDone(true)} /> : null}
      </div>
    </div>
  );
}
