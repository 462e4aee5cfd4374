import { DAY, type Instant } from '../kernel/time.js';

/** How requests ended, of one area or of all; what is long ago counts for less. */
export interface HelpedShare {
  readonly requests: number;
  readonly helped: number;
}

/** The same with the moment up to which it was counted. */
export interface HelpedTally extends HelpedShare {
  readonly at: Instant;
}

/** How one request ended. */
export interface RequestEnding {
  /** How many people were asked about it. */
  readonly asked: number;
  readonly helped: boolean;
}

/** Before anything ended. */
export const nothingEnded: HelpedTally = { requests: 0, helped: 0, at: 0 };

/** An area that does better is not followed by its past for ever: after this long an ending counts for half. */
const HALF_LIFE = 180 * DAY;

/** How many requests of the whole municipality an area starts from, so that one bad week is not yet a pattern. */
const STARTS_FROM = 50;
const TOLERATED_GAP = 0.03;

/**
 * The tally after one more request ended. A request about which nobody could be asked counts nowhere: nobody was within its
 * reach, and widening sooner would have found nobody.
 */
export function afterEnding(tally: HelpedTally, { asked, helped }: RequestEnding, now: Instant): HelpedTally {
  if (asked === 0 && !helped) return tally;
  const at = Math.max(tally.at, now);
  const { requests, helped: before } = fadedShare(tally, at);
  return { requests: requests + 1, helped: before + (helped ? 1 : 0), at };
}

/**
 * Whether an area gets less of the help that was within its reach than the municipality as a whole. Its requests then go
 * to people from farther away from the first wave on. Nobody is asked more often for it: budgets and prices of the people
 * in the area stay as they are.
 */
export function isBelowItsShare(area: HelpedTally, municipality: HelpedTally, now: Instant): boolean {
  const all = fadedShare(municipality, now);
  if (all.requests === 0) return false;
  const own = fadedShare(area, now);
  const usual = all.helped / all.requests;
  const here = (own.helped + STARTS_FROM * usual) / (own.requests + STARTS_FROM);
  return usual - here > TOLERATED_GAP;
}

function fadedShare({ requests, helped, at }: HelpedTally, now: Instant): HelpedShare {
  const left = 0.5 ** (Math.max(0, now - at) / HALF_LIFE);
  return { requests: requests * left, helped: helped * left };
}
