import type { AssociationSettingsView, SettingsChoice } from '@app/contracts/http/association-settings.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { differing, valueText } from './settings-draft.js';

const texts = nlOrganisers.association;

interface StaleSettingsProps {
  readonly base: AssociationSettingsView;
  readonly theirs: AssociationSettingsView;
  readonly mine: SettingsChoice;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** The settings changed under somebody's hands: what the other changed beside one's own choice; nothing is lost. */
export function StaleSettings({ base, theirs, mine, busy, onKeep, onTake }: StaleSettingsProps) {
  const changed = new Set([...differing(base.settings, theirs.settings), ...differing(base.settings, mine)]);
  const byMe = new Set(differing(base.settings, mine));
  const cell = (field: keyof SettingsChoice, choice: SettingsChoice): string => valueText(field, choice[field], theirs);
  return (
    <section class="zb-card zb-flow" aria-labelledby="stale">
      <div class="zb-flow zb-flow--xs" role="alert">
        <h2 class="utrecht-heading-2" id="stale">
          {texts.stale.title}
        </h2>
        <p>{texts.stale.lead}</p>
      </div>
      <dl class="zb-flow zb-flow--s">
        {[...changed].map((field) => (
          <div key={field}>
            <dt>
              <strong>{texts.fields[field]}</strong>
            </dt>
            <dd>
              {texts.stale.theirs}: {cell(field, theirs.settings)}
            </dd>
            <dd>
              {texts.stale.yours}: {byMe.has(field) ? cell(field, mine) : texts.stale.same}
            </dd>
          </div>
        ))}
      </dl>
      <div class="zb-row">
        <ActionButton busy={busy} onPress={onKeep}>
          {texts.stale.keep}
        </ActionButton>
        <ActionButton kind="secondary-action" busy={busy} onPress={onTake}>
          {texts.stale.take}
        </ActionButton>
      </div>
    </section>
  );
}
