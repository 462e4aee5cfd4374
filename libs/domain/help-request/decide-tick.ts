import type { Instant } from '../kernel/time.js';
import { contactDeadline, outcomeDeadline } from './clock.js';
import { expiry, released } from './decide-closing.js';
import type { TickCommand, UnreachableCommand } from './commands.js';
import { clockRuns, dueLevels, levelWhenUnreachable } from './escalation.js';
import type { HelpRequestEvent } from './events.js';
import { facts, type Result } from './result.js';
import { activeAcceptances, type EscalationReason, type HelpRequestState, isFinal, waitlist } from './state.js';

/** Everything the clock says is due, also after a long standstill; never a refusal. */
export function decideTick(command: TickCommand, state: HelpRequestState, now: Instant): Result {
  if (isFinal(state.status)) return facts();
  if (state.status === 'unconfirmed') return now < contactDeadline(state) ? facts() : facts(...expiry(state, now));
  const levels = clockRuns(state.status) ? dueLevels(state.escalation, now) : [];
  const called = whoAnswersToo(levels, command).map((level) => calledIn(level, 'clock', now));
  return facts(...called, ...(now < state.windowUntil ? [] : afterWindow(state, now)));
}

/** Nobody can be asked: a person is called in at once instead of at the clock's first step. */
export function decideUnreachable(command: UnreachableCommand, state: HelpRequestState, now: Instant): Result {
  const level = levelWhenUnreachable(state);
  if (state.status !== 'open' || level === null) return facts();
  return facts(...whoAnswersToo([level], command).map((one) => calledIn(one, 'nobody-reachable', now)));
}

/** Calling in somebody who is away until tomorrow is calling in nobody: the desk takes its step with it. */
function whoAnswersToo(
  levels: readonly (1 | 2)[],
  { onlyDeskIsOpen }: TickCommand | UnreachableCommand,
): readonly (1 | 2)[] {
  return onlyDeskIsOpen === true && levels.includes(1) && !levels.includes(2) ? [...levels, 2] : levels;
}

function calledIn(level: 1 | 2, reason: EscalationReason, at: Instant): HelpRequestEvent {
  return { type: 'escalated', at, level, reason };
}

function afterWindow(state: HelpRequestState, now: Instant): HelpRequestEvent[] {
  if (activeAcceptances(state).length === 0 || now >= outcomeDeadline(state)) return expiry(state, now);
  if (state.outcomeAskedAt !== null) return [];
  return [...released(waitlist(state), now), { type: 'outcome-asked', at: now }];
}
