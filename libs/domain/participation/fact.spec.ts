import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder } from './fact.js';
import { fact } from './facts.testing.js';

describe('facts in order', () => {
  const at = (moment: number, id: string) => ({ ...fact('asked', '2026-01-02'), at: moment, id });
  const idsOf = (moments: readonly (readonly [number, string])[]) =>
    inOrder(moments.map(([moment, id]) => at(moment, id))).map(({ id }) => id);

  it('are as they happened, and at one moment always in the same order', () => {
    expect(
      idsOf([
        [2, 'a'],
        [1, 'c'],
        [1, 'b'],
      ]),
    ).toStrictEqual(['b', 'c', 'a']);
    expect(
      idsOf([
        [1, 'b'],
        [1, 'c'],
        [2, 'a'],
      ]),
    ).toStrictEqual(['b', 'c', 'a']);
  });

  it('are the same each time, whatever was heard first and however often', () => {
    const facts = fc.uniqueArray(fc.tuple(fc.nat(3), fc.string({ minLength: 1, maxLength: 3 })), {
      selector: ([, id]) => id,
      maxLength: 12,
    });
    const heard = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(heard, ([once, twice]) => {
        const ids = idsOf(twice);
        expect(ids).toStrictEqual(idsOf(once));
        expect(ids).toHaveLength(once.length);
      }),
    );
  });
});
