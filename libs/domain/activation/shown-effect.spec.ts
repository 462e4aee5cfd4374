import { describe, expect, it } from '@jest/globals';
import { effectOf, verdictOf, type Part } from './effect.js';
import { shownEffect, type ShownEffect } from './shown-effect.js';

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

  it('shows ten people and not nine', () => {
    const told = (helped: number, people: number) => {
      const { invited, invitedHelped } = shownEffect({ people, helped }, { people: 200, helped: 100 });
      return [invited, invitedHelped];
    };
    expect([told(10, 10), told(9, 10), told(9, 9)]).toEqual([
      [10, 10],
      [10, null],
      [null, null],
    ]);
  });

  it('says nothing of a difference where a part is too small to speak of', () => {
    for (let helped = 0; helped < 10; helped += 1) {
      const told = shownEffect({ people: 200, helped: 60 }, { people: 9, helped: Math.min(9, helped) });
      expect([told.verdict, told.effect]).toEqual(['too-few', null]);
    }
  });

  it('hides no difference of two numbers that are shown', () => {
    for (const [a, b] of [
      [10, 10],
      [40, 12],
      [70, 10],
    ] as const) {
      const [invited, heldOut] = [
        { people: 140, helped: a },
        { people: 70, helped: b },
      ];
      expect(shownEffect(invited, heldOut).effect).not.toBeNull();
    }
  });

  it('never lets anybody reckon back to a number below ten', () => {
    let shown = 0;
    for (const [invited, heldOut] of [
      [14, 10],
      [22, 11],
      [31, 16],
      [60, 30],
      [140, 70],
    ] as const)
      for (const a of [0, 3, 6, 9, 14, 40])
        for (const b of [0, 3, 6, 9, 10, 25]) {
          if (a > invited || b > heldOut || (a >= 10 && b >= 10)) continue;
          const told = shownEffect({ people: invited, helped: a }, { people: heldOut, helped: b });
          expect([told.invitedHelped === null, told.heldOutHelped === null]).toEqual([a < 10, b < 10]);
          const like = possibleHelpers(told, { people: invited, helped: a }, { people: heldOut, helped: b });
          const small = [...(a < 10 ? [like[0]] : []), ...(b < 10 ? [like[1]] : [])];
          const tells = small.some((some) => some.size < 5);
          // Not shown when it would tell, and only then.
          expect([invited, heldOut, a, b, told.effect === null]).toEqual([invited, heldOut, a, b, tells]);
          if (!tells) shown += 1;
        }
    expect(shown).toBeGreaterThan(10);
  });
});

/** An attacker who tries every campaign there could have been, and keeps those that would look the same. */
function possibleHelpers(
  told: ShownEffect,
  ...[one, other]: readonly [Part, Part]
): readonly [Set<number>, Set<number>] {
  const coarse = (share: number): number => Math.round(Math.round(share * 20) * 5) / 100 + 0;
  const textOf = (invited: Part, heldOut: Part): string => {
    const { difference, from, until } = effectOf(invited, heldOut)!;
    return [verdictOf(invited, heldOut), ...[difference, from, until].map(coarse)].join(' ');
  };
  const alike = (value: number | null, most: number): number[] =>
    Array.from({ length: most + 1 }, (_, count) => count).filter((count) =>
      value === null ? count < 10 : count >= 10 && Math.round(count / 5) * 5 === value,
    );
  const partsOf = (people: number | null, helped: number | null): Part[] =>
    alike(people, 200).flatMap((all) => alike(helped, all).map((some) => ({ people: all, helped: some })));
  const seen = textOf(one, other);
  const [invited, heldOut] = [new Set<number>(), new Set<number>()];
  for (const a of partsOf(told.invited, told.invitedHelped))
    for (const b of partsOf(told.heldOut, told.heldOutHelped)) {
      if (textOf(a, b) !== seen) continue;
      invited.add(a.helped);
      heldOut.add(b.helped);
    }
  return [invited, heldOut];
}
