import type { CampaignView } from '@app/contracts/http/activation.js';
import { effectOf, lettersUntil, measuredAt, verdictOf, type Part } from '@app/domain/activation/index.js';
import type { CampaignRow } from './campaign.store.js';
import { isHarmful, isInviting } from './keep-campaign.js';

/** Fewer people than this are not told apart. */
const smallest = 10;

/** A number of people as it is shown: null for 1 to 9. */
export function shownPeople(count: number): number | null {
  return count > 0 && count < smallest ? null : count;
}

/** A campaign as its organisation sees it: numbers of people, never who. */
export function presentCampaign(row: CampaignRow, startedBy: string | null, now: number): CampaignView {
  return {
    id: row.id,
    segment: row.segment,
    startedAt: row.started_at.toISOString(),
    startedBy,
    phase: phaseOf(row, now),
    stoppedForHarm: row.stopped_for_harm || isHarmful(row),
    unwelcome: row.unwelcome < smallest ? null : row.unwelcome,
    invited: shownPeople(row.invited_people),
    written: shownPeople(row.written),
    heldOut: shownPeople(row.held_out_people),
    measuredAt: new Date(measuredAt(row.started_at.getTime())).toISOString(),
    result: resultOf(row),
  };
}

function phaseOf(row: CampaignRow, now: number): CampaignView['phase'] {
  if (row.finished_at !== null) return 'finished';
  if (row.stopped_at !== null || (isHarmful(row) && now < lettersUntil(row.started_at.getTime()))) return 'stopped';
  return isInviting(row, now) ? 'inviting' : 'measuring';
}

function resultOf(row: CampaignRow): CampaignView['result'] {
  const { finished_at: finished, invited_helped: invitedHelped, held_out_helped: heldOutHelped } = row;
  if (finished === null || invitedHelped === null || heldOutHelped === null) return null;
  const invited: Part = { people: row.invited_people, helped: invitedHelped };
  const heldOut: Part = { people: row.held_out_people, helped: heldOutHelped };
  const verdict = verdictOf(invited, heldOut);
  const effect = verdict === 'too-few' ? null : effectOf(invited, heldOut);
  return {
    invitedHelped: shownPeople(invitedHelped),
    heldOutHelped: shownPeople(heldOutHelped),
    effect: effect && { verdict, ...effect },
  };
}
