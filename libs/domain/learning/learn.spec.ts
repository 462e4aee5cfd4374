import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR } from '../kernel/time.js';
import { type Belief, declineShareOf, roughPriors, unknownPerson } from './belief.js';
import type { AskOutcome } from './evidence.js';
import { featureLayout, featureNames, featuresOf } from './features.js';
import { type AskRecord, type ClosedAsk, learn, learnAt, learnFromClosedRequest } from './learn.js';
import { simulatedAsks, truth } from './answers.testing.js';

const newcomer = { experience: 'never', distanceKm: 0, fatigue: 0, thankedRecently: 0 } as const;
const record: AskRecord = {
  layout: featureLayout,
  features: featuresOf(newcomer, { urgency: 'acute', category: 'walk-dog' }),
  urgency: 'acute',
};
const yes: AskOutcome = { kind: 'yes', minutes: 10 };

function weightOf(belief: Belief, name: (typeof featureNames)[number]): number {
  return belief.weights[featureNames.indexOf(name)]!;
}

describe('one answer', () => {
  it('moves each weight by its share of the doubt', () => {
    // p = 1/(1+e^2.3) = .091123, c = .082820, doubt = .25 + .09 + .09 + .6 = 1.03, D = 1.085304, (1-p)/D = .837440
    const { belief, effect } = learn(roughPriors(), unknownPerson, record, yes);
    expect(weightOf(belief, 'never')).toBeCloseTo(-2.3 + 0.25 * 0.83744, 5);
    expect(weightOf(belief, 'acute')).toBeCloseTo(0.09 * 0.83744, 5);
    expect(weightOf(belief, 'walk-dog')).toBeCloseTo(0.09 * 0.83744, 5);
    expect([weightOf(belief, 'first'), weightOf(belief, 'distance')]).toEqual([-1.6, -0.4]);
    expect(effect.mean).toBeCloseTo(0.6 * 0.83744, 5);
    // Doubt shrinks by (.25)^2 c/D = .25^2 * .076310, and what moves together is known to.
    expect(effect.variance).toBeCloseTo(0.6 - 0.36 * 0.07631, 5);
    expect(belief.covariance[0]).toBeCloseTo(0.25 - 0.0625 * 0.07631, 5);
    expect(belief.covariance[5]).toBeCloseTo(-0.25 * 0.09 * 0.07631, 5);
    expect(belief.version).toBe(1);
  });

  it('teaches the delay of its own urgency only', () => {
    const { belief } = learn(roughPriors(), unknownPerson, record, { kind: 'yes', minutes: 60 });
    expect(belief.replyDelay.acute.logMedian).toBeCloseTo(Math.log(10) + Math.log(6) / 21, 12);
    expect(belief.replyDelay.planned).toEqual(roughPriors().replyDelay.planned);
  });

  it('weighs one refusal against twenty guessed ones', () => {
    expect(declineShareOf(roughPriors())).toBe(0.25);
    const { belief } = learn(roughPriors(), unknownPerson, record, { kind: 'declined', minutes: 3 });
    expect(declineShareOf(belief)).toBeCloseTo(6 / 21, 12);
  });

  it('with features in another order teaches nothing', () => {
    const belief = roughPriors();
    expect(learn(belief, unknownPerson, { ...record, layout: 'features-0' }, yes)).toEqual({
      belief,
      effect: unknownPerson,
    });
  });

  it('survives being stored as JSON', () => {
    const { belief } = learn(roughPriors(), unknownPerson, record, yes);
    expect(JSON.parse(JSON.stringify(belief))).toEqual(belief);
  });

  it('always leaves less doubt, and never less than none', () => {
    const outcomes = fc.record({
      kind: fc.constantFrom('yes', 'declined', 'silent'),
      minutes: fc.double({ min: 0, max: 5000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(outcomes, { minLength: 1, maxLength: 30 }), (answers) => {
        let state = { belief: roughPriors(), effect: unknownPerson };
        for (const outcome of answers) {
          const next = learn(state.belief, state.effect, record, outcome);
          expect(next.effect.variance).toBeGreaterThan(0);
          expect(next.effect.variance).toBeLessThanOrEqual(state.effect.variance);
          expect(next.belief.covariance[0]).toBeLessThanOrEqual(state.belief.covariance[0]!);
          expect(next.belief.covariance[0]).toBeGreaterThan(0);
          const share = declineShareOf(next.belief);
          expect(share >= 0 && share <= 1).toBe(true);
          state = next;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a request that is over', () => {
  const asks: ClosedAsk[] = [
    { personId: 'a', record, outcome: yes },
    { personId: 'b', record, outcome: { kind: 'silent', minutes: 120 } },
    { personId: 'c', record, outcome: { kind: 'declined', minutes: 5 } },
  ];
  const nothingKnown = () => unknownPerson;

  it('teaches the same in whatever order its asks come', () => {
    const learned = learnFromClosedRequest(roughPriors(), asks, nothingKnown);
    expect(learnFromClosedRequest(roughPriors(), asks.toReversed(), nothingKnown)).toEqual(learned);
    expect(learned.belief.version).toBe(3);
    expect([...learned.effects.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('raises who said yes, and lowers who said no more than who was silent', () => {
    const meanAfter = (index: number) =>
      learnFromClosedRequest(roughPriors(), asks.slice(index, index + 1), nothingKnown).effects.get(
        asks[index]!.personId,
      )!.mean;
    expect(meanAfter(0)).toBeGreaterThan(0);
    expect(meanAfter(1)).toBeLessThan(0);
    expect(meanAfter(2)).toBeLessThan(meanAfter(1));
  });

  it('goes on from what was known of each', () => {
    const known = { mean: 0.5, variance: 0.1 };
    const { effects } = learnFromClosedRequest(roughPriors(), asks.slice(0, 1), () => known);
    expect(effects.get('a')).toEqual(learn(roughPriors(), known, record, yes).effect);
    const twice = [...asks.slice(0, 1), ...asks.slice(0, 1)];
    const once = learn(roughPriors(), known, record, yes);
    const { effect } = learn(once.belief, once.effect, record, yes);
    expect(learnFromClosedRequest(roughPriors(), twice, () => known).effects.get('a')).toEqual(effect);
  });

  it.each([
    ['acute', true, 2 * HOUR],
    ['planned', true, DAY],
    ['acute', false, 0],
    ['planned', false, 0],
  ] as const)('%s and filled: %s is learned from after %d ms', (urgency, filled, wait) => {
    expect(learnAt(urgency, { at: 5, filled })).toBe(5 + wait);
  });
});

describe('a year of answers', () => {
  it('teaches what people really do, from rough guesses and with most of the answers missing', () => {
    const effects = new Map<string, { mean: number; variance: number }>();
    let belief = roughPriors();
    for (const ask of simulatedAsks({ asks: 12_000, people: 600 })) {
      const learned = learn(belief, effects.get(ask.personId) ?? unknownPerson, ask.record, ask.outcome);
      belief = learned.belief;
      effects.set(ask.personId, learned.effect);
    }
    const logit = (name: (typeof featureNames)[number]) => weightOf(belief, name) + weightOf(belief, 'walk-dog');
    // Personal differences hide in part behind the groups, so that these come out a little nearer to 0.
    expect(Math.abs(logit('never') - truth.never)).toBeLessThan(0.2);
    expect(Math.abs(logit('regular') - truth.regular)).toBeLessThan(0.2);
    expect(Math.abs(weightOf(belief, 'distance') - truth.distance)).toBeLessThan(0.1);
    expect(Math.abs(weightOf(belief, 'acute') - truth.acute)).toBeLessThan(0.15);
    expect(Math.abs(Math.exp(belief.replyDelay.acute.logMedian) - truth.medianMinutes.acute)).toBeLessThan(1);
    expect(Math.abs(Math.exp(belief.replyDelay.planned.logMedian) - truth.medianMinutes.planned)).toBeLessThan(5);
    expect(Math.abs(belief.replyDelay.acute.logSd - truth.logSd)).toBeLessThan(0.1);
    expect(Math.abs(declineShareOf(belief) - truth.declineShare)).toBeLessThan(0.03);
  });

  it('teaches who says yes more often than others', () => {
    const effects = new Map<string, { mean: number; variance: number }>();
    const real = new Map<string, number>();
    let belief = roughPriors();
    for (const ask of simulatedAsks({ asks: 12_000, people: 300 })) {
      real.set(ask.personId, ask.realEffect);
      const learned = learn(belief, effects.get(ask.personId) ?? unknownPerson, ask.record, ask.outcome);
      belief = learned.belief;
      effects.set(ask.personId, learned.effect);
    }
    const mean = (of: (id: string) => number, ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + of(id), 0) / ids.length;
    const ranked = [...effects.keys()].toSorted((a, b) => effects.get(b)!.mean - effects.get(a)!.mean);
    const realOf = (id: string) => real.get(id)!;
    expect(mean(realOf, ranked.slice(0, 60))).toBeGreaterThan(0.5);
    expect(mean(realOf, ranked.slice(-60))).toBeLessThan(-0.5);
  });
});
