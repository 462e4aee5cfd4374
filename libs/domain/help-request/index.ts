export { nextDueAt } from './clock.js';
export type { HelpRequestCommand } from './commands.js';
export { decide } from './decide.js';
export { nextEscalationAt, slowestPace } from './escalation.js';
export type { HelpRequestEvent } from './events.js';
export { evolveAll } from './evolve.js';
export type { HelpRequestRefusal } from './refusals.js';
export {
  type Acceptance,
  activeAcceptances,
  type EscalationPace,
  type HelpRequestState,
  isFinal,
  seatsLeft,
  waitlist,
} from './state.js';
