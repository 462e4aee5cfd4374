import { signal } from '@preact/signals';
import { t } from '../messages/texts.js';
import { Alert } from '../parts/alert.js';
import { TextLink } from '../parts/action.js';
import { wifiOff } from '../parts/icons.js';

const online = signal(navigator.onLine);
addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

const isDemonstration = document.querySelector('meta[name="zb-demonstration"]') !== null;

/** Says on every page of a demonstration that nothing in it is real. */
export function ExampleBanner() {
  if (!isDemonstration) return null;
  return (
    <aside class="zb-example" aria-label={t.frame.exampleLabel}>
      <div class="zb-wrap">
        <strong>{t.frame.example}</strong> {t.frame.exampleText} <TextLink href="/demo">{t.frame.exampleMail}</TextLink>
      </div>
    </aside>
  );
}

/** Says that what is sent now does not arrive. */
export function OfflineBanner() {
  return (
    <div role="status">
      {online.value ? null : (
        <div class="zb-wrap zb-offline">
          <Alert kind="warning" drawing={wifiOff}>
            <p>
              <strong>{t.frame.offline}</strong> {t.frame.offlineText}
            </p>
          </Alert>
        </div>
      )}
    </div>
  );
}
