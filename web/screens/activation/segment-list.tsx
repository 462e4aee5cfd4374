import type { ActivationView, WillingSegment } from '@app/contracts/http/activation.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const texts = nlOrganisers.activation.segments;

type Group = ActivationView['segments'][number];

function countText({ people }: Group): string {
  if (people === null) return texts.few;
  return people === 0 ? texts.nobody : texts.people(people);
}

interface GroupCardProps {
  readonly group: Group;
  /** When the campaign that keeps a new one from starting comes to its end. */
  readonly busyUntil: string | undefined;
  readonly onChoose: () => void;
}

function GroupCard({ group, busyUntil, onChoose }: GroupCardProps) {
  const name = texts.names[group.segment];
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <div class="zb-row zb-row--apart">
        <h3 class="utrecht-heading-3">{name}</h3>
        {/* Who is being written to is no longer counted: "nobody" beside it would read as a fault. */}
        {group.running ? null : (
          <p>
            <strong>{countText(group)}</strong>
          </p>
        )}
      </div>
      <p class="zb-small zb-soft">{group.rules.join(' ')}</p>
      {group.running ? (
        <p class="zb-small">
          {busyUntil === undefined
            ? texts.running
            : texts.runningUntil(fullDayText(wallTimeOf(Date.parse(busyUntil)).day))}
        </p>
      ) : group.people === 0 ? null : (
        <div>
          <ActionButton kind="secondary-action" sizes={['dense']} onPress={onChoose}>
            <span aria-hidden="true">{texts.choose}</span>
            <span class="zb-hidden">{texts.chooseOf(name)}</span>
          </ActionButton>
        </div>
      )}
    </li>
  );
}

function endOfCampaign({ campaigns }: ActivationView, segment: WillingSegment): string | undefined {
  return campaigns.find((campaign) => campaign.segment === segment && campaign.phase !== 'finished')?.measuredAt;
}

/** Groups of the willing, with the rules that put somebody there. */
export function SegmentList({ view, onChoose }: { view: ActivationView; onChoose: (segment: WillingSegment) => void }) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="groups">
      <h2 class="utrecht-heading-2" id="groups">
        {texts.title}
      </h2>
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {view.segments.map((group) => (
          <GroupCard
            key={group.segment}
            group={group}
            busyUntil={endOfCampaign(view, group.segment)}
            onChoose={() => onChoose(group.segment)}
          />
        ))}
      </ul>
      <details>
        <summary>{texts.never}</summary>
        <ul class="zb-bullets zb-flow zb-flow--2xs">
          {view.never.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
