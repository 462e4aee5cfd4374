import { call } from '../api/call.js';
import { t } from '../messages/texts.js';
import { places } from '../places/places.js';
import { ActionLink } from './action.js';
import { Icon } from './icon.js';
import { heartHandshake, moodSmile } from './icons.js';
import { useLoaded } from './use-loaded.js';

/** The board of one buurt, or of the cell it was merged into. */
function boardOf(neighbourhoodCode: string): { readonly cell: string; readonly href: string } {
  const cell = places.value?.neighbourhoods.find(({ code }) => code === neighbourhoodCode)?.cell.code;
  return cell === undefined ? { cell: '', href: '/hulpvragen' } : { cell, href: `/hulpvragen?buurt=${cell}` };
}

/**
 * What a willing neighbour can expect now: the true number of open requests nearby, also when it is none. Then there
 * is one small other thing to do, so that willing does not end in silence.
 */
export function WaitingCard({ neighbourhoodCode }: { neighbourhoodCode: string }) {
  const { data } = useLoaded('board-counts', () => call('getOpenBoardCounts'));
  if (data === undefined) return null;
  const { cell, href } = boardOf(neighbourhoodCode);
  const open = data.cells.find(({ code }) => code === cell)?.open ?? 0;
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="waiting">
      <h2 class="utrecht-heading-2 zb-row" id="waiting">
        <Icon drawing={open === 0 ? moodSmile : heartHandshake} />
        {open === 0 ? t.myHelp.waiting.none : t.myHelp.waiting.some(open)}
      </h2>
      <p>{open === 0 ? t.myHelp.waiting.noneText : t.myHelp.waiting.someText}</p>
      {open === 0 ? (
        <p>
          <strong>{t.myHelp.waiting.small}</strong> {t.myHelp.waiting.inviteText}
        </p>
      ) : null}
      <div class="zb-row">
        <ActionLink href={open === 0 ? '/hulpvragen' : href}>{t.myHelp.waiting.board}</ActionLink>
        <ActionLink kind="secondary-action" href="/uitnodigen">
          {t.myHelp.waiting.invite}
        </ActionLink>
      </div>
    </section>
  );
}
