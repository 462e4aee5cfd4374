import { useLocation } from 'preact-iso';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { againOf } from '../ask/draft-of.js';
import { change } from '../ask/draft-store.js';
import { isOver } from './request-timeline.js';

/** Asks the same thing once more; after a request that was taken back this is also the way to undo that. */
export function AskAgain({ request }: { request: HelpRequestView }) {
  const { route } = useLocation();
  if (!isOver(request) || request.viewer !== 'asker') return null;
  const again = (sameNeighbour: boolean): void => {
    change(againOf(request, sameNeighbour));
    route('/vraag/wanneer');
  };
  return (
    <section class="zb-card zb-card--quiet zb-flow zb-flow--s" aria-labelledby="again">
      <h2 class="utrecht-heading-3" id="again">
        {request.status === 'cancelled' ? t.request.again.cancelled : t.request.again.text}
      </h2>
      {request.status === 'completed' ? (
        <div class="zb-flow zb-flow--xs">
          <ActionButton onPress={() => again(true)}>{t.request.again.same}</ActionButton>
          <p class="zb-small zb-soft">{t.request.again.sameText}</p>
        </div>
      ) : null}
      <div>
        <ActionButton kind="secondary-action" onPress={() => again(false)}>
          {t.request.again.button}
        </ActionButton>
      </div>
    </section>
  );
}
