import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { call, type Answer, type Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { circleCheck } from '../../parts/icons.js';
import { usePage } from '../../parts/use-page.js';
import { WaitingCard } from '../../parts/waiting-card.js';
import { safeReturn, signInPath } from '../../session/return-to.js';
import { loadMe, me, needsName } from '../../session/session.js';
import { WhatYouDo, WhenYouCan, WhereYouLive } from './willing-steps.js';
import { formOf, profileOf } from './willing-form.js';
import { change, forgetAnswers, form, hasAnswers, noteYes, takeYes } from './willing-store.js';

const steps = ['waar', 'wat', 'wanneer'] as const;
type Step = (typeof steps)[number];
const parts = { waar: WhereYouLive, wat: WhatYouDo, wanneer: WhenYouCan };

function errorsOf(step: Step): readonly FormError[] {
  const { neighbourhoodCode, categories } = form.value;
  if (step === 'waar' && neighbourhoodCode === '') {
    return [{ field: 'neighbourhoodCode', message: t.willing.errors.neighbourhood }];
  }
  if (step === 'wat' && categories.length === 0) return [{ field: 'categories', message: t.willing.errors.categories }];
  return [];
}

/** The profile there is already, so that changing one answer keeps the rest. */
function useProfile(): HelperProfileBody | undefined {
  const [profile, setProfile] = useState<HelperProfileBody>();
  const person = me.value;
  useEffect(() => {
    if (person === null || person === undefined) return;
    void call('getHelperProfile').then((answer) => {
      if (!answer.ok) return;
      setProfile(answer.data);
      if (!hasAnswers()) change(formOf(answer.data));
    });
  }, [person?.id]);
  return profile;
}

function Done({ backTo }: { backTo: string | undefined }) {
  usePage(t.willing.done);
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <h1 class="utrecht-heading-1">{t.willing.done}</h1>
      <Alert kind="ok" drawing={circleCheck} live>
        <p>
          <strong>{t.willing.saved}</strong> {t.willing.doneText(form.value.weeklyAskBudget)}
        </p>
      </Alert>
      {backTo === undefined ? (
        <WaitingCard neighbourhoodCode={form.value.neighbourhoodCode} />
      ) : (
        <p>
          <ActionLink href={safeReturn(backTo, '/hulpvragen')}>{t.willing.next}</ActionLink>
        </p>
      )}
      <p>
        <TextLink href="/mijn-hulp">{t.willing.toMyHelp}</TextLink>
      </p>
    </div>
  );
}

/** The profile as it is now, or undefined for who has none: an unread one would be overwritten in part. */
async function profileNow(): Promise<Answer<HelperProfileBody | undefined>> {
  const answer = await call('getHelperProfile');
  return answer.ok || answer.code !== 'not-found' ? answer : { ok: true, data: undefined };
}

/** Saves; a guest is first asked to sign in, and that yes counts afterwards. */
function useSaving(profile: HelperProfileBody | undefined) {
  const { url, route } = useLocation();
  const [state, setState] = useState<{ busy: boolean; done: boolean; failure?: Failure }>({ busy: false, done: false });
  const save = async (): Promise<void> => {
    const person = me.value ?? (await loadMe());
    if (person === null || needsName(person)) {
      noteYes();
      return route(signInPath(url));
    }
    setState({ busy: true, done: false });
    const before: Answer<HelperProfileBody | undefined> =
      profile === undefined ? await profileNow() : { ok: true, data: profile };
    const answer = before.ok ? await call('putHelperProfile', { body: profileOf(form.value, before.data) }) : before;
    if (answer.ok) forgetAnswers();
    setState(answer.ok ? { busy: false, done: true } : { busy: false, done: false, failure: answer });
  };
  return { ...state, save };
}

/** Who said yes as a guest has signed in since: nobody has to say it twice. */
function useYesBeforeSigningIn(step: Step, save: () => Promise<void>): void {
  const person = me.value;
  useEffect(() => {
    if (person === undefined) return;
    const said = takeYes();
    if (said && step === 'wanneer' && person !== null && !needsName(person)) void save();
  }, [person?.id]);
}

/** A card from the letterbox says which neighbourhood it was for; an answer that is there already stays. */
function useInvitedFrom(query: string): void {
  useEffect(() => {
    const code = new URLSearchParams(query).get('buurt') ?? '';
    if (/^BU\d{8}$/.test(code) && form.value.neighbourhoodCode === '') change({ neighbourhoodCode: code });
  }, [query]);
}

/** The way back, and how far it is. */
function Head({ number, query }: { number: number; query: string }) {
  const before = steps[number - 2];
  return (
    <div class="zb-flow zb-flow--xs">
      <p>
        <TextLink href={before === undefined ? '/' : `/bereid/${before}${query}`}>{t.frame.back}</TextLink>
      </p>
      <p class="zb-soft">
        <strong>{t.willing.progress(number)}</strong>
      </p>
      <ol class="zb-progress" aria-hidden="true">
        {steps.map((name, index) => (
          <li key={name} class={index + 1 < number ? 'is-done' : index + 1 === number ? 'is-now' : undefined} />
        ))}
      </ol>
    </div>
  );
}

function Questions({ step, query }: { step: Step; query: string }) {
  const { route } = useLocation();
  useInvitedFrom(query);
  const profile = useProfile();
  const { busy, done, failure, save } = useSaving(profile);
  useYesBeforeSigningIn(step, save);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const number = steps.indexOf(step) + 1;
  const next = steps[number];
  const Part = parts[step];
  usePage(t.willing.title, errors.length > 0);
  if (done) return <Done backTo={new URLSearchParams(query).get('terug') ?? undefined} />;
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = errorsOf(step);
        setErrors(found);
        if (found.length > 0 || busy) return;
        if (next === undefined) void save();
        else route(`/bereid/${next}${query}`);
      }}
    >
      <Head number={number} query={query} />
      <ErrorSummary errors={errors} />
      <CommandFailure failure={failure} />
      <Part answers={form.value} change={change} errors={errors} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {next !== undefined ? t.willing.next : profile === undefined ? t.willing.save : t.willing.change}
        </ActionButton>
      </div>
      <p class="zb-soft">{t.willing.lead}</p>
    </form>
  );
}

/** "Ik ben wel bereid" in three steps: where, what, when. */
export default function WillingScreen() {
  const { params } = useRoute();
  const { url, route } = useLocation();
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const step = steps.find((name) => name === params['step']);
  useEffect(() => {
    if (step === undefined) route(`/bereid/waar${query}`, true);
  }, [step]);
  return <div class="zb-wrap">{step === undefined ? null : <Questions key={step} step={step} query={query} />}</div>;
}
