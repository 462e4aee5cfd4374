export {
  type Belief,
  declineShareOf,
  type PersonalEffect,
  type ReplyDelay,
  roughPriors,
  unknownPerson,
} from './belief.js';
export {
  type Calibration,
  calibrationGroupOf,
  calibrationGroupsFrom,
  calibrationOf,
  type CountedAnswers,
  isCalibrated,
} from './calibration.js';
export { afterAnswer, type Drift, type DriftVerdict, driftVerdict, noDrift } from './drift.js';
export type { AskOutcome } from './evidence.js';
export { type AskedHelp, type Experience, featureLayout, featureNames, featuresOf } from './features.js';
export { type AskRecord, type ClosedAsk, learn, learnAt, type Learned, learnFromClosedRequest } from './learn.js';
export { probabilityOf, repliedWithin, willingness, yesStillToCome } from './reply.js';
