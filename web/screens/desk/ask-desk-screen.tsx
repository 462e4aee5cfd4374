import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call, type Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { CodeForm } from '../../parts/code-form.js';
import { Loading } from '../../parts/loading.js';
import { useCommand } from '../../parts/use-command.js';
import { detailsOf, me, needsName, signedIn } from '../../session/session.js';
import { needsPhone, QuestionForm, type QuestionDraft } from './question-form.js';

const texts = t.desk.ask;

const nothing: QuestionDraft = {
  text: '',
  neighbourhoodCode: '',
  givenName: '',
  email: '',
  phone: '',
  keepInTouch: false,
};

/** Sends the question in the name of who is signed in now; a name or a number is told once. */
async function send(draft: QuestionDraft): Promise<Failure | undefined> {
  const person = me.value;
  if (person && (needsName(person) || needsPhone(draft))) {
    const details = detailsOf(person, person.givenName ?? draft.givenName.trim());
    const phone = needsPhone(draft) ? { phone: draft.phone.trim() } : {};
    const named = await call('putMe', { body: { ...details, ...phone } });
    if (!named.ok) return named;
    me.value = named.data;
  }
  const { neighbourhoodCode, keepInTouch } = draft;
  const place = neighbourhoodCode === '' ? {} : { neighbourhoodCode };
  const asked = await call('askDesk', { body: { text: draft.text.trim(), keepInTouch, ...place } });
  return asked.ok ? undefined : asked;
}

function useAsking() {
  const { route } = useLocation();
  const { busy, failure, run } = useCommand();
  const [draft, setDraft] = useState<QuestionDraft>(nothing);
  const [challengeId, setChallengeId] = useState<string>();
  const finish = async (): Promise<Failure | undefined> => {
    const refused = await send(draft);
    if (refused === undefined) route('/mijn-vragen-aan-het-loket?verstuurd=1');
    return refused;
  };
  const begin = async (): Promise<Failure | undefined> => {
    const answer = await call('requestSignInCode', { body: { email: draft.email.trim() } });
    if (!answer.ok) return answer;
    setChallengeId(answer.data.challengeId);
    return undefined;
  };
  const enter = async (code: string): Promise<Failure | undefined> => {
    const answer = await call('createSession', { body: { challengeId: challengeId ?? '', code } });
    if (!answer.ok) return answer;
    await signedIn();
    return finish();
  };
  const press = (): void =>
    void run(async () => {
      const refused = await (me.value ? finish() : begin());
      return refused ?? { ok: true as const, data: undefined };
    });
  return { busy, failure, draft, setDraft, challengeId, begin, enter, press };
}

/** Ask where to go: the question first; who is not signed in says how to be reached, and shows it with a code. */
export default function AskDeskScreen() {
  const { busy, failure, draft, setDraft, challengeId, begin, enter, press } = useAsking();
  if (me.value === undefined) {
    return (
      <div class="zb-wrap">
        <Loading />
      </div>
    );
  }
  if (challengeId !== undefined && me.value === null) {
    return (
      <div class="zb-wrap">
        <CodeForm
          title={texts.codeTitle}
          lead={texts.codeLead(draft.email)}
          confirm={texts.codeSend}
          onCode={enter}
          onNewCode={begin}
        />
      </div>
    );
  }
  return (
    <div class="zb-wrap">
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
          <p>
            <TextLink href="/hulp-per-telefoon">{texts.call}</TextLink>
          </p>
        </div>
        <QuestionForm draft={draft} busy={busy} failure={failure} onChange={setDraft} onSend={press} />
      </div>
    </div>
  );
}
