import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterAnswer, type Drift, driftVerdict, noDrift } from './drift.js';

/** Numbers between 0 and 1, always the same ones: Lehmer's generator. */
function* numbers(): Generator<number, never> {
  for (let state = 20_261_122; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Answers of people whose odds are `odds` times what was believed, from this drift on; stops at the first verdict. */
function untilVerdict(odds: number, most: number, from: Drift = noDrift) {
  const chance = numbers();
  let drift = from;
  for (let answers = 1; answers <= most; answers += 1) {
    const believed = 0.05 + 0.2 * chance.next().value;
    const truth = (odds * believed) / (1 - believed + odds * believed);
    drift = afterAnswer(drift, believed, chance.next().value < truth);
    const verdict = driftVerdict(drift);
    if (verdict !== null) return { verdict, answers };
  }
  return { verdict: null, answers: most };
}

describe('drift', () => {
  it('is not found while people say yes as often as believed', () => {
    expect(untilVerdict(1, 10_000).verdict).toBeNull();
  });

  it('is found within hundreds of answers, with its direction', () => {
    expect(untilVerdict(1.5, 2_000).verdict).toBe('likelier');
    expect(untilVerdict(1 / 1.5, 2_000).verdict).toBe('less-likely');
    expect(untilVerdict(3, 2_000).answers).toBeLessThan(untilVerdict(1.5, 2_000).answers);
  });

  it('weighs an answer by how surprising it is', () => {
    const yes = afterAnswer(noDrift, 0.1, true);
    // ln(1.5) - ln(1 + 0.1 * 0.5), and a yes never speaks for less.
    expect(yes.likelier).toBeCloseTo(Math.log(1.5 / 1.05), 12);
    expect(yes.lessLikely).toBe(0);
    const silent = afterAnswer(noDrift, 0.1, false);
    expect(silent.likelier).toBe(0);
    expect(silent.lessLikely).toBeCloseTo(-Math.log(1 - 0.1 / 3), 12);
    expect(afterAnswer(noDrift, 0.4, true).likelier).toBeLessThan(yes.likelier);
  });

  it('is told from eight on, by the larger of the two', () => {
    expect(driftVerdict({ likelier: 7.99, lessLikely: 7.99 })).toBeNull();
    expect(driftVerdict({ likelier: 8, lessLikely: 0 })).toBe('likelier');
    expect(driftVerdict({ likelier: 8, lessLikely: 9 })).toBe('less-likely');
  });

  it('is over soon after people answer as believed again, however long it lasted', () => {
    let drift: Drift = { likelier: 0, lessLikely: 0 };
    for (let answer = 0; answer < 1_000; answer += 1) drift = afterAnswer(drift, 0.1, true);
    expect(drift.likelier).toBe(10);
    for (let answer = 0; answer < 42; answer += 1) drift = afterAnswer(drift, 0.1, false);
    expect(driftVerdict(drift)).toBeNull();
  });

  it('never leaves its bounds', () => {
    const answers = fc.array(fc.record({ believed: fc.double({ min: 0, max: 1, noNaN: true }), yes: fc.boolean() }));
    fc.assert(
      fc.property(answers, (list) => {
        const { likelier, lessLikely } = list.reduce<Drift>(
          (drift, { believed, yes }) => afterAnswer(drift, believed, yes),
          noDrift,
        );
        for (const sum of [likelier, lessLikely]) expect(sum >= 0 && sum <= 10).toBe(true);
      }),
    );
  });
});
