import type { Colleague, WorkItem } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { ChooseAndPress } from '../../parts/choose-and-press.js';

interface AssignProps {
  readonly item: WorkItem;
  readonly colleagues: readonly Colleague[];
  readonly myId: string;
  readonly onAssign: (item: WorkItem, personId: string | null) => void;
}

function ownerText(item: WorkItem): string {
  if (item.yours === 'assigned') return nlOrganisers.workList.you;
  return item.assignee?.givenName ?? nlOrganisers.workList.nobodys;
}

/** Whose work this is: take it, give it to a colleague, or let it go. */
export function AssignWork({ item, colleagues, myId, onAssign }: AssignProps) {
  const others = colleagues.filter(({ personId }) => personId !== myId);
  const mine = item.yours === 'assigned';
  return (
    <div class="zb-flow zb-flow--xs">
      <p>
        {nlOrganisers.workList.assign.label} <strong>{ownerText(item)}</strong>
      </p>
      {item.yours === 'deputy' ? <p>{nlOrganisers.workList.assign.deputyFor(item.assignee?.givenName ?? '')}</p> : null}
      <div class="zb-row">
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => onAssign(item, mine ? null : myId)}>
          {mine ? nlOrganisers.workList.assign.letGo : nlOrganisers.workList.assign.take}
        </ActionButton>
      </div>
      {others.length === 0 ? null : (
        <ChooseAndPress
          id="give-to"
          label={nlOrganisers.workList.assign.give}
          value=""
          press={nlOrganisers.workList.assign.givePress}
          onChosen={(personId) => onAssign(item, personId)}
          options={[
            { value: '', text: nlOrganisers.workList.nobodys },
            ...others.map(({ personId, givenName, away }) => ({
              value: personId,
              text: away === null ? givenName : nlOrganisers.workList.assign.away(givenName),
            })),
          ]}
        />
      )}
    </div>
  );
}
