import type { DetailView } from '@app/contracts/http/contact-views.js';
import { call } from '../../api/call.js';
import { locale } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { FailureCard } from '../../parts/failure-card.js';
import { eye } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';

const texts = t.safety.views;

function ViewRow({ view }: { view: DetailView }) {
  const at = Date.parse(view.at);
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--2xs">
      <p>
        <strong>{view.by.givenName ?? texts.someone}</strong>
        {view.by.organisation === null ? null : <>, {view.by.organisation}</>}
      </p>
      <p>
        {texts.saw} {view.shown.map((what) => texts.shown[what]).join(', ')}.
      </p>
      <p>
        {texts.because} {t.safety.reasons[view.reason].toLocaleLowerCase(locale)}.
      </p>
      <p class="zb-small zb-soft">
        <time dateTime={view.at}>
          {fullDayText(wallTimeOf(at).day)}, {clockTime(at)}
        </time>
      </p>
    </li>
  );
}

function Views() {
  const { data, failure, reload } = useLoaded('views-of-me', () => call('listViewsOfMe'));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  if (data.views.length === 0) return <StateCard drawing={eye} title={texts.empty} text={texts.emptyText} />;
  return (
    <ul class="zb-list-plain zb-flow zb-flow--s" aria-label={texts.title}>
      {data.views.map((view) => (
        <ViewRow key={view.id} view={view} />
      ))}
    </ul>
  );
}

/** "Wie keek naar mijn gegevens": the person's own side of the audit trail. */
export default function ViewsOfMeScreen() {
  usePage(texts.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <h1 class="utrecht-heading-1">{texts.title}</h1>
            <p>{texts.lead}</p>
          </div>
          <Views />
        </div>
      </div>
    </SignedInOnly>
  );
}
