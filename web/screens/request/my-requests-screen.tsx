import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { listMine } from '../../offline/list-mine.js';
import { ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CircleLink } from '../../parts/circle-link.js';
import { FailureCard } from '../../parts/failure-card.js';
import { moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { RequestRow } from '../../parts/request-row.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { isOver } from './request-timeline.js';

const look: Record<HelpRequestView['status'], 'warning' | 'safe' | 'neutral' | 'active'> = {
  unconfirmed: 'warning',
  'in-review': 'warning',
  open: 'warning',
  matched: 'active',
  confirmed: 'safe',
  completed: 'safe',
  'not-helped': 'neutral',
  cancelled: 'neutral',
  expired: 'neutral',
};

function Section({ title, list }: { title: string; list: readonly HelpRequestView[] }) {
  if (list.length === 0) return null;
  return (
    <section class="zb-flow zb-flow--s">
      <h2 class="utrecht-heading-2">{title}</h2>
      <ul class="zb-list">
        {list.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            href={`/vragen/${request.id}`}
            badge={<Badge kind={look[request.status]}>{t.request.badges[request.status]}</Badge>}
          />
        ))}
      </ul>
    </section>
  );
}

function List() {
  const { data, failure, reload } = useLoaded('asker', () => listMine('asker'));
  useLiveRequest(undefined, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const list = data.helpRequests;
  if (list.length === 0) {
    return (
      <StateCard drawing={moodSmile} title={t.request.listEmpty} text={t.request.listEmptyText}>
        <ActionLink href="/vraag">{t.request.askNew}</ActionLink>
      </StateCard>
    );
  }
  return (
    <>
      <Section title={t.request.running} list={list.filter((request) => !isOver(request))} />
      <Section title={t.request.past} list={list.filter(isOver)} />
      <p>
        <ActionLink kind="secondary-action" href="/vraag">
          {t.request.askNew}
        </ActionLink>
      </p>
    </>
  );
}

/** Everything this person asked, the running ones first. */
export default function MyRequestsScreen() {
  usePage(t.request.listTitle);
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow zb-flow--l">
        <h1 class="utrecht-heading-1">{t.request.listTitle}</h1>
        <List />
        <CircleLink />
      </div>
    </SignedInOnly>
  );
}
