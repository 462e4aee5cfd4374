import { activeAcceptances, type HelpRequestState } from '@app/domain/help-request/index.js';
import { retention } from '@app/domain/kernel/retention.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import type { HelpRequestRow } from './help-request.row.js';

/** In which part somebody looks at a request; undefined: for them it is not there. */
export type Viewer = 'asker' | 'coordinator' | 'helper';

type Looked = Pick<HelpRequestRow, 'askerId' | 'postedById' | 'associationId' | 'escalationLevel' | 'calledInId'>;

/** An organiser took the request at the telephone, and is neither its asker nor of the organisation that has it. */
export function onlyTookIt(actor: PersonActor, row: Looked): boolean {
  return actor.personId === row.postedById && actor.personId !== row.askerId && organisationsOf(actor).length > 0;
}

/** Whoever was called in joins in: the desk, or what the association chose as its fallback. */
function looksAfter(actor: PersonActor, row: Looked, deskId: string | undefined): boolean {
  const mine = organisationsOf(actor);
  const calledInId = row.calledInId ?? deskId;
  return (
    mine.includes(row.associationId) ||
    (row.escalationLevel === 2 && calledInId !== undefined && mine.includes(calledInId))
  );
}

export function viewerOf(
  actor: PersonActor,
  row: Looked,
  state: HelpRequestState,
  deskId?: string,
): Viewer | undefined {
  if (actor.personId === row.askerId) return 'asker';
  if (looksAfter(actor, row, deskId)) return 'coordinator';
  if (onlyTookIt(actor, row)) return 'asker';
  return state.acceptances.some(({ personId }) => personId === actor.personId) ? 'helper' : undefined;
}

/** Whether address and phone of the asker may be seen by this neighbour now: confirmed, and until 24 hours after the help. */
export function maySeeContact(personId: string, state: HelpRequestState, now: number): boolean {
  const confirmed = activeAcceptances(state).some((a) => a.personId === personId && a.status === 'confirmed');
  if (!confirmed) return false;
  const over = state.closedAt ?? state.windowUntil;
  return now < over + retention.contactHours * 3_600_000;
}

export type Action = 'confirm' | 'cancel' | 'edit' | 'record-outcome' | 'withdraw' | 'approve';

/** What this viewer may do with the request now; the same rules refuse the rest. */
export function actionsOf(viewer: Viewer, personId: string, state: HelpRequestState, now: number): Action[] {
  const active = activeAcceptances(state);
  const closed = ['completed', 'not-helped', 'cancelled', 'expired'].includes(state.status);
  const mine = state.acceptances.find(
    (a) => a.personId === personId && ['accepted', 'confirmed', 'waitlisted'].includes(a.status),
  );
  const actions: Action[] = mine && !closed && now < state.windowUntil ? ['withdraw'] : [];
  if (viewer === 'helper') {
    if (!closed && mine && mine.status !== 'waitlisted') actions.push('record-outcome');
    return actions;
  }
  if (active.some(({ status }) => status === 'accepted') && !closed) actions.push('confirm');
  if (!closed) actions.push('cancel');
  if (!closed && state.status !== 'confirmed') actions.push('edit');
  if (!closed && active.length > 0) actions.push('record-outcome');
  if (viewer === 'coordinator' && state.status === 'in-review') actions.push('approve');
  return actions;
}
