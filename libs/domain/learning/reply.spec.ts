import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roughPriors, unknownPerson } from './belief.js';
import { featureNames, featuresOf, weigh } from './features.js';
import { probabilityOf, repliedWithin, willingness, yesStillToCome } from './reply.js';

const belief = roughPriors();
const delay = belief.replyDelay.acute;
const dog = { urgency: 'acute', category: 'walk-dog' } as const;
const anja = {
  experience: 'never',
  distanceKm: 0,
  fatigue: 0,
  thankedRecently: 0,
  personalEffect: unknownPerson,
} as const;
const chances = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const spans = fc.double({ min: 0, max: 5000, noNaN: true });

describe('the chance of a yes', () => {
  it.each([
    ['never', 0, 0, -2.3],
    ['first', 1, 0, -2.0],
    ['regular', 2, 5, -2.5],
  ] as const)('of somebody who helped %s, %d km away and %d tired', (experience, distanceKm, fatigue, logit) => {
    expect(willingness({ ...anja, experience, distanceKm, fatigue }, dog, belief)).toBeCloseTo(logit, 12);
  });

  it('takes in what was learned of the kind of help, the person and the thanks', () => {
    const learned = { ...belief, weights: [-2.3, 0, 0, -0.4, 0, 0.2, 0.4, 0.3] };
    const thanked = { ...anja, thankedRecently: 0.5, personalEffect: { mean: 1, variance: 1 } };
    expect(willingness(thanked, dog, learned)).toBeCloseTo(-2.3 + 0.2 + 0.3 + 0.2 + 1, 12);
    expect(willingness(thanked, { urgency: 'planned', category: 'meal' }, learned)).toBeCloseTo(-2.3 + 0.2 + 1, 12);
  });

  it('is half at logit 0', () => {
    expect(probabilityOf(0)).toBe(0.5);
    expect(probabilityOf(-2.3)).toBeCloseTo(0.0911, 4);
  });

  it('has half of the replies at the median delay and 15.9% a standard deviation before it', () => {
    expect(repliedWithin(10, delay)).toBeCloseTo(0.5, 6);
    expect(repliedWithin(10 * Math.exp(-1.2), delay)).toBeCloseTo(0.1587, 4);
    expect(repliedWithin(0, delay)).toBe(0);
  });

  it('rises with time', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(repliedWithin(Math.min(a, b), delay)).toBeLessThanOrEqual(repliedWithin(Math.max(a, b), delay));
      }),
    );
  });

  it('of somebody just asked is that of a reply in time', () => {
    expect(yesStillToCome(0.3, 0, 10, delay, 0.25)).toBeCloseTo(0.15, 6);
  });

  it('of somebody silent is that among the silent', () => {
    // Asked 100 people with p .3: after the median 15 said yes, 8.75 said no, 76.25 are silent; 15 yeses are to come.
    expect(yesStillToCome(0.3, 10, 1e9, delay, 0.25)).toBeCloseTo(15 / 76.25, 6);
  });

  it('stays a chance, and is smaller the longer somebody is silent', () => {
    fc.assert(
      fc.property(chances, spans, spans, (p, elapsed, horizon) => {
        const chance = yesStillToCome(p, elapsed, horizon, delay, 0.25);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        const everLater = yesStillToCome(p, elapsed + 60, 1e9, delay, 0.25);
        expect(everLater).toBeLessThanOrEqual(yesStillToCome(p, elapsed, 1e9, delay, 0.25) + 1e-6);
      }),
    );
  });
});

describe('the features of an ask', () => {
  const person = { experience: 'first', distanceKm: 1.5, fatigue: 2, thankedRecently: 0.25 } as const;

  it('are a row of numbers, one a name', () => {
    const features = featuresOf(person, dog);
    expect(Object.fromEntries(featureNames.map((name, index) => [name, features[index]]))).toMatchObject({
      never: 0,
      first: 1,
      regular: 0,
      distance: 1.5,
      fatigue: 2,
      acute: 1,
      'thanked-recently': 0.25,
      'walk-dog': 1,
      groceries: 0,
    });
    expect(features).toHaveLength(featureNames.length);
    expect(featuresOf(person, { ...dog, urgency: 'planned' })[5]).toBe(0);
  });

  it('are weighed without making the row', () => {
    const weights = featureNames.map((_, index) => index + 1);
    for (const experience of ['never', 'first', 'regular'] as const)
      for (const category of ['walk-dog', 'other'] as const)
        for (const urgency of ['acute', 'planned'] as const) {
          const one = { ...person, experience };
          const row = featuresOf(one, { category, urgency });
          const sum = row.reduce((total, value, index) => total + value * weights[index]!, 0);
          expect(weigh(weights, one, { category, urgency })).toBeCloseTo(sum, 12);
        }
  });
});
