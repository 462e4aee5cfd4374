import { useEffect } from 'preact/hooks';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { StatusPanel } from '../../parts/status-panel.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { momentOf } from './moment-of.js';
import { ImportFailure } from './import-failure.js';
import { ImportFaults } from './import-faults.js';
import { ImportOutcomePart } from './import-outcome.js';
import { sending } from './send-file.js';

const texts = nlOrganisers.fileImports;
const lookEveryMs = 1_000;

function Receiving({ id, bytes, receivedBytes }: FileImportView) {
  const mine = sending.value?.id === id ? sending.value : undefined;
  const received = mine?.received ?? receivedBytes;
  const words = texts.received(received, bytes);
  return (
    <>
      <progress class="zb-meter" max={bytes} value={received} aria-label={texts.heads.receiving}>
        {words}
      </progress>
      <p>{words}</p>
      {mine === undefined ? <p>{texts.elsewhere}</p> : null}
      <p role="status">{mine?.lost === true ? texts.lost : ''}</p>
    </>
  );
}

function Working({ status, rowsDone, isSilent, outcome }: FileImportView) {
  const rows = outcome?.kind === 'members' ? outcome.rows : undefined;
  return (
    <>
      <progress
        class="zb-meter"
        aria-label={texts.heads[status]}
        {...(status === 'taking' && rows ? { max: rows, value: rowsDone } : {})}
      />
      {rowsDone > 0 ? <p>{texts.done(rowsDone)}</p> : null}
      <p>{isSilent ? texts.silent : texts.mayLeave}</p>
    </>
  );
}

function Decision({
  view,
  busy,
  act,
}: {
  view: FileImportView;
  busy: boolean;
  act: (rows?: 'all' | 'good-rows') => void;
}) {
  const { outcome, faultCount, status } = view;
  const noRow = outcome?.kind === 'members' && outcome.rows === outcome.wrong;
  const letters = outcome?.kind === 'members' ? outcome.invited : 0;
  const waits = status === 'waiting';
  return (
    <>
      {waits ? <p>{texts.until(momentOf(view.expiresAt))}</p> : null}
      {waits && noRow ? <p>{texts.decide.nothing}</p> : null}
      {waits && faultCount > 0 ? <p>{texts.decide.correct}</p> : null}
      {waits && letters > 0 ? <p>{texts.decide.letters(letters)}</p> : null}
      <div class="zb-row">
        {waits && !noRow ? (
          <ActionButton busy={busy} onPress={() => act(faultCount > 0 ? 'good-rows' : 'all')}>
            {faultCount > 0 ? texts.decide.goodRows : texts.decide.all}
          </ActionButton>
        ) : null}
        <ActionButton kind="secondary-action" busy={busy} onPress={() => act()}>
          {texts.decide.cancel}
        </ActionButton>
      </div>
    </>
  );
}

const moods = { receiving: 'wait', checking: 'wait', waiting: 'wait', taking: 'wait', taken: 'ok' } as const;

function Content({ view, busy, act }: Parameters<typeof Decision>[0]) {
  const { status } = view;
  const isWorkedOn = status === 'checking' || status === 'taking';
  const isOver = ['taken', 'refused', 'cancelled', 'expired'].includes(status);
  return (
    <StatusPanel
      id={`import-${view.id}`}
      mood={status in moods ? moods[status as keyof typeof moods] : 'quiet'}
      head={texts.heads[status]}
    >
      <p class="zb-soft">{texts.on(texts.of[view.kind], momentOf(view.createdAt))}</p>
      {status === 'receiving' ? <Receiving {...view} /> : null}
      {isWorkedOn ? <Working {...view} /> : null}
      {status === 'waiting' || status === 'taken' ? <ImportOutcomePart outcome={view.outcome} /> : null}
      {status === 'taken' ? <p>{texts.gone}</p> : null}
      {status === 'refused' ? <p>{texts.untouched}</p> : null}
      {isWorkedOn ? null : <ImportFaults {...view} />}
      {isOver ? null : <Decision view={view} busy={busy} act={act} />}
    </StatusPanel>
  );
}

/** One file: how far it is, what would change, and deciding about it. Looks again while something is being done. */
export function ImportCard({ id, onOver }: { id: string; onOver: () => void }) {
  const { data, failure, reload, put } = useLoaded(id, () => call('getImport', { id }));
  const { busy, failure: refused, run } = useCommand();
  const status = data?.status;
  const isMoving = status === 'receiving' || status === 'checking' || status === 'taking';
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(reload, lookEveryMs);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
  useEffect(() => {
    if (status !== undefined && status !== 'receiving') onOver();
  }, [status, onOver]);
  const act = async (rows?: 'all' | 'good-rows'): Promise<void> => {
    const done = await run<FileImportView>(() =>
      rows === undefined ? call('cancelImport', { id }) : call('decideImport', { id, body: { rows } }),
    );
    if (done === undefined) reload();
    else put(done.data);
  };
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <>
      <Content view={data} busy={busy} act={(rows) => void act(rows)} />
      <ImportFailure failure={refused} />
    </>
  );
}
