/** How the requests of one area, or of all, ended over the last months; only those that somebody could have helped with. */
export interface HelpedShare {
  readonly requests: number;
  readonly helped: number;
}

/** How many requests of the whole municipality an area starts from, so that one bad week is not yet a pattern. */
const STARTS_FROM = 50;
const TOLERATED_GAP = 0.03;

/**
 * Whether an area gets less of the help that was within its reach than the municipality as a whole. Its requests then go
 * to people from farther away from the first wave on. Nobody is asked more often for it: budgets and prices of the people
 * in the area stay as they are.
 */
export function isBelowItsShare(area: HelpedShare, municipality: HelpedShare): boolean {
  if (municipality.requests === 0) return false;
  const usual = municipality.helped / municipality.requests;
  const here = (area.helped + STARTS_FROM * usual) / (area.requests + STARTS_FROM);
  return usual - here > TOLERATED_GAP;
}
