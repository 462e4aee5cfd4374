import { signal } from '@preact/signals';
import type { Evidence } from '@app/contracts/http/evidence.js';
import { call } from '../../api/call.js';
import { locale } from '../../messages/language.js';
import { t } from '../../messages/texts.js';

/** Undefined until asked for; null when there is nothing true to say. */
const evidence = signal<Evidence | null | undefined>(undefined);

/** Fetches it once, in time for the last question, so that nothing on that screen jumps. */
export async function loadEvidence(): Promise<void> {
  if (evidence.value !== undefined) return;
  evidence.value = null;
  const answer = await call('getEvidence');
  if (answer.ok) evidence.value = answer.data.evidence;
}

/** What asking came to for others, from our own published figures; nothing where those say too little. */
export function EvidenceLine() {
  const known = evidence.value;
  if (!known) return null;
  const { municipality, tenths, quarter, publishedAt } = known;
  const day = new Date(publishedAt).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
  return (
    <div class="zb-card zb-card--quiet zb-card--tight zb-flow zb-flow--xs">
      <p>
        <strong>{t.ask.evidence.answered(municipality, tenths)}</strong>
      </p>
      <p class="zb-small">
        {t.ask.evidence.source(Number(quarter.slice(-1)), quarter.slice(0, 4), day)}{' '}
        <a class="utrecht-link utrecht-link--html-a" href={`/cijfers/${quarter}`}>
          {t.ask.evidence.figures}
        </a>
      </p>
    </div>
  );
}
