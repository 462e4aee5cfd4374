import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { moodSmile } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { me } from '../../session/session.js';
import { AssignWork } from './assign-work.js';
import { RequestDetail } from './request-detail.js';
import { useSteadyRows } from './use-steady-rows.js';
import { useWork } from './use-work.js';
import { WelcomeDetail } from './welcome-detail.js';
import { approveButtonId } from './work-detail.js';
import { callsPath, heaps, isOnHeap, itemPath, workPath, type Heap } from './work-items.js';
import { useWorkKeys, WorkKeys } from './work-keys.js';
import { WorkKinds } from './work-kinds.js';
import { WorkNews } from './work-news.js';
import { rowLinkId, WorkTable } from './work-table.js';
import { Together } from './work-together.js';

type Work = OperationResult<typeof operations.listWorkItems>;

interface DetailProps {
  readonly data: Work;
  readonly openId: string;
  readonly now: number;
  readonly work: ReturnType<typeof useWork>;
  readonly onChanged: () => void;
  readonly onDone: (item: WorkItem) => void;
}

function Detail({ data, openId, now, work, onChanged, onDone }: DetailProps) {
  const item = data.items.find(({ subjectId }) => subjectId === openId);
  const colleagues = data.organisations.find(({ id }) => id === item?.organisationId)?.colleagues ?? [];
  const assign =
    item === undefined ? null : (
      <AssignWork
        item={item}
        colleagues={colleagues}
        myId={me.value?.id ?? ''}
        onAssign={(one, personId) => void work.assign(one, personId)}
      />
    );
  const done = (): void => {
    if (item !== undefined) onDone(item);
  };
  if (item?.kind === 'welcome') {
    return (
      <WelcomeDetail key={item.id} item={item} now={now} onDone={done}>
        {assign}
      </WelcomeDetail>
    );
  }
  const helpRequestId = item?.helpRequestId ?? openId;
  return (
    <RequestDetail key={openId} helpRequestId={helpRequestId} item={item} now={now} onChanged={onChanged} onDone={done}>
      {assign}
    </RequestDetail>
  );
}

/** Moves the focus to a row; after closing what is open, which itself moves the focus to the top of the page. */
function useRowFocus(openId: string | undefined) {
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (openId === undefined && wanted.current !== undefined) document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  }, [openId]);
  return (subjectId: string, afterClosing: boolean): void => {
    const link = rowLinkId(subjectId);
    if (afterClosing) wanted.current = link;
    else document.getElementById(link)?.focus();
  };
}

/** The way around the list: what is shown, what is open, and what comes after what is done. */
function useAround(data: Work, reload: () => void) {
  const { query, route } = useLocation();
  const openId = useRoute().params['id'];
  const heap: Heap = heaps.find((name) => name === query['soort']) ?? 'alles';
  const steady = useSteadyRows(
    data.items.filter((item) => isOnHeap(item, heap)),
    heap,
  );
  const work = useWork(reload);
  const focusRow = useRowFocus(openId);
  const finish = async (item: WorkItem): Promise<void> => {
    const { rows } = steady;
    // A new request is read before it is let through: the first press opens it, the second is the button beside it.
    if (item.kind === 'review') {
      if (openId === item.subjectId) document.getElementById(approveButtonId)?.click();
      else route(itemPath(item, heap));
      return;
    }
    const next = rows[rows.indexOf(item) + 1] ?? rows[rows.indexOf(item) - 1];
    if (!(await work.finish(item))) return;
    const closes = openId === item.subjectId;
    if (next !== undefined) focusRow(next.subjectId, closes);
    if (closes) route(workPath(heap));
  };
  const keys = useWorkKeys(steady.rows, openId, {
    take: (item) => void work.assign(item, item.yours === 'assigned' ? null : (me.value?.id ?? null)),
    finish: (item) => void finish(item),
    call: (item) => route(item.kind === 'unfilled' ? callsPath(item.subjectId) : itemPath(item, heap)),
    undo: () => void work.undo(),
    refresh: steady.showAll,
    close: () => {
      if (openId !== undefined) focusRow(openId, true);
      route(workPath(heap));
    },
  });
  return { openId, heap, steady, work, finish, keys };
}

/** The heaps, the list and what is open, beside each other where there is room. */
export function WorkDesk({ data, reload }: { data: Work; reload: () => void }) {
  const now = useNow();
  const { openId, heap, steady, work, finish, keys } = useAround(data, reload);
  const { rows, waiting, showAll } = steady;
  const isOpen = openId !== undefined && openId !== '';
  return (
    <>
      <WorkKeys {...keys} />
      <WorkNews work={work} waiting={waiting} onShow={showAll} />
      <div class={isOpen ? 'zb-desk' : 'zb-desk zb-desk--list'}>
        <WorkKinds current={heap} count={(of) => data.items.filter((item) => isOnHeap(item, of)).length} />
        <div class="zb-flow zb-flow--s">
          <Together rows={rows} heap={heap} work={work} />
          {rows.length === 0 ? (
            <StateCard drawing={moodSmile} title={nlOrganisers.workList.empty} text={nlOrganisers.workList.emptyText} />
          ) : (
            <WorkTable rows={rows} openId={openId} heap={heap} now={now} />
          )}
        </div>
        {isOpen ? (
          <Detail
            data={data}
            openId={openId}
            now={now}
            work={work}
            onChanged={reload}
            onDone={(item) => void finish(item)}
          />
        ) : null}
      </div>
    </>
  );
}
