import { quarterLater, type Quarter } from './quarter.js';
import { amountIn, endedRequests, type ShownCount } from './shown-figures.js';

/** Something in the figures that somebody should look at. `place` is null for the whole municipality. */
export type FigureAlert =
  | { readonly kind: 'fill-drops'; readonly district: string | null; readonly before: number; readonly now: number }
  /** `now` is how many asks there were for each person who was asked. */
  | { readonly kind: 'over-asked'; readonly district: string | null; readonly now: number };

/** A fall of so much of the share that is helped, between two quarters; a little less, for what fractions lose. */
const fall = 0.1 - 1e-9;
/** Of fewer requests that are over a share says more of chance than of the area. */
const fewestRequests = 20;
/**
 * Asks in a quarter for each person who was asked. Who was asked ten times or more says it better, but in most districts
 * they are too few to be shown; where asks are so many on average, they are mostly more than one in ten (decision 064).
 */
const tooMany = 5;

/**
 * What stands out in a quarter, by district and for all of them together; from numbers as they are shown, so that an alert
 * tells no more than they.
 */
export function alertsOf(
  cells: readonly ShownCount[],
  districts: readonly string[],
  quarter: Quarter,
): readonly FigureAlert[] {
  return [null, ...districts].flatMap((district) => [
    ...fillDrop(cells, quarter, district),
    ...overAsked(cells, quarter, district),
  ]);
}

/** From the lowest share it can have been to the highest it can be: nobody is called for what may be rounding. */
function fillDrop(cells: readonly ShownCount[], quarter: Quarter, district: string | null): FigureAlert[] {
  const [then, soFar] = [quarterLater(quarter, -1), quarter].map((at) => endedRequests(cells, at, district));
  if (!then || !soFar || then.fewest < fewestRequests || soFar.fewest < fewestRequests) return [];
  const [before, now] = [then.helped / then.most, soFar.helped / soFar.fewest];
  return before - now < fall ? [] : [{ kind: 'fill-drops', district, before, now }];
}

function overAsked(cells: readonly ShownCount[], quarter: Quarter, district: string | null): FigureAlert[] {
  const [asks, people] = ['asks', 'people-asked'].map((measure) => amountIn(cells, { quarter, district, measure }));
  if (asks === null || asks === undefined || !people) return [];
  const now = asks / people;
  return now < tooMany ? [] : [{ kind: 'over-asked', district, now }];
}
