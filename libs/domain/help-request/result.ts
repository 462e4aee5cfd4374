import { type Decision, decided, refused } from '../kernel/decision.js';
import type { HelpRequestEvent } from './events.js';
import type { HelpRequestRefusal } from './refusals.js';

/** What deciding a command on a help request gives. */
export type Result = Decision<HelpRequestEvent, HelpRequestRefusal>;

/** Facts to store; none when the command was done before. */
export function facts(...events: readonly HelpRequestEvent[]): Result {
  return decided<HelpRequestEvent>(...events);
}

/** Nothing happens, and why. */
export function refuse(refusal: HelpRequestRefusal): Result {
  return refused(refusal);
}
