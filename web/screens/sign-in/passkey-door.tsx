import { useState } from 'preact/hooks';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { alertCircle } from '../../parts/icons.js';
import { enterWithPasskey, knowsPasskeys } from '../../session/passkey.js';
import { signedIn } from '../../session/session.js';

/** The way in for who has a passkey; nothing in a browser that knows none. */
export function PasskeyDoor() {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  if (!knowsPasskeys()) return null;
  const enter = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    const result = await enterWithPasskey();
    if (result !== 'stopped' && result.ok) await signedIn();
    else setFault(result === 'stopped' ? t.passkeys.signInStopped : problemText(result));
    setBusy(false);
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s zb-measure" aria-labelledby="passkey">
      <p id="passkey">{t.passkeys.signInOr}</p>
      <div role="alert">
        {fault === '' ? null : (
          <Alert kind="error" drawing={alertCircle}>
            <p>{fault}</p>
          </Alert>
        )}
      </div>
      <div>
        <ActionButton kind="secondary-action" busy={busy} onPress={() => void enter()}>
          {t.passkeys.signIn}
        </ActionButton>
      </div>
    </section>
  );
}
