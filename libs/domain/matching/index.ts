export { burdenedUntil, type OwnRequests } from './burden.js';
export type { Candidate } from './candidate.js';
export { coolDowns, type SendRefusal, sendRefusal } from './eligibility.js';
export { afterAsk, afterHelp, asksInLast7Days, decayedFatigue, fadedThanks } from './load.js';
export type { OutstandingAsk } from './need.js';
export {
  generationBefore,
  launchedGeneration,
  policyByVersion,
  policyGenerations,
  type PolicyName,
  policyNameOf,
  policyOf,
  type PolicyParameters,
  type PolicyPreset,
  type PolicyTempo,
  policyVersions,
} from './policy.js';
export { afterEnding, type HelpedTally, isBelowItsShare, nothingEnded, type RequestEnding } from './equity.js';
export { type DecisionExplanation, explainDecision } from './explain.js';
export { replayWave, type StoredWave, storedWave } from './stored-wave.js';
export { isAskingHour } from './asking-hours.js';
export { eligibilityRefusal } from './eligibility.js';
export type { RequestToCover } from './candidate.js';
export type { PlannedAsk } from './rank.js';
export { type ReasonCode, reasonText } from './reasons.js';
export type { SameNeighbour } from './same-neighbour.js';
export {
  mustLookForPeople,
  nextToCall,
  planWave,
  smoothedBusyShare,
  type WaveInput,
  type WavePlan,
  type WaveQuestion,
} from './wave.js';
