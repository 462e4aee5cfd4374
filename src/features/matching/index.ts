import { AskRow } from './ask.row.js';

export { AfterNoEffects } from './after-no.js';
export { AnswerAsk } from './answer-ask.js';
export { AreaEquity } from './area-equity.js';
export { AskDispatch } from './ask-dispatch.js';
export { AskReader, type AskWithRequest } from './ask-reader.js';
export { CalibrationReadModel, type KnownCalibration } from './calibration.read-model.js';
export { ContactLimits } from './contact-limits.js';
export { replayDecision } from './decision-replay.js';
export { DecisionStore, type StoredDecision } from './decision.store.js';
export { DecideWave } from './decide-wave.js';
export { MatchingModule } from './matching.module.js';
export { matchingReactions } from './matching.reactions.js';

/** Rows of this feature, for the data source. */
export const matchingEntities = [AskRow];
