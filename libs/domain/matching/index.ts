export type { Candidate } from './candidate.js';
export { coolDowns, type SendRefusal, sendRefusal } from './eligibility.js';
export { afterAsk, afterHelp, asksInLast7Days, decayedFatigue, fadedThanks } from './load.js';
export type { OutstandingAsk } from './need.js';
export { policyOf } from './policy.js';
export { type ReasonCode, reasonText } from './reasons.js';
export { mustLookForPeople, planWave, smoothedBusyShare, type WaveInput, type WavePlan } from './wave.js';
