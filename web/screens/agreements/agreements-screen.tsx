import { useLocation } from 'preact-iso';
import { t } from '../../messages/texts.js';
import { listMine } from '../../offline/list-mine.js';
import { ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { Badge } from '../../parts/badge.js';
import { CircleLink } from '../../parts/circle-link.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { RequestRow } from '../../parts/request-row.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { agreementTexts } from './agreement-texts.js';
import { CalendarFeed } from './calendar-feed.js';

const look = { ok: 'safe', wait: 'warning', quiet: 'neutral' } as const;

function List() {
  const { data, failure, reload } = useLoaded('helper', () => listMine('helper'));
  useLiveRequest(undefined, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  if (data.helpRequests.length === 0) {
    return (
      <StateCard drawing={moodSmile} title={t.agreements.empty} text={t.agreements.emptyText}>
        <ActionLink kind="secondary-action" href="/hulpvragen">
          {t.agreements.look}
        </ActionLink>
      </StateCard>
    );
  }
  return (
    <section aria-labelledby="list">
      <h2 class="zb-hidden" id="list">
        {t.agreements.list}
      </h2>
      <ul class="zb-list">
        {data.helpRequests.map((request) => {
          const { mood, head } = agreementTexts(request);
          return (
            <RequestRow
              key={request.id}
              request={request}
              href={`/afspraken/${request.id}`}
              badge={<Badge kind={look[mood]}>{head}</Badge>}
            />
          );
        })}
      </ul>
    </section>
  );
}

/** The neighbours this person helps. */
export default function AgreementsScreen() {
  usePage(t.agreements.title);
  const { query } = useLocation();
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <h1 class="utrecht-heading-1">{t.agreements.title}</h1>
          <p>{t.agreements.lead}</p>
        </div>
        {query['afgezegd'] === '1' ? (
          <Alert kind="ok" drawing={circleCheck} live>
            <p>{t.agreements.withdrawn}</p>
          </Alert>
        ) : null}
        <List />
        <CircleLink />
        <CalendarFeed />
      </div>
    </SignedInOnly>
  );
}
