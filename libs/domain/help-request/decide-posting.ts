import type { Instant } from '../kernel/time.js';
import { contactDeadline } from './clock.js';
import type { ConfirmContactCommand, PostCommand } from './commands.js';
import { noEscalation, windClock } from './escalation.js';
import type { HelpRequestEvent } from './events.js';
import { facts, refuse, type Result } from './result.js';
import { type HelpRequestState, isFinal } from './state.js';

/** Whether a request can still be helped in this window. */
export function isUsableWindow(windowFrom: Instant, windowUntil: Instant, now: Instant): boolean {
  return windowUntil > now && windowUntil > windowFrom;
}

/** Someone asks for help; for a guest everything waits for the code. */
export function decidePost(command: PostCommand, now: Instant): Result {
  if (!isUsableWindow(command.windowFrom, command.windowUntil, now)) return refuse('window-in-past');
  const { type: _type, needsReview, ...request } = command;
  const escalation = command.contactConfirmed ? windClock(noEscalation, command, now) : noEscalation;
  const posted: HelpRequestEvent = { ...request, type: 'posted', at: now, escalation };
  return command.contactConfirmed && !needsReview ? facts(posted, { type: 'opened', at: now }) : facts(posted);
}

/** The guest's code was right: every clock starts. Doing it twice changes nothing. */
export function decideConfirmContact(command: ConfirmContactCommand, state: HelpRequestState, now: Instant): Result {
  if (isFinal(state.status)) return refuse('not-active-any-more');
  if (state.status !== 'unconfirmed') return facts();
  if (now >= contactDeadline(state)) return refuse('not-active-any-more');
  const escalation = windClock(noEscalation, state, now);
  const confirmed: HelpRequestEvent = { type: 'contact-confirmed', at: now, escalation };
  return command.needsReview ? facts(confirmed) : facts(confirmed, { type: 'opened', at: now });
}

/** A coordinator lets the request go to the neighbours. Two coordinators at once do no harm. */
export function decideApprove(state: HelpRequestState, now: Instant): Result {
  if (state.status === 'open') return facts();
  if (state.status !== 'in-review' || now >= state.windowUntil) return refuse('not-open');
  return facts({ type: 'opened', at: now });
}
