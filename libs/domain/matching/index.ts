export type { Candidate } from './candidate.js';
export { type SendRefusal, sendRefusal } from './eligibility.js';
export { afterAsk, afterHelp, asksInLast7Days, decayedFatigue } from './load.js';
export type { OutstandingAsk } from './need.js';
export { policyOf } from './policy.js';
export { type ReasonCode, reasonText } from './reasons.js';
export { planWave, smoothedBusyShare, type WavePlan } from './wave.js';
export { priors } from './weights.js';
