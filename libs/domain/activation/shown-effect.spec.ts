import { describe, expect, it } from '@jest/globals';
import { effectOf } from './effect.js';
import { shownEffect } from './shown-effect.js';

describe('what is told of a campaign outside its organisation', () => {
  it('has people and shares rounded', () => {
    expect(shownEffect({ people: 203, helped: 61 }, { people: 98, helped: 17 })).toEqual({
      verdict: 'more',
      invited: 205,
      heldOut: 100,
      invitedHelped: 60,
      heldOutHelped: 15,
      effect: { difference: 0.15, from: 0, until: 0.2 },
    });
  });

  it('has no number below ten, and no share of a part below ten', () => {
    expect(shownEffect({ people: 12, helped: 3 }, { people: 6, helped: 1 })).toEqual({
      verdict: 'too-few',
      invited: 10,
      heldOut: null,
      invitedHelped: null,
      heldOutHelped: null,
      effect: null,
    });
  });

  it('never lets anybody reckon back to a number below ten', () => {
    const shown: unknown[] = [];
    for (const [invited, heldOut] of [
      [14, 10],
      [22, 11],
      [31, 16],
      [60, 30],
      [140, 70],
    ] as const)
      for (let a = 0; a < 10; a += 3)
        for (let b = 0; b < 10; b += 3) {
          const told = shownEffect({ people: invited, helped: a }, { people: heldOut, helped: b });
          expect([told.invitedHelped, told.heldOutHelped]).toEqual([null, null]);
          if (told.effect === null) continue;
          shown.push(told);
          expect(possibleHelpers(told).map((some) => some.size >= 5)).toEqual([true, true]);
        }
    expect(shown.length).toBeGreaterThan(5);
  });
});

/** An attacker who tries every campaign there could have been, and keeps those that would look the same. */
function possibleHelpers(told: ReturnType<typeof shownEffect>): readonly [Set<number>, Set<number>] {
  const text = JSON.stringify(told.effect);
  const coarse = (share: number): number => Math.round(Math.round(share * 20) * 5) / 100 + 0;
  const [invited, heldOut] = [new Set<number>(), new Set<number>()];
  for (let n = 10; n < 200; n += 1) {
    if (Math.round(n / 5) * 5 !== told.invited) continue;
    for (let m = 10; m < 200; m += 1) {
      if (Math.round(m / 5) * 5 !== told.heldOut) continue;
      for (let a = 0; a < 10; a += 1)
        for (let b = 0; b < 10; b += 1) {
          const effect = effectOf({ people: n, helped: a }, { people: m, helped: b });
          if (effect === null) continue;
          const { difference, from, until } = effect;
          if (JSON.stringify({ difference: coarse(difference), from: coarse(from), until: coarse(until) }) !== text)
            continue;
          invited.add(a);
          heldOut.add(b);
        }
    }
  }
  return [invited, heldOut];
}
