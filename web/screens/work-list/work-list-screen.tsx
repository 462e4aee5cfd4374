import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { moodSmile, phoneCall } from '../../parts/icons.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { sorted } from '../../parts/sorted.js';
import { StateCard } from '../../parts/state-card.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';
import { byUrgency, kindOf, workKinds, type WorkKind } from './work-order.js';
import { WorkDetail } from './work-detail.js';
import { WorkKinds } from './work-kinds.js';
import { WorkTable } from './work-table.js';

const REFRESH_EVERY = 30_000;

interface DeskProps {
  readonly requests: readonly HelpRequestView[];
  readonly onChanged: () => void;
}

function Desk({ requests, onChanged }: DeskProps) {
  const { query } = useLocation();
  const { params } = useRoute();
  const now = useNow();
  const kind = workKinds.find((name) => name === query['soort']) ?? 'alles';
  const urgentFirst = sorted(requests, byUrgency);
  const rows = kind === 'alles' ? urgentFirst : urgentFirst.filter((request) => kindOf(request) === kind);
  const open = requests.find(({ id }) => id === params['id']);
  const count = (of: WorkKind): number =>
    of === 'alles' ? requests.length : requests.filter((request) => kindOf(request) === of).length;
  return (
    <div class={open === undefined ? 'zb-desk zb-desk--list' : 'zb-desk'}>
      <WorkKinds current={kind} count={count} />
      {rows.length === 0 ? (
        <StateCard drawing={moodSmile} title={t.workList.empty} text={t.workList.emptyText} />
      ) : (
        <WorkTable rows={rows} openId={open?.id} kind={kind} now={now} />
      )}
      {open === undefined ? null : <WorkDetail key={open.id} request={open} now={now} onChanged={onChanged} />}
    </div>
  );
}

function Content() {
  const now = useNow();
  const { data, failure, reload } = useLoaded('coordinator', () =>
    call('listHelpRequests', { query: { role: 'coordinator' } }),
  );
  useLiveRequest(undefined, reload);
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <div class="zb-row zb-row--apart">
        <div class="zb-row">
          <h1 class="utrecht-heading-1">{t.workList.title}</h1>
          <p class="zb-soft">
            {fullDayText(wallTimeOf(now).day)}, {clockTime(now)}
          </p>
        </div>
        <ActionLink sizes={['dense']} href="/werklijst/telefoon">
          <Icon drawing={phoneCall} />
          {t.intake.title}
        </ActionLink>
      </div>
      <Desk requests={data.helpRequests} onChanged={reload} />
    </>
  );
}

/** What waits for a coordinator or the desk, the most urgent first. */
export default function WorkListScreen() {
  usePage(t.workList.title);
  return (
    <OrganisersOnly title={t.workList.title}>
      <Content />
    </OrganisersOnly>
  );
}
