import { DAY, type Instant } from '../kernel/time.js';
import { nextEscalationAt } from './escalation.js';
import { type HelpRequestState, isFinal } from './state.js';

const CONTACT_PATIENCE = DAY;
const OUTCOME_PATIENCE = 7 * DAY;

/** Until when a guest may confirm the contact. */
export function contactDeadline(state: HelpRequestState): Instant {
  return Math.min(state.windowUntil, state.postedAt + CONTACT_PATIENCE);
}

/** When a request of which nobody told how it went is closed: unknown is not counted as help. */
export function outcomeDeadline(state: HelpRequestState): Instant {
  return state.windowUntil + OUTCOME_PATIENCE;
}

/** Until when the asker may correct what a helper said about the outcome. */
export function correctionDeadline(closedAt: Instant): Instant {
  return closedAt + OUTCOME_PATIENCE;
}

/** Earliest time at which `tick` would do something; null for a closed request. */
export function nextDueAt(state: HelpRequestState): Instant | null {
  if (isFinal(state.status)) return null;
  if (state.status === 'unconfirmed') return contactDeadline(state);
  const windowStep = state.outcomeAskedAt === null ? state.windowUntil : outcomeDeadline(state);
  return Math.min(windowStep, nextEscalationAt(state) ?? windowStep);
}
