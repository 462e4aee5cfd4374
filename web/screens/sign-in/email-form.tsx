import { useState } from 'preact/hooks';
import type { Failure } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { circleCheck, lock } from '../../parts/icons.js';
import { usePage } from '../../parts/use-page.js';
import { sessionEnded } from '../../session/session.js';
import { looksLikeEmail } from '../../session/contact-rules.js';

interface EmailFormProps {
  readonly signedOut: boolean;
  /** For who just said to be willing: this is the last step of that, and no account that they should have. */
  readonly isWilling: boolean;
  readonly onEmail: (email: string) => Promise<Failure | undefined>;
}

/** What brought the reader here: they signed out, or the session came to an end without them. */
function WhyHere({ signedOut }: { signedOut: boolean }) {
  if (signedOut) {
    return (
      <Alert kind="ok" drawing={circleCheck} live>
        <p>{t.signIn.signedOut}</p>
      </Alert>
    );
  }
  return sessionEnded.value ? (
    <Alert kind="warning" drawing={lock} live>
      <p>{problemText({ code: 'not-signed-in' })}</p>
    </Alert>
  ) : null;
}

export function EmailForm({ signedOut, isWilling, onEmail }: EmailFormProps) {
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [busy, setBusy] = useState(false);
  usePage(t.signIn.title, errors.length > 0);

  const fail = (message: string): void => setErrors([{ field: 'email', message }]);
  const send = async (): Promise<void> => {
    if (!looksLikeEmail(email)) return fail(t.signIn.errors.email);
    setBusy(true);
    const failure = await onEmail(email.trim());
    setBusy(false);
    if (failure !== undefined) fail(failure.code === 'invalid-input' ? t.signIn.errors.email : problemText(failure));
  };

  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <WhyHere signedOut={signedOut} />
      <ErrorSummary errors={errors} />
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{isWilling ? t.willing.signIn : t.signIn.heading}</h1>
        <p>{isWilling ? t.willing.signInText : t.signIn.lead}</p>
      </div>
      <TextField
        id="email"
        label={t.signIn.email}
        hint={t.signIn.emailExample}
        error={errorAt(errors, 'email')}
        value={email}
        onValue={setEmail}
        type="email"
        autocomplete="email"
      />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.signIn.send}
        </ActionButton>
      </div>
    </form>
  );
}
