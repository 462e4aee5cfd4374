import type { Category, Urgency } from '../kernel/vocabulary.js';
import type { Experience } from './candidate.js';

/** Lognormal delay of a reply: parameters of the logarithm of its minutes. */
export interface ReplyDelay {
  readonly logMedian: number;
  readonly logSd: number;
}

/** What is known of how people answer, as data with a version; learning makes new versions. */
export interface LearnedWeights {
  readonly version: string;
  /** Logit of a yes at no distance, rested, by experience. */
  readonly experience: Readonly<Record<Experience, number>>;
  /** Per kilometre. */
  readonly distance: number;
  /** Per unit of fatigue. */
  readonly fatigue: number;
  readonly acute: number;
  /** Categories that are left out weigh 0. */
  readonly category: Readonly<Partial<Record<Category, number>>>;
  readonly thankedRecently: number;
  readonly replyDelay: Readonly<Record<Urgency, ReplyDelay>>;
  /** Share of those who do not say yes that says no instead of nothing. */
  readonly declineShare: number;
}

/** Where learning starts: assumptions, to be learned away. */
export const priors: LearnedWeights = {
  version: 'priors-1',
  experience: { never: -2.3, first: -1.6, regular: -1.1 },
  distance: -0.4,
  fatigue: -0.12,
  acute: 0,
  category: {},
  thankedRecently: 0,
  replyDelay: {
    acute: { logMedian: Math.log(10), logSd: 1.2 },
    planned: { logMedian: Math.log(60), logSd: 1.5 },
  },
  declineShare: 0.25,
};
