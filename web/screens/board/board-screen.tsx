import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { Icon } from '../../parts/icon.js';
import { arrowUp, moodSmile, plugOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { loadPlaces, places } from '../../places/places.js';
import { connection } from '../../realtime/connection.js';
import { clockTime } from '../../time/time-texts.js';
import { board, boardFailed, boardUpdatedAt, followBoard, loadBoard, revealWaiting } from './board-feed.js';
import { boardPath, filterOf, passes, type BoardFilter } from './board-filter.js';
import { BoardFilters } from './board-filters.js';
import { countsByCell, type BoardState, type Row } from './board-merge.js';
import { BoardRow } from './board-row.js';
import { TileMap } from './tile-map.js';
import { useAnnouncement } from './use-announcement.js';

function Updated() {
  if (connection.value === 'lost') {
    return (
      <Alert kind="error" drawing={plugOff} live>
        <p>
          <strong>{t.board.lost}</strong> {t.board.lostText(clockTime(boardUpdatedAt.value))}
        </p>
      </Alert>
    );
  }
  return (
    <p class="zb-soft zb-row zb-updated">
      <span class="live-dot" aria-hidden="true" />
      {t.board.updated(clockTime(boardUpdatedAt.value))}
    </p>
  );
}

function Empty({ filter }: { filter: BoardFilter }) {
  const filtered = boardPath(filter) !== '/hulpvragen';
  return (
    <StateCard
      drawing={moodSmile}
      title={filtered ? t.board.emptyHere : t.board.empty}
      text={filtered ? t.board.emptyFiltered : t.board.emptyText}
    >
      {filtered ? (
        <ActionLink kind="secondary-action" href="/hulpvragen">
          {t.board.wholeArea(places.value?.municipality)}
        </ActionLink>
      ) : (
        <ActionLink kind="secondary-action" href="/bereid">
          {t.board.willing}
        </ActionLink>
      )}
    </StateCard>
  );
}

/** The button "Toon 3 nieuwe vragen" with one quiet announcement; pressing leads to the first new row. */
function NewBar({ count }: { count: number }) {
  const announced = useAnnouncement(count);
  const [target, setTarget] = useState<string>();
  useEffect(() => {
    if (target === undefined) return;
    document.getElementById(`row-${target}`)?.focus();
    setTarget(undefined);
  }, [target]);
  return (
    <>
      {count === 0 ? null : (
        <div class="zb-new">
          <button type="button" onClick={() => setTarget(revealWaiting())}>
            <Icon drawing={arrowUp} />
            {t.board.showNew(count)}
          </button>
        </div>
      )}
      <p class="zb-hidden" role="status">
        {announced === 0 ? '' : t.board.announceNew(announced)}
      </p>
    </>
  );
}

function List({ rows, filter, waiting }: { rows: readonly Row[]; filter: BoardFilter; waiting: number }) {
  const now = useNow();
  const open = rows.filter(({ gone }) => !gone).length;
  return (
    <section class="zb-flow" aria-labelledby="list">
      <h2 class="zb-hidden" id="list">
        {t.board.list(open)}
      </h2>
      <NewBar count={waiting} />
      {rows.length === 0 ? (
        waiting === 0 ? (
          <Empty filter={filter} />
        ) : null
      ) : (
        <ul class="zb-list">
          {rows.map((row) => (
            <BoardRow key={row.entry.id} row={row} now={now} />
          ))}
        </ul>
      )}
      {open === rows.length ? null : (
        <p>
          <ActionButton kind="secondary-action" onPress={() => void revealWaiting()}>
            {t.board.goneRefresh}
          </ActionButton>
        </p>
      )}
    </section>
  );
}

function Boards({ state, filter }: { state: BoardState; filter: BoardFilter }) {
  const now = useNow();
  const rows = state.rows.filter(({ entry }) => passes(entry, filter, now));
  const waiting = state.waiting.filter((entry) => passes(entry, filter, now)).length;
  return (
    <div class="zb-cols zb-cols--board">
      <List rows={rows} filter={filter} waiting={waiting} />
      <TileMap counts={countsByCell(state, (entry) => passes(entry, { ...filter, cell: '' }, now))} filter={filter} />
    </div>
  );
}

async function start(): Promise<void> {
  await loadPlaces();
  await loadBoard();
}

/** The live board: the list first, the map second. New requests wait behind a button, so that nothing jumps. */
export default function BoardScreen() {
  const { query } = useLocation();
  const filter = filterOf(query);
  const municipality = places.value?.municipality;
  const title = municipality === undefined ? t.board.shortTitle : t.board.title(municipality);
  usePage(title);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void start().then(() => {
      if (!left) stop = followBoard();
    });
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  const state = board.value;
  return (
    <div class="zb-wrap zb-flow">
      <div class="zb-row zb-row--apart">
        <h1 class="utrecht-heading-1">{title}</h1>
        {state === undefined ? null : <Updated />}
      </div>
      <BoardFilters filter={filter} />
      {state !== undefined ? (
        <Boards state={state} filter={filter} />
      ) : boardFailed.value ? (
        <StateCard drawing={plugOff} title={t.problems.loadTitle} text={t.problems.byCode.unreachable ?? ''}>
          <ActionButton kind="secondary-action" onPress={() => void start()}>
            {t.frame.retry}
          </ActionButton>
        </StateCard>
      ) : (
        <Loading text={t.board.loading} />
      )}
    </div>
  );
}
