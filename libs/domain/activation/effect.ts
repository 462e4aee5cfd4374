/** So many of a part did what was hoped for. */
export interface Part {
  readonly people: number;
  readonly helped: number;
}

/** How much larger the share of those who helped was among the invited, as a share; negative when it was smaller. */
export interface Effect {
  readonly difference: number;
  /** Between these the true difference lies in 95 of 100 such measurements. */
  readonly from: number;
  readonly until: number;
}

/** What a measurement tells; `too-few` when a part is too small to speak of. */
export type Verdict = 'more' | 'less' | 'unclear' | 'too-few';

const z = 1.959964;
const smallestPart = 10;

/** The score interval of E. B. Wilson (1927) for a share: it holds for small shares of few as well. */
function wilson({ people, helped }: Part): readonly [from: number, until: number] {
  const share = helped / people;
  const centre = share + z ** 2 / (2 * people);
  const spread = z * Math.sqrt((share * (1 - share)) / people + z ** 2 / (4 * people ** 2));
  const whole = 1 + z ** 2 / people;
  return [Math.max(0, (centre - spread) / whole), Math.min(1, (centre + spread) / whole)];
}

/**
 * The difference of two independent shares with its 95% interval: the hybrid score interval of R. G. Newcombe (Statistics
 * in Medicine 17, 1998, method 10). Everybody counts in the part they were drawn into, whether a letter reached them or not.
 * @returns null when a part is empty
 */
export function effectOf(invited: Part, heldOut: Part): Effect | null {
  if (invited.people === 0 || heldOut.people === 0) return null;
  const [a, b] = [invited.helped / invited.people, heldOut.helped / heldOut.people];
  const [[aFrom, aUntil], [bFrom, bUntil]] = [wilson(invited), wilson(heldOut)];
  return {
    difference: a - b,
    from: Math.max(-1, a - b - Math.hypot(a - aFrom, bUntil - b)),
    until: Math.min(1, a - b + Math.hypot(aUntil - a, b - bFrom)),
  };
}

/** What to say of a measurement. */
export function verdictOf(invited: Part, heldOut: Part): Verdict {
  const effect = effectOf(invited, heldOut);
  if (effect === null || Math.min(invited.people, heldOut.people) < smallestPart) return 'too-few';
  if (effect.from > 0) return 'more';
  return effect.until < 0 ? 'less' : 'unclear';
}
