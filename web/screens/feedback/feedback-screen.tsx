import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { retention } from '@app/domain/kernel/retention.js';
import { call } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { circleCheck, wifiOff } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';
import { keep, kept } from '../../session/kept.js';
import { me } from '../../session/session.js';
import { CallCard } from '../pages/call-card.js';
import { faultsOf, noOpinion, subjectOf, type Opinion } from './feedback-form.js';

const DRAFT = 'opinion';

interface FieldsProps {
  readonly opinion: Opinion;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<Opinion>) => void;
}

function Fields({ opinion, errors, onChange }: FieldsProps) {
  const texts = t.openness.feedback;
  return (
    <>
      <SelectField
        id="subject"
        label={texts.subject}
        error={errorAt(errors, 'subject')}
        value={opinion.subject}
        onValue={(name) => onChange({ subject: subjectOf(name) })}
        options={[{ value: '', text: '' }, ...Object.entries(texts.subjects).map(([value, text]) => ({ value, text }))]}
      />
      <TextAreaField
        id="text"
        label={texts.text}
        hint={texts.textHint}
        error={errorAt(errors, 'text')}
        value={opinion.text}
        onValue={(text) => onChange({ text })}
      />
      <TextField
        id="email"
        label={texts.email}
        hint={texts.emailHint}
        error={errorAt(errors, 'email')}
        value={opinion.email}
        onValue={(email) => onChange({ email })}
        type="email"
        autocomplete="email"
      />
    </>
  );
}

/** What was being written, or a new beginning about what the address names. */
function useOpinion() {
  const { query } = useLocation();
  const [opinion, setOpinion] = useState<Opinion>(() => ({
    ...noOpinion,
    subject: subjectOf(query['over']),
    ...kept<Partial<Opinion>>(DRAFT, {}),
  }));
  const change = (part: Partial<Opinion>): void => {
    const next = { ...opinion, ...part };
    setOpinion(next);
    keep(DRAFT, next);
  };
  return { opinion, change };
}

function Form({ onSent }: { onSent: () => void }) {
  const { opinion, change } = useOpinion();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { busy, failure, run } = useCommand();
  usePage(t.openness.feedback.title, errors.length > 0);
  const send = async (): Promise<void> => {
    const faults = faultsOf(opinion);
    setErrors(faults);
    const { subject, email } = opinion;
    if (faults.length > 0 || subject === '') return;
    const answer = email.trim() === '' ? {} : { email: email.trim() };
    const sent = await run(() => call('postFeedback', { body: { subject, text: opinion.text.trim(), ...answer } }));
    if (sent === undefined) return;
    keep(DRAFT, undefined);
    onSent();
  };
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary errors={errors} />
      <div role="alert">
        {failure === undefined ? null : (
          <Alert kind="warning" drawing={wifiOff}>
            <p>{failure.code === 'unreachable' ? t.openness.feedback.offline : problemText(failure)}</p>
          </Alert>
        )}
      </div>
      <Fields opinion={opinion} errors={errors} onChange={change} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.openness.feedback.send}
        </ActionButton>
      </div>
    </form>
  );
}

/** What people think of the site, with or without an account. */
export default function FeedbackScreen() {
  const texts = t.openness.feedback;
  const [sent, setSent] = useState(false);
  const reads = me.value?.capabilities.some((name) => name === 'administer' || name === 'monitor') === true;
  return (
    <div class="zb-wrap zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs zb-measure">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
        {reads ? (
          <p>
            <TextLink href="/gemeente/meningen">{texts.read}</TextLink>
          </p>
        ) : null}
      </div>
      {sent ? (
        <div role="status">
          <StateCard
            drawing={circleCheck}
            title={texts.sent}
            text={texts.sentText(t.openness.privacy.days(retention.feedbackDays))}
          >
            <ActionButton kind="secondary-action" onPress={() => setSent(false)}>
              {texts.another}
            </ActionButton>
          </StateCard>
        </div>
      ) : (
        <Form onSent={() => setSent(true)} />
      )}
      <CallCard question={texts.urgent} />
    </div>
  );
}
