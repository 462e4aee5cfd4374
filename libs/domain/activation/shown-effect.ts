import { effectOf, verdictOf, type Effect, type Part, type Verdict } from './effect.js';

const threshold = 10;
const peopleTo = 5;
const pointsTo = 0.05;
/** A number of helpers below ten must be able to be at least so many different ones. */
const fewestPossible = 5;

/** What somebody outside the organisation is told of a measurement; null is below ten, or would tell a number below ten. */
export interface ShownEffect {
  readonly verdict: Verdict;
  readonly invited: number | null;
  readonly heldOut: number | null;
  readonly invitedHelped: number | null;
  readonly heldOutHelped: number | null;
  /** In steps of five of a hundred. */
  readonly effect: Effect | null;
}

/** People rounded to five, and shares to five of a hundred, when nobody can reckon back to a number below ten. */
export function shownEffect(invited: Part, heldOut: Part): ShownEffect {
  const verdict = verdictOf(invited, heldOut);
  const exact = verdict === 'too-few' ? null : effectOf(invited, heldOut);
  const told = {
    verdict,
    invited: people(invited.people),
    heldOut: people(heldOut.people),
    invitedHelped: people(invited.helped),
    heldOutHelped: people(heldOut.helped),
  };
  const shown = { ...told, effect: exact && coarse(exact) };
  return tellsSmall(shown) ? { ...told, effect: null } : shown;
}

function people(count: number): number | null {
  return count < threshold ? null : Math.round(count / peopleTo) * peopleTo;
}

function coarse({ difference, from, until }: Effect): Effect {
  const points = (share: number): number => Math.round(Math.round(share / pointsTo) * 5) / 100 + 0;
  return { difference: points(difference), from: points(from), until: points(until) };
}

/** Counts that are shown as this. */
function countsOf(value: number | null, most: number): readonly number[] {
  const [from, until] = value === null ? [0, threshold - 1] : [Math.max(threshold, value - 2), value + 2];
  return Array.from({ length: Math.max(0, Math.min(until, most) - from + 1) }, (_, index) => from + index);
}

/** Everything it could have been, as somebody with a computer would find out. */
function tellsSmall(shown: ShownEffect): boolean {
  const { effect, invitedHelped, heldOutHelped } = shown;
  if (effect === null || (invitedHelped !== null && heldOutHelped !== null)) return false;
  const possible = { invited: new Set<number>(), heldOut: new Set<number>() };
  for (const one of partsLike(shown.invited, invitedHelped))
    for (const other of partsLike(shown.heldOut, heldOutHelped)) {
      if (possible.invited.has(one.helped) && possible.heldOut.has(other.helped)) continue;
      const found = effectOf(one, other);
      if (found === null || !isSame(coarse(found), effect) || verdictOf(one, other) !== shown.verdict) continue;
      possible.invited.add(one.helped);
      possible.heldOut.add(other.helped);
    }
  return (
    (invitedHelped === null && possible.invited.size < fewestPossible) ||
    (heldOutHelped === null && possible.heldOut.size < fewestPossible)
  );
}

function partsLike(size: number | null, helped: number | null): readonly Part[] {
  return countsOf(size, Infinity).flatMap((all) =>
    countsOf(helped, all).map((some) => ({ people: all, helped: some })),
  );
}

function isSame(one: Effect, other: Effect): boolean {
  return one.difference === other.difference && one.from === other.from && one.until === other.until;
}
