export { type Flag, flagKinds, type FlagKind, flagsIn } from './flag-text.js';
export { repeatsAny } from './repeated-text.js';
