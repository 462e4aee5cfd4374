import type { AssociationSettingsView } from '@app/contracts/http/association-settings.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { useNow } from '../../parts/use-now.js';
import { shortMomentText } from '../../time/time-texts.js';
import { valueText } from './settings-draft.js';

const texts = nlOrganisers.association;

function nameOf(field: string): string {
  return (texts.fields as Readonly<Record<string, string>>)[field] ?? field;
}

/** Who changed what, from what into what. */
export function SettingsHistory({ view }: { view: AssociationSettingsView }) {
  const now = useNow();
  const words = (field: string, json: string): string => valueText(field, JSON.parse(json), view);
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="history">
      <h2 class="utrecht-heading-2" id="history">
        {texts.changes.title}
      </h2>
      {view.changes.length === 0 ? <p>{texts.changes.none}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {view.changes.map(({ at, by, field, from, to }, index) => (
          <li key={`${at}-${index}`}>
            <strong>{texts.changes.by(by, nameOf(field))}</strong>{' '}
            <span class="zb-soft zb-small">{shortMomentText(Date.parse(at), now)}</span>
            <br />
            {texts.changes.from}: {words(field, from)}
            <br />
            {texts.changes.to}: {words(field, to)}
          </li>
        ))}
      </ul>
    </section>
  );
}
