import { useLocation, useRoute } from 'preact-iso';
import { useCallback, useEffect } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { Conversation } from '../../parts/conversation/conversation.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OwnerCard } from '../../parts/owner-card.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { ThanksAfterwards } from '../../parts/thanks-afterwards.js';
import { Timeline } from '../../parts/timeline.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { toldNews } from '../../session/told-news.js';
import { KeepApart } from '../safety/keep-apart.js';
import { AccompanyCard } from '../trust/accompany-card.js';
import { PhoneCard } from './phone-card.js';
import { RequestActions } from './request-actions.js';
import { RequestFacts } from './request-facts.js';
import { RequestStatus } from './request-status.js';
import { helperNames } from './request-texts.js';
import { isOver, timelineOf } from './request-timeline.js';
import { WeeklyCard } from './weekly-card.js';
import { isForOrganiser } from './whose-request.js';

function Head({ sent }: { sent: boolean }) {
  usePage(sent ? t.request.sentTitle : t.request.title);
  return (
    <div class="zb-flow zb-flow--xs">
      <p>
        <TextLink href="/vragen">{t.request.listTitle}</TextLink>
      </p>
      <h1 class="utrecht-heading-1">{sent ? t.request.sentTitle : t.request.title}</h1>
      {sent ? <p>{t.request.sentLead}</p> : null}
    </div>
  );
}

/** Coming along the first time, and never meeting again. */
function Together({ request }: { request: HelpRequestView }) {
  return (
    <>
      {isOver(request) ? null : <AccompanyCard helpRequestId={request.id} version={request.version} />}
      {(request.helpers ?? []).map(({ acceptanceId, givenName }) => (
        <KeepApart
          key={acceptanceId}
          encounter={{ helpRequestId: request.id, acceptanceId }}
          name={givenName}
          after="/vragen"
        />
      ))}
    </>
  );
}

interface WholeRequestProps {
  readonly request: HelpRequestView;
  /** Just sent, or just changed: said once, above all else. */
  readonly sent: boolean;
  readonly edited: boolean;
  readonly onChanged: (request: HelpRequestView) => void;
}

function WholeRequest({ request, sent, edited, onChanged }: WholeRequestProps) {
  const now = useNow();
  const steps = timelineOf(request, now);
  const searching = request.status === 'open' || request.status === 'in-review';
  return (
    <div class="zb-cols zb-cols--side">
      <div class="zb-flow zb-flow--l zb-measure">
        <Head sent={sent && searching} />
        <div role="status">
          {edited && !isOver(request) ? (
            <Alert kind="ok" drawing={circleCheck}>
              <p>{t.request.edit.saved}</p>
            </Alert>
          ) : null}
        </div>
        <RequestStatus request={request} now={now} />
        {searching ? <PhoneCard request={request} /> : null}
        <WeeklyCard request={request} />
        <RequestActions request={request} now={now} onChanged={onChanged}>
          {request.status === 'completed' ? <ThanksAfterwards id={request.id} name={helperNames(request)} /> : null}
          {(request.helpers ?? []).map(({ acceptanceId, status }) =>
            status === 'confirmed' ? <Conversation key={acceptanceId} id={acceptanceId} now={now} /> : null,
          )}
          {steps.length === 0 ? null : (
            <section class="zb-flow">
              <h2 class="utrecht-heading-2">{t.request.next}</h2>
              <Timeline steps={steps} />
            </section>
          )}
        </RequestActions>
      </div>
      <div class="zb-flow zb-start">
        <OwnerCard owner={request.owner} title={t.frame.owner.title} />
        <section class="zb-card zb-card--quiet zb-flow" aria-labelledby="facts">
          <h2 class="utrecht-heading-3" id="facts">
            {t.request.yours}
          </h2>
          <RequestFacts request={request} now={now} />
          {searching ? <p class="zb-small zb-soft">{t.request.hidden}</p> : null}
        </section>
        <Together request={request} />
      </div>
    </div>
  );
}

function ToWorkList({ id, edited }: { id: string; edited: boolean }) {
  const { route } = useLocation();
  useEffect(() => {
    if (edited) toldNews.value = t.request.edit.saved;
    route(`/werklijst/${id}`, true);
  }, [id]);
  return <Loading />;
}

function Content({ id, ...now }: { id: string; sent: boolean; edited: boolean }) {
  const load = useCallback(() => call('getHelpRequest', { id, readOffline: true }), [id]);
  const { data, failure, reload, put } = useLoaded(id, load);
  useLiveRequest(id, reload);
  if (data !== undefined && isForOrganiser(data)) return <ToWorkList id={data.id} edited={now.edited} />;
  if (data !== undefined) return <WholeRequest request={data} {...now} onChanged={put} />;
  if (failure !== undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  return <Loading />;
}

/** One request of mine: how it stands, who looks after it, what happens next. */
export default function MyRequestScreen() {
  const { params } = useRoute();
  const { query } = useLocation();
  usePage(t.request.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content id={params['id'] ?? ''} sent={query['verstuurd'] === '1'} edited={query['gewijzigd'] === '1'} />
      </div>
    </SignedInOnly>
  );
}
