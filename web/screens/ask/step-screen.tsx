import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Failure } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { DangerNote } from '../../parts/danger-note.js';
import { ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { alertCircle } from '../../parts/icons.js';
import { usePage } from '../../parts/use-page.js';
import { serviceNow } from '../../time/service-clock.js';
import { DraftSummary } from './draft-summary.js';
import { steps, type Step } from './draft.js';
import { errorsFromServer, stepErrors } from './draft-rules.js';
import { draft } from './draft-store.js';
import { sendRequest } from './send-request.js';
import { LongStep } from './long-step.js';
import { WhatStep } from './what-step.js';
import { WhenStep } from './when-step.js';
import { WhereStep } from './where-step.js';
import { WhoStep } from './who-step.js';

const parts = { wat: WhatStep, wanneer: WhenStep, waar: WhereStep, 'hoe-lang': LongStep, wie: WhoStep };

const titles: Record<Step, (signedIn: boolean) => string> = {
  wat: () => t.ask.what.title,
  wanneer: () => t.ask.when.title,
  waar: () => t.ask.where.title,
  'hoe-lang': () => t.ask.long.title,
  wie: (signedIn) => (signedIn ? t.ask.who.signedInTitle : t.ask.who.title),
};

/** Faults that the server found on an earlier step, shown there after going back. */
let carried: { step: Step; errors: readonly FormError[] } | undefined;

/** Sends, and goes where the answer leads: to the code, to the request, or back to what must be corrected. */
function useSending(show: (errors: readonly FormError[]) => void) {
  const { route } = useLocation();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const result = await sendRequest();
    setBusy(false);
    if (result.to === 'code') return route('/vraag/code');
    if (result.to === 'request') return route(`/vragen/${result.id}?verstuurd=1`);
    const faults =
      result.failure.code === 'window-in-past'
        ? [{ path: '/window', message: '' }]
        : result.failure.code === 'unknown-neighbourhood'
          ? [{ path: '/neighbourhoodCode', message: '' }]
          : result.failure.errors;
    const found = errorsFromServer(faults, draft.value);
    if (found === undefined) return setFailure(result.failure);
    if (found.step === 'wie') return show(found.errors);
    carried = found;
    route(`/vraag/${found.step}`);
  };
  return { send, busy, failure };
}

function Head({ step }: { step: Step }) {
  const number = steps.indexOf(step) + 1;
  const before = steps[number - 2];
  return (
    <div class="zb-flow zb-flow--xs">
      <p>
        <TextLink href={before === undefined ? '/' : `/vraag/${before}`}>{t.frame.back}</TextLink>
      </p>
      <p class="zb-soft">
        <strong>{t.ask.progress(number, steps.length)}</strong>
      </p>
      <ol class="zb-progress" aria-hidden="true">
        {steps.map((name, index) => (
          <li key={name} class={index + 1 < number ? 'is-done' : index + 1 === number ? 'is-now' : undefined} />
        ))}
      </ol>
    </div>
  );
}

/** One question of the wizard. Errors come all at once, after pressing the button. */
export function StepScreen({ step, signedIn }: { step: Step; signedIn: boolean }) {
  const { route } = useLocation();
  const [errors, setErrors] = useState<readonly FormError[]>(() => {
    const found = carried?.step === step ? carried.errors : [];
    carried = undefined;
    return found;
  });
  const { send, busy, failure } = useSending(setErrors);
  usePage(titles[step](signedIn), errors.length > 0);
  const next = steps[steps.indexOf(step) + 1];
  const Part = parts[step];

  const submit = (event: Event): void => {
    event.preventDefault();
    const found = stepErrors(step, draft.value, serviceNow(), { signedIn });
    setErrors(found);
    if (found.length > 0 || busy) return;
    if (next === undefined) void send();
    else route(`/vraag/${next}`);
  };

  return (
    <div class="zb-cols zb-cols--side">
      <div class="zb-flow zb-flow--l zb-measure">
        <Head step={step} />
        <ErrorSummary errors={errors} />
        {failure === undefined ? null : (
          <Alert kind="error" drawing={alertCircle} live>
            <p>{problemText(failure)}</p>
          </Alert>
        )}
        <form class="zb-flow zb-flow--l" noValidate onSubmit={submit}>
          <Part errors={errors} signedIn={signedIn} />
          <div class="zb-row">
            <ActionButton submit busy={busy} sizes={['big']}>
              {next === undefined ? t.ask.send : t.ask.next}
            </ActionButton>
          </div>
        </form>
        <DangerNote />
      </div>
      <DraftSummary step={step} signedIn={signedIn} />
    </div>
  );
}
