import { useEffect } from 'preact/hooks';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Icon } from '../../parts/icon.js';
import { phoneCall } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';
import { WorkDesk } from './work-desk.js';

const REFRESH_EVERY = 30_000;

function Content() {
  const now = useNow();
  const { data, failure, reload } = useLoaded('work', () => call('listWorkItems'));
  useLiveRequest(undefined, reload);
  useHints('work.changed', reload, reload);
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
          <h1 class="utrecht-heading-1">{nlOrganisers.workList.title}</h1>
          <p class="zb-soft">
            {fullDayText(wallTimeOf(now).day)}, {clockTime(now)}
          </p>
        </div>
        <div class="zb-row">
          <TextLink href="/werklijst/meldingen">{t.reports.list.title}</TextLink>
          <TextLink href="/werklijst/vertrouwen">{t.trust.organiser.title}</TextLink>
          <TextLink href="/werklijst/ontmoetingen">{t.gatherings.title}</TextLink>
          <TextLink href="/werklijst/uitnodigen">{nlOrganisers.activation.link}</TextLink>
          <TextLink href="/werklijst/loket">{nlOrganisers.deskWork.title}</TextLink>
          <TextLink href="/werklijst/afwezig">{nlOrganisers.absence.title}</TextLink>
          <TextLink href="/hoe-kiest-het-systeem">{nlOrganisers.asking.title}</TextLink>
          <TextLink href="/vereniging/instellingen">{nlOrganisers.workList.settings}</TextLink>
          <ActionLink sizes={['dense']} href="/werklijst/telefoon">
            <Icon drawing={phoneCall} />
            {nlOrganisers.intake.title}
          </ActionLink>
        </div>
      </div>
      <WorkDesk data={data} reload={reload} />
    </>
  );
}

/** What waits for a coordinator or the desk, the most urgent first. */
export default function WorkListScreen() {
  usePage(nlOrganisers.workList.title);
  return (
    <OrganisersOnly title={nlOrganisers.workList.title}>
      <Content />
    </OrganisersOnly>
  );
}
