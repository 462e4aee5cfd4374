export type {
  AcceptCommand,
  ConfirmContactCommand,
  EditCommand,
  HelpRequestCommand,
  HelpRequestCommandType,
  PostCommand,
  RecordOutcomeCommand,
  WithdrawCommand,
} from './commands.js';
export { nextDueAt } from './clock.js';
export { decide } from './decide.js';
export { nextEscalationAt } from './escalation.js';
export type { HelpRequestEvent } from './events.js';
export { evolve, evolveAll } from './evolve.js';
export { type HelpRequestRefusal, helpRequestRefusals } from './refusals.js';
export {
  type Acceptance,
  activeAcceptances,
  type Escalation,
  type EscalationLevel,
  type EscalationReason,
  type HelpRequestState,
  isFinal,
  type Outcome,
  seatsLeft,
  waitlist,
} from './state.js';
export { type Transition, transitions } from './transitions.js';
