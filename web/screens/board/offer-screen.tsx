import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import type { BoardEntry } from '@app/contracts/http/board.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { BoardFacts } from '../../parts/board-facts.js';
import { clockOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { loadPlaces } from '../../places/places.js';
import { findOnBoard, loadBoard } from './board-feed.js';
import { OfferAnswer } from './offer-answer.js';

/** The request as the board knows it; null when it is not there any more. */
function useEntry(id: string): BoardEntry | null | undefined {
  const [entry, setEntry] = useState<BoardEntry | null | undefined>(() => findOnBoard(id));
  useEffect(() => {
    if (entry !== undefined) return;
    void loadPlaces()
      .then(loadBoard)
      .then(() => setEntry(findOnBoard(id) ?? null));
  }, [id]);
  return entry;
}

function Question({ entry }: { entry: BoardEntry }) {
  const now = useNow();
  return (
    <div class="zb-flow zb-flow--s">
      {entry.urgency === 'acute' ? (
        <p>
          <Badge kind="danger">{t.request.acute}</Badge>
        </p>
      ) : null}
      <h1 class="utrecht-heading-1">{t.board.offer.title}</h1>
      <p>
        <strong>{t.categories.names[entry.category].title}</strong>
      </p>
      <BoardFacts entry={entry} now={now} />
    </div>
  );
}

/** A neighbour looks at one request of the board and says yes or no. */
export default function OfferScreen() {
  const { params } = useRoute();
  const { path } = useLocation();
  const id = params['id'] ?? '';
  const entry = useEntry(id);
  usePage(t.board.offer.title);
  return (
    <div class="zb-wrap">
      <div class="zb-ask zb-flow zb-flow--l">
        <p>
          <TextLink href="/hulpvragen">{t.board.shortTitle}</TextLink>
        </p>
        {entry === undefined ? <Loading /> : null}
        {entry === null ? (
          <StateCard asPage drawing={clockOff} title={t.board.offer.gone} text={t.board.offer.goneText}>
            <ActionLink kind="secondary-action" href="/hulpvragen">
              {t.board.offer.others}
            </ActionLink>
          </StateCard>
        ) : null}
        {entry === null || entry === undefined ? null : (
          <>
            <Question entry={entry} />
            <OfferAnswer id={id} backTo={path} />
          </>
        )}
      </div>
    </div>
  );
}
