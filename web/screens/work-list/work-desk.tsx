import { useLocation, useRoute } from 'preact-iso';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { moodSmile } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { me } from '../../session/session.js';
import { AssignWork } from './assign-work.js';
import { RequestDetail } from './request-detail.js';
import { useWork } from './use-work.js';
import { WelcomeDetail } from './welcome-detail.js';
import { callsPath, heaps, isOnHeap, itemPath, workPath, type Heap } from './work-items.js';
import { useWorkKeys, WorkKeys } from './work-keys.js';
import { WorkKinds } from './work-kinds.js';
import { rowLinkId, WorkTable } from './work-table.js';

type Work = OperationResult<typeof operations.listWorkItems>;
type WorkActions = ReturnType<typeof useWork>;

function News({ work }: { work: WorkActions }) {
  const { news, undo } = work;
  const back = news?.undo;
  return (
    <>
      <CommandFailure failure={work.failure} />
      <div role="status" class="zb-row">
        {news === undefined ? null : <p>{news.text}</p>}
        {back === undefined ? null : (
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => void undo(back)}>
            {nlOrganisers.workList.undo.press}
          </ActionButton>
        )}
      </div>
    </>
  );
}

function Together({ rows, work }: { rows: readonly WorkItem[]; work: WorkActions }) {
  const ids = rows.filter(({ bulk }) => bulk).map(({ subjectId }) => subjectId);
  if (ids.length === 0) return null;
  return (
    <div class="zb-row">
      <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => void work.approveTogether(ids)}>
        {nlOrganisers.workList.bulk.offer(ids.length)}
      </ActionButton>
      <span class="zb-soft">{nlOrganisers.workList.bulk.why}</span>
    </div>
  );
}

interface DetailProps {
  readonly data: Work;
  readonly openId: string;
  readonly now: number;
  readonly work: WorkActions;
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

/** The heaps, the list and what is open, beside each other where there is room. */
export function WorkDesk({ data, reload }: { data: Work; reload: () => void }) {
  const { query, route } = useLocation();
  const openId = useRoute().params['id'];
  const now = useNow();
  const work = useWork(reload);
  const heap: Heap = heaps.find((name) => name === query['soort']) ?? 'alles';
  const rows = data.items.filter((item) => isOnHeap(item, heap));
  const finish = async (item: WorkItem): Promise<void> => {
    const next = rows[rows.indexOf(item) + 1] ?? rows[rows.indexOf(item) - 1];
    if (!(await work.finish(item))) return;
    if (openId === item.subjectId) route(workPath(heap));
    if (next !== undefined) document.getElementById(rowLinkId(next.subjectId))?.focus();
  };
  const keys = useWorkKeys(rows, {
    take: (item) => void work.assign(item, item.yours === 'assigned' ? null : (me.value?.id ?? null)),
    finish: (item) => void finish(item),
    call: (item) => route(item.kind === 'unfilled' ? callsPath(item.subjectId) : itemPath(item, heap)),
  });
  return (
    <>
      <WorkKeys on={keys.on} onToggle={keys.toggle} />
      <News work={work} />
      <div class={openId === undefined || openId === '' ? 'zb-desk zb-desk--list' : 'zb-desk'}>
        <WorkKinds current={heap} count={(of) => data.items.filter((item) => isOnHeap(item, of)).length} />
        <div class="zb-flow zb-flow--s">
          <Together rows={rows} work={work} />
          {rows.length === 0 ? (
            <StateCard drawing={moodSmile} title={nlOrganisers.workList.empty} text={nlOrganisers.workList.emptyText} />
          ) : (
            <WorkTable rows={rows} openId={openId} heap={heap} now={now} />
          )}
        </div>
        {openId === undefined || openId === '' ? null : (
          <Detail
            data={data}
            openId={openId}
            now={now}
            work={work}
            onChanged={reload}
            onDone={(item) => void finish(item)}
          />
        )}
      </div>
    </>
  );
}
