import { t } from '../messages/texts.js';
import { ActionButton, ActionLink } from './action.js';
import { heartHandshake } from './icons.js';
import { StateCard } from './state-card.js';

/** Someone else was first: thanks, and the offer to stand in when it fails after all. */
export function TakenCard({ busy, onReserve }: { busy: boolean; onReserve: () => void }) {
  return (
    <StateCard drawing={heartHandshake} title={t.board.offer.taken} text={t.board.offer.takenText}>
      <ActionButton kind="secondary-action" busy={busy} onPress={onReserve}>
        {t.board.offer.reserve}
      </ActionButton>
      <ActionLink kind="plain" href="/hulpvragen">
        {t.board.offer.others}
      </ActionLink>
    </StateCard>
  );
}
