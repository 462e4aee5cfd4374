import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { BesideWorkList } from '../../parts/beside-work-list.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { TooLate } from '../../parts/too-late.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useHints } from '../../realtime/use-hints.js';
import { toldNews } from '../../session/told-news.js';
import { forgetWritten, writtenUnder } from '../../session/written-words.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';
import { AppealList } from './appeal-list.js';
import { DecideReport, type Decided } from './decide-report.js';

const texts = t.reports.list;

function Done({ done }: { done: boolean }) {
  return (
    <div role="status">
      {done ? (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{texts.decided}</p>
        </Alert>
      ) : null}
    </div>
  );
}

interface ReportCardProps {
  readonly report: ReportView;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onDone: (how: Decided) => void;
}

function ReportCard({ report, open, onOpen, onDone }: ReportCardProps) {
  const at = Date.parse(report.createdAt);
  const about = report.subject ?? texts.someone;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  const raised = report.kind === 'often-cancels' || report.kind === 'sees-many-addresses';
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <h2 class="utrecht-heading-3" tabIndex={-1} ref={heading}>
        {t.reports.kinds[report.kind]}
      </h2>
      <p>
        {texts.about(about)}. {raised ? texts.noticed : texts.by(report.reporter ?? texts.someone)}
      </p>
      {report.text === null ? null : <blockquote class="zb-quote zb-prose">{report.text}</blockquote>}
      <p class="zb-small zb-soft">
        {fullDayText(wallTimeOf(at).day)}, {clockTime(at)}.{' '}
        {texts.earlier(report.earlierReports, report.earlierSanctions)}
      </p>
      {open ? (
        <DecideReport report={report} onDone={onDone} />
      ) : (
        <div>
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={onOpen}>
            <span aria-hidden="true">{texts.open}</span>
            <span class="zb-hidden">{texts.openOf(about)}</span>
          </ActionButton>
        </div>
      )}
    </li>
  );
}

/** Which report is open: the one of the link from the work list, or the one that was pressed. */
function useOpenReport(reload: () => void) {
  const { query, route } = useLocation();
  const linked = query['melding'];
  const [openId, setOpenId] = useState(linked);
  const [done, setDone] = useState(false);
  const open = (id: string): void => {
    setDone(false);
    setOpenId(id);
  };
  const close = (): void => {
    if (openId !== undefined) forgetWritten(openId);
    setOpenId(undefined);
    reload();
  };
  const finish = (how: Decided): void => {
    // Somebody else was first: the list is read again, and says who.
    if (how === 'too-late') return reload();
    setDone(true);
    close();
    if (openId !== linked) return;
    toldNews.value = texts.decided;
    route('/werklijst');
  };
  return { openId, done, open, close, finish };
}

function Reports() {
  const { data, failure, reload } = useLoaded('reports', () => call('listReports'));
  useHints('work.changed', reload, reload);
  const { openId, done, open, close, finish } = useOpenReport(reload);
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const isGone = openId !== undefined && data.reports.every(({ id }) => id !== openId);
  return (
    <>
      <Done done={done} />
      {isGone ? <TooLate id={openId} words={writtenUnder(openId)} onRead={close} /> : null}
      {data.reports.length === 0 ? (
        <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list-plain zb-flow" aria-label={texts.title}>
          {data.reports.map((report) => (
            <ReportCard
              key={report.id}
              report={report}
              open={report.id === openId}
              onOpen={() => open(report.id)}
              onDone={finish}
            />
          ))}
        </ul>
      )}
      <AppealList />
    </>
  );
}

/** What people reported to a coordinator, and what still holds. */
export default function ReportsScreen() {
  return (
    <BesideWorkList texts={texts} may={['coordinate', 'administer']}>
      <Reports />
    </BesideWorkList>
  );
}
