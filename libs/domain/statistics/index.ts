export { conclude, type Conclusion } from './attacker.js';
export { fewestPossible, hideBeside, type ShownBefore } from './hide-beside.js';
export { programmeText, type LinearProgramme, type SolveLinear, type Terms } from './linear-programme.js';
export { makePublishable, type Earlier, type Publishable } from './make-publishable.js';
export { knownRange, rounded, threshold, type PublishedValue } from './rules.js';
export { holds, type Relation, type TableSystem } from './table-system.js';
