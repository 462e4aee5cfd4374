import type { Instant } from '../kernel/time.js';
import { contactDeadline } from './clock.js';
import type { EditCommand } from './commands.js';
import { isUsableWindow } from './decide-posting.js';
import { clockRuns, windClock } from './escalation.js';
import { facts, refuse, type Result } from './result.js';
import { activeAcceptances, type HelpRequestState, isFinal } from './state.js';

/** The address may change until somebody may see it, the rest as long as nobody has said yes to it. */
export function decideEdit(command: EditCommand, state: HelpRequestState, now: Instant): Result {
  if (command.expectedVersion !== state.version) return refuse('stale-version');
  if (!(changesAddressOnly(command) ? mayChangeAddress(state) : mayChange(state, now))) return refuse('not-open');
  const windowFrom = command.windowFrom ?? state.windowFrom;
  const windowUntil = command.windowUntil ?? state.windowUntil;
  const windowChanges = windowFrom !== state.windowFrom || windowUntil !== state.windowUntil;
  if (windowChanges && !isUsableWindow(windowFrom, windowUntil, now)) return refuse('window-in-past');
  const rewind = windowUntil !== state.windowUntil && clockRuns(state.status);
  return facts({
    type: 'edited',
    at: now,
    windowFrom,
    windowUntil,
    expectedMinutes: command.expectedMinutes ?? state.expectedMinutes,
    hasAddress: command.hasAddress ?? state.hasAddress,
    escalation: rewind ? windClock(state.escalation, { ...state, windowUntil }, now) : state.escalation,
  });
}

function changesAddressOnly(command: EditCommand): boolean {
  return (
    command.hasAddress !== undefined &&
    command.windowFrom === undefined &&
    command.windowUntil === undefined &&
    command.expectedMinutes === undefined &&
    command.summaryChanged !== true
  );
}

function mayChangeAddress(state: HelpRequestState): boolean {
  return !isFinal(state.status) && activeAcceptances(state).every(({ status }) => status === 'accepted');
}

function mayChange(state: HelpRequestState, now: Instant): boolean {
  if (isFinal(state.status) || activeAcceptances(state).length > 0) return false;
  return now < (state.status === 'unconfirmed' ? contactDeadline(state) : state.windowUntil);
}
