import { nl } from './nl.js';

/** Every text of the app. Another language is an object of this type, so that a missing text fails the build. */
export type Texts = typeof nl;

/** The texts in the language of the reader. */
export const t: Texts = nl;
