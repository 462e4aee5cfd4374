export type { Candidate } from './candidate.js';
export { eligibilityRefusal, type SendRefusal, sendRefusal } from './eligibility.js';
export { afterAsk, afterHelp, asksInLast7Days, decayedFatigue } from './load.js';
export type { OutstandingAsk } from './need.js';
export { policyOf, type PolicyPreset, type PolicyTempo } from './policy.js';
export { type ReasonCode, reasonText } from './reasons.js';
export { planWave, smoothedBusyShare, type WaveInput, type WavePlan } from './wave.js';
export { type LearnedWeights, priors } from './weights.js';
