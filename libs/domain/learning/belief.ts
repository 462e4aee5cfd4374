import type { Urgency } from '../kernel/vocabulary.js';
import { featureLayout, featureNames } from './features.js';

/** Lognormal delay of a reply: parameters of the logarithm of its minutes. */
export interface ReplyDelay {
  readonly logMedian: number;
  readonly logSd: number;
}

/** What is believed of a reply delay, and how many replies it rests on (the first guess counts as some). */
export interface DelayBelief extends ReplyDelay {
  readonly replies: number;
}

/** What is believed of one person's own willingness, in logits, on top of what people like them do. */
export interface PersonalEffect {
  readonly mean: number;
  readonly variance: number;
}

/**
 * What a municipality has learned of how people answer. Plain numbers, so that it can be stored as JSON; `version` grows
 * by one with every ask that was learned from.
 */
export interface Belief {
  readonly version: number;
  /** Order of the features that the numbers are for. */
  readonly layout: string;
  /** Logits, in the order of `featureNames`. */
  readonly weights: readonly number[];
  /** Of the weights, row by row. */
  readonly covariance: readonly number[];
  readonly replyDelay: Readonly<Record<Urgency, DelayBelief>>;
  /** Expected numbers of those who did not say yes, and of those among them who said (or will say) no. */
  readonly declines: { readonly notYes: number; readonly declined: number };
}

/** First guess and its standard deviation of each weight; what is left out is 0 with `OTHER_SD`. */
const guesses: Readonly<Record<string, readonly [mean: number, sd: number]>> = {
  never: [-2.3, 0.5],
  first: [-1.6, 0.5],
  regular: [-1.1, 0.5],
  distance: [-0.4, 0.2],
  fatigue: [-0.12, 0.1],
};
const OTHER_SD = 0.3;

/** How many replies and refusals the first guesses count for. */
const GUESSED_REPLIES = 20;
const GUESSED_NOT_YES = 20;
const GUESSED_DECLINE_SHARE = 0.25;

/** Where learning starts: assumptions, deliberately rough, to be learned away. */
export function roughPriors(): Belief {
  const size = featureNames.length;
  const covariance = Array.from({ length: size * size }, () => 0);
  featureNames.forEach((name, index) => {
    covariance[index * size + index] = (guesses[name]?.[1] ?? OTHER_SD) ** 2;
  });
  return {
    version: 0,
    layout: featureLayout,
    weights: featureNames.map((name) => guesses[name]?.[0] ?? 0),
    covariance,
    replyDelay: {
      acute: { logMedian: Math.log(10), logSd: 1.2, replies: GUESSED_REPLIES },
      planned: { logMedian: Math.log(60), logSd: 1.5, replies: GUESSED_REPLIES },
    },
    declines: { notYes: GUESSED_NOT_YES, declined: GUESSED_NOT_YES * GUESSED_DECLINE_SHARE },
  };
}

/** What is believed of somebody of whom nothing was seen yet. */
export const unknownPerson: PersonalEffect = { mean: 0, variance: 0.6 };

/** Share of those who do not say yes that says no instead of nothing. */
export function declineShareOf({ declines }: Belief): number {
  return declines.notYes <= 0 ? 0 : declines.declined / declines.notYes;
}
