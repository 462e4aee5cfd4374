import { useState } from 'preact/hooks';
import type { CampaignView } from '@app/contracts/http/activation.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { useCommand } from '../../parts/use-command.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const texts = nlOrganisers.activation.campaigns;
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);
const shown = (people: number | null): string | number => people ?? texts.few;

/** While letters leave, also how many there will be: "0" alone reads as if it went wrong. */
function writtenText({ phase, written, invited }: CampaignView): string | number {
  return phase === 'inviting' && invited !== null ? texts.writtenOf(shown(written), invited) : shown(written);
}

function Outcome({ campaign, name }: { campaign: CampaignView; name: string }) {
  const { result, heldOut } = campaign;
  if (heldOut === 0) return <p>{texts.notMeasured}</p>;
  if (result === null) return <p>{texts.lookOn(dayOf(campaign.measuredAt))}</p>;
  const rows = [
    { group: texts.withLetter, people: campaign.invited, helped: result.invitedHelped },
    { group: texts.withoutLetter, people: heldOut, helped: result.heldOutHelped },
  ];
  return (
    <>
      <Verdict effect={result.effect} />
      <div class="zb-scroll">
        <table class="utrecht-table" aria-label={texts.table(name)}>
          <thead>
            <tr>
              <th scope="col">{texts.group}</th>
              <th scope="col" class="r">
                {texts.peopleHead}
              </th>
              <th scope="col" class="r">
                {texts.helped}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, people, helped }) => (
              <tr key={group}>
                <th scope="row">{group}</th>
                <td class="r">{shown(people)}</td>
                <td class="r">{shown(helped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Verdict({ effect }: { effect: NonNullable<CampaignView['result']>['effect'] }) {
  const { verdicts } = nlOrganisers.activation;
  if (effect === null || effect.verdict === 'too-few') return <p>{texts.notMeasured}</p>;
  const said = effect.verdict === 'unclear' ? verdicts.unclear : verdicts[effect.verdict](effect.difference);
  return (
    <p>
      <strong>{said}</strong> {verdicts.interval(verdicts.points(effect.from), verdicts.points(effect.until))}
    </p>
  );
}

function Campaign({ campaign, onStopped }: { campaign: CampaignView; onStopped: () => void }) {
  const [asks, setAsks] = useState(false);
  const { busy, failure, run } = useCommand();
  const name = nlOrganisers.activation.segments.names[campaign.segment];
  // Of so few people nothing is measured: then all that is left to say is that the letters have gone.
  const isOver = campaign.phase === 'measuring' && campaign.heldOut === 0;
  const stop = async (): Promise<void> => {
    const done = await run(() => call('stopCampaign', { id: campaign.id }));
    setAsks(false);
    if (done !== undefined) onStopped();
  };
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <div class="zb-row zb-row--apart">
        <h3 class="utrecht-heading-3">{name}</h3>
        <Badge kind={campaign.phase === 'inviting' ? 'active' : 'neutral'}>
          {texts.phases[isOver ? 'finished' : campaign.phase]}
        </Badge>
      </div>
      <p class="zb-small zb-soft">{texts.by(campaign.startedBy ?? texts.gone, dayOf(campaign.startedAt))}</p>
      <p>
        {texts.written}: {writtenText(campaign)}. {texts.heldOut}: {shown(campaign.heldOut)}.
      </p>
      {campaign.stoppedForHarm ? <p>{texts.harm}</p> : null}
      {campaign.unwelcome === null ? null : <p>{texts.unwelcome(campaign.unwelcome)}</p>}
      <Outcome campaign={campaign} name={name} />
      <CommandFailure failure={failure} />
      {campaign.phase === 'inviting' ? (
        <div>
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => setAsks(true)}>
            <span aria-hidden="true">{texts.stop}</span>
            <span class="zb-hidden">{texts.stopOf(name)}</span>
          </ActionButton>
        </div>
      ) : null}
      <ConfirmDialog
        open={asks}
        title={texts.sure}
        text={texts.sureText}
        yes={texts.stop}
        busy={busy}
        onYes={() => void stop()}
        onClose={() => setAsks(false)}
      />
    </li>
  );
}

/** What was sent, and whether it worked. */
export function CampaignList({ campaigns, onStopped }: { campaigns: readonly CampaignView[]; onStopped: () => void }) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="campaigns">
      <h2 class="utrecht-heading-2" id="campaigns">
        {texts.title}
      </h2>
      {campaigns.length === 0 ? <p>{texts.none}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {campaigns.map((campaign) => (
          <Campaign key={campaign.id} campaign={campaign} onStopped={onStopped} />
        ))}
      </ul>
    </section>
  );
}
