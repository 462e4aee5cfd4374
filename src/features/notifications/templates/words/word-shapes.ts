import type { nl } from './nl.js';
import type { nlCircle } from './nl-circle.js';
import type { nlGathering } from './nl-gathering.js';
import type { nlOwn } from './nl-own.js';

/** What letters about a help request say: the same in every language. */
export type RequestWords = typeof nl;
/** What letters about the reader say: the same in every language. */
export type OwnWords = typeof nlOwn;

/** What letters about a circle say: the same in every language. */
export type CircleWords = typeof nlCircle;

/** What letters about a gathering say: the same in every language. */
export type GatheringWords = typeof nlGathering;

/** The ways to name a kind of help, and what belongs to it. */
export interface CategoryText {
  /** As a request: `De hond uitlaten`. */
  readonly title: string;
  /** As something one is willing to do: `Hond uitlaten`. */
  readonly willing: string;
  /** After "wilt u vandaag": `de hond uitlaten`. */
  readonly question: string;
  /** After "Het gaat om": `de hond uitlaten`, `koffie drinken`. */
  readonly about: string;
  /** What a neighbour does: neighbourly, small, and no more than this. */
  readonly does: readonly string[];
}
