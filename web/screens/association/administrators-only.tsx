import type { ComponentChildren } from 'preact';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { lock } from '../../parts/icons.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { me } from '../../session/session.js';

const texts = nlOrganisers.association.municipality;

/** A page for administrators of the municipality. */
export function AdministratorsOnly({ children }: { children: ComponentChildren }) {
  const may = me.value?.capabilities.includes('administer') === true;
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          {may ? (
            children
          ) : (
            <StateCard asPage drawing={lock} title={texts.forbidden} text={texts.forbiddenText}>
              <ActionLink kind="secondary-action" href="/">
                {t.frame.toStart}
              </ActionLink>
            </StateCard>
          )}
        </div>
      </div>
    </SignedInOnly>
  );
}
