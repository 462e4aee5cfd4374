export { assign, heldOutOf, SMALLEST_MEASURED, type Assignment } from './assignment.js';
export { campaignPlan, doesHarm, lettersUntil, measuredAt } from './campaign-plan.js';
export { shownEffect } from './shown-effect.js';
export { effectOf, verdictOf, type Effect, type Part, type Verdict } from './effect.js';
export { invitationRefusal, neverInvited, type InvitationFacts } from './invitable.js';
export { explainSegment, segmentNames, segmentOf, type Segment, type WillingFacts } from './segments.js';
