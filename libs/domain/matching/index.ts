export type { Candidate, Experience, PersonalEffect, RequestToCover } from './candidate.js';
export {
  type EligibilityRefusal,
  eligibilityRefusal,
  eligibilityRefusals,
  type SendCheck,
  type SendRefusal,
  sendRefusal,
} from './eligibility.js';
export { afterAsk, afterHelp, asksInLast7Days, decayedFatigue } from './load.js';
export type { OutstandingAsk } from './need.js';
export {
  type PolicyParameters,
  policyOf,
  type PolicyPreset,
  policyPresets,
  type PolicyTempo,
  policyTempos,
} from './policy.js';
export { type ReasonCode, reasonCodes, type ReasonContext, reasonText } from './reasons.js';
export { type PlannedAsk, planWave, smoothedBusyShare, type WaveInput, type WavePlan } from './wave.js';
export { type LearnedWeights, priors } from './weights.js';
