import { useState } from 'preact/hooks';
import type { Failure } from '../api/call.js';
import { problemText } from '../api/problem-text.js';
import { t } from '../messages/texts.js';
import { codeDigits } from '../session/contact-rules.js';
import { ActionButton } from './action.js';
import { Alert } from './alert.js';
import { ErrorSummary, errorAt, type FormError } from './error-summary.js';
import { TextField } from './field.js';
import { circleCheck } from './icons.js';
import { usePage } from './use-page.js';

interface CodeFormProps {
  readonly title: string;
  readonly lead: string;
  readonly confirm: string;
  /** Sends the code; answers with what went wrong, or nothing when the form is done. */
  readonly onCode: (code: string) => Promise<Failure | undefined>;
  /** Asks for a new code; answers with what went wrong. */
  readonly onNewCode: () => Promise<Failure | undefined>;
}

/** The code as it is typed, sending it and asking for another. */
function useCode({ onCode, onNewCode }: Pick<CodeFormProps, 'onCode' | 'onNewCode'>) {
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const [sentAgain, setSentAgain] = useState(false);
  const fail = (message: string): void => setErrors([{ field: 'code', message }]);
  const send = async (): Promise<void> => {
    if (busy) return;
    if (code.length !== 6) return fail(t.signIn.errors.code);
    setBusy(true);
    const failure = await onCode(code);
    setBusy(false);
    if (failure !== undefined) fail(problemText(failure));
  };
  const again = async (): Promise<void> => {
    const failure = await onNewCode();
    setSentAgain(failure === undefined);
    if (failure !== undefined) return fail(problemText(failure));
    setErrors([]);
    setCode('');
  };
  return { code, setCode, errors, busy, sentAgain, send, again };
}

function SentAgain({ sentAgain }: { sentAgain: boolean }) {
  return (
    <div role="status">
      {sentAgain ? (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{t.signIn.newCodeSent}</p>
        </Alert>
      ) : null}
    </div>
  );
}

/** Six digits from an e-mail. */
export function CodeForm({ title, lead, confirm, ...calls }: CodeFormProps) {
  const { code, setCode, errors, busy, sentAgain, send, again } = useCode(calls);
  usePage(title, errors.length > 0);
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
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{title}</h1>
        <p>{lead}</p>
        <p class="zb-soft zb-small">{t.signIn.noMail}</p>
      </div>
      <SentAgain sentAgain={sentAgain} />
      <TextField
        id="code"
        label={t.signIn.code}
        hint={t.signIn.codeExample}
        error={errorAt(errors, 'code')}
        value={code}
        onValue={(text) => setCode(codeDigits(text))}
        autocomplete="one-time-code"
        inputMode="numeric"
        width="narrow"
      />
      <div class="zb-row">
        <ActionButton submit busy={busy} sizes={['big']}>
          {confirm}
        </ActionButton>
        <ActionButton kind="subtle" onPress={() => void again()}>
          {t.signIn.newCode}
        </ActionButton>
      </div>
    </form>
  );
}
