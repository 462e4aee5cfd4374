import type { Instant } from '../kernel/time.js';
import { correctionDeadline } from './clock.js';
import type { RecordOutcomeCommand } from './commands.js';
import type { HelpRequestEvent, ReleasedEvent } from './events.js';
import { facts, refuse, type Result } from './result.js';
import { type Acceptance, activeAcceptances, type HelpRequestState, isFinal, waitlist } from './state.js';

/** The help is not needed any more; everyone who said yes is let go. */
export function decideCancel(state: HelpRequestState, now: Instant): Result {
  if (isFinal(state.status)) return refuse('not-active-any-more');
  const everyone = [...activeAcceptances(state), ...waitlist(state)];
  return facts(...released(everyone, now), { type: 'cancelled', at: now });
}

/** Either side says how it went. The first word counts, except that an asker may correct a helper's. */
export function decideOutcome(command: RecordOutcomeCommand, state: HelpRequestState, now: Instant): Result {
  if (state.status === 'cancelled' || state.status === 'expired') return refuse('not-active-any-more');
  const active = activeAcceptances(state);
  if (command.by === 'helper' && !active.some(({ personId }) => personId === command.personId)) {
    return refuse('not-found');
  }
  const { by, personId, helped } = command;
  const recorded: HelpRequestEvent = { type: 'outcome-recorded', at: now, helped, by, personId };
  if (isFinal(state.status)) return corrects(command, state, now) ? facts(recorded) : facts();
  if (active.length === 0) return refuse('nobody-accepted');
  return facts(...released(waitlist(state), now), recorded);
}

/** The request ends by the clock; those who held a seat stay known, as history. */
export function expiry(state: HelpRequestState, now: Instant): HelpRequestEvent[] {
  return [...released(waitlist(state), now), { type: 'expired', at: now }];
}

/** What lets these people go. */
export function released(acceptances: readonly Acceptance[], now: Instant): ReleasedEvent[] {
  return acceptances.map(({ id, personId, status }) => ({
    type: 'released',
    at: now,
    acceptanceId: id,
    personId,
    was: status,
  }));
}

function corrects(command: RecordOutcomeCommand, { outcome, closedAt }: HelpRequestState, now: Instant): boolean {
  if (outcome === null || closedAt === null || now >= correctionDeadline(closedAt)) return false;
  return command.by === 'asker' && outcome.by === 'helper' && command.helped !== outcome.helped;
}
