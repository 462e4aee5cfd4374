import { useState } from 'preact/hooks';
import type { ReportView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { BesideWorkList } from '../../parts/beside-work-list.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { alertTriangle, circleCheck, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useHints } from '../../realtime/use-hints.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';
import { AppealList } from './appeal-list.js';
import { DecideReport, type Decided } from './decide-report.js';

const texts = t.reports.list;

function Outcome({ how }: { how: Decided | undefined }) {
  return (
    <div role="status">
      {how === 'decided' ? (
        <Alert kind="ok" drawing={circleCheck}>
          <p>{texts.decided}</p>
        </Alert>
      ) : null}
      {how === 'too-late' ? (
        <Alert kind="warning" drawing={alertTriangle}>
          <p>
            <strong>{texts.tooLate}</strong>
          </p>
          <p>{texts.tooLateText}</p>
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
  const raised = report.kind === 'often-cancels' || report.kind === 'sees-many-addresses';
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <h2 class="utrecht-heading-3">{t.reports.kinds[report.kind]}</h2>
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

function Reports() {
  const { data, failure, reload } = useLoaded('reports', () => call('listReports'));
  useHints('work.changed', reload, reload);
  const [openId, setOpenId] = useState<string>();
  const [how, setHow] = useState<Decided>();
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const done = (outcome: Decided): void => {
    setHow(outcome);
    setOpenId(undefined);
    reload();
  };
  return (
    <>
      <Outcome how={how} />
      {data.reports.length === 0 ? (
        <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list-plain zb-flow" aria-label={texts.title}>
          {data.reports.map((report) => (
            <ReportCard
              key={report.id}
              report={report}
              open={report.id === openId}
              onOpen={() => {
                setHow(undefined);
                setOpenId(report.id);
              }}
              onDone={done}
            />
          ))}
        </ul>
      )}
      <AppealList key={how ?? 'none'} />
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
