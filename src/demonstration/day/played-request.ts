import type { Category, Urgency } from '@app/contracts/http/vocabulary.js';

/**
 * What becomes of a request: a neighbour comes and it works out, comes and it does not, nobody says yes, or the
 * asker does not need it any more.
 */
export type Fate = 'helped' | 'not-helped' | 'nobody' | 'cancelled';

/** Who asks, and how. */
export type Way = 'guest' | 'relative' | 'account' | 'phone-intake';

/** One request of the day. Times are minutes since the day began, at two in the afternoon. */
export interface PlayedRequest {
  readonly key: string;
  /** When it is asked. */
  readonly minute: number;
  readonly askerGivenName: string;
  readonly way: Way;
  readonly neighbourhoodCode: string;
  readonly category: Category;
  readonly urgency: Urgency;
  /** When the help is needed. */
  readonly from: number;
  readonly until: number;
  readonly summary: string;
  readonly fate: Fate;
  readonly helpersNeeded?: number;
  /** Vouched neighbours may see the address at once. */
  readonly autoConfirm?: boolean;
}
