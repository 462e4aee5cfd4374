import { signal } from '@preact/signals';
import { t } from '../messages/texts.js';
import { takeUpdate, updateReady } from '../offline/app-worker.js';
import { readingFrom } from '../offline/kept-answers.js';
import { ActionButton, TextLink } from '../parts/action.js';
import { Alert } from '../parts/alert.js';
import { infoCircle, lock, wifiOff } from '../parts/icons.js';
import { me, signOutFailed } from '../session/session.js';
import { clockTime } from '../time/time-texts.js';

const online = signal(navigator.onLine);
addEventListener('online', () => {
  online.value = true;
  signOutFailed.value = false;
});
addEventListener('offline', () => (online.value = false));

/** True when nothing here is real; set before the first page is shown. */
export const isDemonstration = signal(false);

/** Says on every page of a demonstration that nothing in it is real. */
export function ExampleBanner() {
  if (!isDemonstration.value) return null;
  return (
    <aside class="zb-example" aria-label={t.frame.exampleLabel}>
      <div class="zb-wrap">
        <strong>{t.frame.example}</strong> {t.frame.exampleText} <TextLink href="/demo">{t.frame.exampleMail}</TextLink>
      </div>
    </aside>
  );
}

/** Tells who has a role that it works after signing in with a passkey. */
export function PasskeyBanner() {
  if (me.value?.passkeyRequired !== true) return null;
  return (
    <aside class="zb-wrap zb-offline" aria-label={t.passkeys.needed}>
      <Alert kind="warning" drawing={lock}>
        <p>
          <strong>{t.passkeys.needed}</strong> {t.passkeys.neededText}
        </p>
        <p>
          <TextLink href="/gegevens/passkeys">{t.passkeys.neededLink}</TextLink>
        </p>
      </Alert>
    </aside>
  );
}

/** Says that a newer version is there. The reader says when: words in a form that were not sent would be lost. */
export function UpdateBanner() {
  return (
    <div role="status">
      {updateReady.value ? (
        <div class="zb-wrap zb-offline">
          <Alert kind="info" drawing={infoCircle}>
            <p>
              <strong>{t.frame.update}</strong> {t.frame.updateText}
            </p>
            <p>
              <ActionButton kind="secondary-action" sizes={['dense']} onPress={takeUpdate}>
                {t.frame.updateButton}
              </ActionButton>
            </p>
          </Alert>
        </div>
      ) : null}
    </div>
  );
}

/** Says that what is sent now does not arrive, and from when the data on the screen are. */
export function OfflineBanner() {
  return (
    <div role="status">
      {online.value && readingFrom.value === undefined ? null : (
        <div class="zb-wrap zb-offline">
          <Alert kind="warning" drawing={wifiOff}>
            <p>
              <strong>{t.frame.offline}</strong> {t.frame.offlineText}
            </p>
            {readingFrom.value === undefined ? null : <p>{t.frame.readingFrom(clockTime(readingFrom.value))}</p>}
            {signOutFailed.value ? <p>{t.frame.signOutFailed}</p> : null}
          </Alert>
        </div>
      )}
    </div>
  );
}
