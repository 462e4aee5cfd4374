import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { circleCheck } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { usePage } from '../../parts/use-page.js';

/** After the account is gone. */
export default function ErasedScreen() {
  usePage(t.rights.erase.done);
  return (
    <div class="zb-wrap">
      <StateCard asPage drawing={circleCheck} title={t.rights.erase.done} text={t.rights.erase.doneText}>
        <ActionLink kind="secondary-action" href="/">
          {t.frame.toStart}
        </ActionLink>
      </StateCard>
    </div>
  );
}
