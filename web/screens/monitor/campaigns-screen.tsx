import type { CampaignResult } from '@app/contracts/http/activation.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { FailureCard } from '../../parts/failure-card.js';
import { message } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { MonitorPage } from './monitor-frame.js';
import { FigureTable } from './shown.js';

const texts = nlOrganisers.monitor.campaigns;
const few = (people: number | null): string => (people === null ? texts.few : texts.about(people));
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

/** What a measurement says, with its interval where that tells no number below ten. */
function said({ result, measuredAt }: CampaignResult): string {
  if (result === null) return texts.lookOn(dayOf(measuredAt));
  const verdict = texts.verdicts[result.verdict];
  if (result.effect === null) return verdict;
  const { points } = nlOrganisers.activation.verdicts;
  return `${verdict} ${texts.interval(points(result.effect.from), points(result.effect.until))}`;
}

function Results({ municipality }: { municipality: string }) {
  const { data, failure, reload } = useLoaded(municipality, () => call('listCampaignResults', { id: municipality }));
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  if (data.campaigns.length === 0) return <StateCard drawing={message} title={texts.none} text={texts.noneText} />;
  return (
    <div class="zb-flow zb-campaigns">
      <FigureTable
        caption={texts.title}
        columns={[
          texts.association,
          texts.outcome,
          texts.withLetter,
          texts.withoutLetter,
          texts.helpedWith,
          texts.helpedWithout,
        ]}
        rows={data.campaigns.map((campaign) => ({
          name: texts.name(
            campaign.association,
            nlOrganisers.activation.segments.names[campaign.segment],
            dayOf(campaign.startedAt),
          ),
          cells: [
            said(campaign),
            few(campaign.invited),
            few(campaign.heldOut),
            campaign.result === null ? texts.notYet : few(campaign.result.invitedHelped),
            campaign.result === null ? texts.notYet : few(campaign.result.heldOutHelped),
          ],
        }))}
      />
      <p class="zb-small zb-soft">{texts.rules}</p>
    </div>
  );
}

/** Whether letters to the willing work, over all organisations. */
export default function CampaignsScreen() {
  return (
    <MonitorPage back title={texts.title} lead={texts.lead}>
      {(municipality) => <Results municipality={municipality} />}
    </MonitorPage>
  );
}
