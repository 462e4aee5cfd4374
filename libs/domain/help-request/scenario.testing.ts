import { HOUR, type Instant } from '../kernel/time.js';
import type { TrustLevel } from '../kernel/vocabulary.js';
import type { AcceptCommand, EditCommand, HelpRequestCommand, PostCommand } from './commands.js';
import { decide } from './decide.js';
import type { HelpRequestEvent } from './events.js';
import { evolveAll } from './evolve.js';
import type { HelpRequestRefusal } from './refusals.js';
import type { HelpRequestState } from './state.js';

/** An arbitrary moment at which the scenarios begin. */
export const START: Instant = 1_800_000_000_000;

/** An acute request of an hour and a half from now, by a known asker, that needs no review. */
export function post(change: Partial<PostCommand> = {}): PostCommand {
  return {
    type: 'post',
    id: 'request',
    associationId: 'association',
    askerId: 'asker',
    urgency: 'acute',
    windowFrom: START,
    windowUntil: START + 1.5 * HOUR,
    expectedMinutes: 30,
    helpersNeeded: 1,
    requiredTrust: 'none',
    autoConfirm: false,
    hasAddress: true,
    contactConfirmed: true,
    needsReview: false,
    hasOrganisation: true,
    ...change,
  };
}

/** A yes of this person, who joins the waiting list when there is one. */
export function accept(personId: string, change: Partial<AcceptCommand> = {}): AcceptCommand {
  const trust: TrustLevel = 'none';
  return {
    type: 'accept',
    acceptanceId: `yes-of-${personId}`,
    personId,
    trust,
    openAgreements: 0,
    waitlist: true,
    ...change,
  };
}

export function withdraw(personId: string): HelpRequestCommand {
  return { type: 'withdraw', personId };
}

export function outcome(by: 'asker' | 'helper', personId: string, helped: boolean): HelpRequestCommand {
  return { type: 'record-outcome', by, personId, helped };
}

export const confirm: HelpRequestCommand = { type: 'confirm' };
export const cancel: HelpRequestCommand = { type: 'cancel' };
export const tick: HelpRequestCommand = { type: 'tick' };
export const approve: HelpRequestCommand = { type: 'approve' };
export const unreachable: HelpRequestCommand = { type: 'escalate-unreachable' };

/** The edit of somebody who saw this state. */
export function editOf(state: HelpRequestState, change: Partial<EditCommand>): EditCommand {
  return { type: 'edit', expectedVersion: state.version, ...change };
}

/** The state after these commands at `now`, each of which must be allowed. */
export function after(
  commands: readonly HelpRequestCommand[],
  from: HelpRequestState | null = null,
  now: Instant = START,
): HelpRequestState {
  const state = commands.reduce<HelpRequestState | null>((before, command) => {
    const decision = decide(command, before, now);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal}`);
    return evolveAll(before, decision.events);
  }, from);
  if (state === null) throw new Error('A scenario begins with a post');
  return state;
}

/** The facts of an allowed command. */
export function factsOf(command: HelpRequestCommand, state: HelpRequestState | null, now: Instant = START) {
  const decision = decide(command, state, now);
  if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal}`);
  return decision.events;
}

/** Names of the facts of an allowed command. */
export function typesOf(
  command: HelpRequestCommand,
  state: HelpRequestState | null,
  now: Instant = START,
): HelpRequestEvent['type'][] {
  return factsOf(command, state, now).map(({ type }) => type);
}

/** Why a command is refused; null when it is allowed. */
export function refusalOf(
  command: HelpRequestCommand,
  state: HelpRequestState | null,
  now: Instant = START,
): HelpRequestRefusal | null {
  const decision = decide(command, state, now);
  return decision.ok ? null : decision.refusal;
}
