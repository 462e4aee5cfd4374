import type { Instant } from '../kernel/time.js';
import { contactDeadline, outcomeDeadline } from './clock.js';
import { expiry, released } from './decide-closing.js';
import type { TickCommand } from './commands.js';
import { clockRuns, dueLevels, levelWhenUnreachable } from './escalation.js';
import type { HelpRequestEvent } from './events.js';
import { facts, type Result } from './result.js';
import { activeAcceptances, type HelpRequestState, isFinal, waitlist } from './state.js';

/** Everything the clock says is due, also after a long standstill; never a refusal. */
export function decideTick(command: TickCommand, state: HelpRequestState, now: Instant): Result {
  if (isFinal(state.status)) return facts();
  if (state.status === 'unconfirmed') return now < contactDeadline(state) ? facts() : facts(...expiry(state, now));
  const levels = clockRuns(state.status) ? dueLevels(state.escalation, now) : [];
  // Calling in somebody who is away until tomorrow is calling in nobody: the desk takes its step with it.
  const withDesk = command.onlyDeskIsOpen === true && levels.includes(1) && !levels.includes(2);
  const called = [...levels, ...(withDesk ? ([2] as const) : [])].map((level): HelpRequestEvent => ({
    type: 'escalated',
    at: now,
    level,
    reason: 'clock',
  }));
  return facts(...called, ...(now < state.windowUntil ? [] : afterWindow(state, now)));
}

/** Nobody can be asked: a person is called in at once instead of at the clock's first step. */
export function decideUnreachable(state: HelpRequestState, now: Instant): Result {
  const level = levelWhenUnreachable(state);
  if (state.status !== 'open' || level === null) return facts();
  return facts({ type: 'escalated', at: now, level, reason: 'nobody-reachable' });
}

function afterWindow(state: HelpRequestState, now: Instant): HelpRequestEvent[] {
  if (activeAcceptances(state).length === 0 || now >= outcomeDeadline(state)) return expiry(state, now);
  if (state.outcomeAskedAt !== null) return [];
  return [...released(waitlist(state), now), { type: 'outcome-asked', at: now }];
}
