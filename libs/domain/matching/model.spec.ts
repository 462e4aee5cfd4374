import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../kernel/time.js';
import { askingMinutesWithin, isAskingHour, minutesUntilAskingHour } from './asking-hours.js';
import { afterAsk, afterHelp, asksInLast7Days, decayedFatigue } from './load.js';
import { neighbour, NOW } from './neighbours.testing.js';
import { policyOf, policyPresets, policyTempos } from './policy.js';
import { priceOf } from './price.js';
import { coverOf, probabilityOf, repliedWithin, roundLength, willingness, yesStillToCome } from './probability.js';
import { priors } from './weights.js';

const dog = { urgency: 'acute', category: 'walk-dog' } as const;
const delay = priors.replyDelay.acute;
const chances = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const spans = fc.double({ min: 0, max: 5000, noNaN: true });

describe('the chance of a yes', () => {
  it.each([
    ['never', 0, 0, -2.3],
    ['first', 1, 0, -2.0],
    ['regular', 2, 5, -2.5],
  ] as const)('of somebody who helped %s, %d km away and %d tired', (experience, distanceKm, fatigue, logit) => {
    expect(willingness(neighbour('anja', { experience, distanceKm, fatigue }), dog, priors)).toBeCloseTo(logit, 12);
  });

  it('takes in what was learned of the kind of help, the person and the thanks', () => {
    const weights = { ...priors, acute: 0.2, category: { 'walk-dog': 0.3 }, thankedRecently: 0.4 };
    const anja = neighbour('anja', { distanceKm: 0, thankedRecently: 0.5, personalEffect: { mean: 1, variance: 1 } });
    expect(willingness(anja, dog, weights)).toBeCloseTo(-2.3 + 0.2 + 0.3 + 0.2 + 1, 12);
    expect(willingness(anja, { urgency: 'planned', category: 'meal' }, weights)).toBeCloseTo(-2.3 + 0.2 + 1, 12);
  });

  it('is half at logit 0', () => {
    expect(probabilityOf(0)).toBe(0.5);
    expect(probabilityOf(-2.3)).toBeCloseTo(0.0911, 4);
  });

  it('has half of the replies at the median delay and 78.8% at the end of an acute round', () => {
    expect(repliedWithin(10, delay)).toBeCloseTo(0.5, 6);
    expect(roundLength(delay, 0.8)).toBeCloseTo(26.1, 1);
    expect(repliedWithin(roundLength(delay, 0.8), delay)).toBeCloseTo(0.788, 3);
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

  it('adds up as cover', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.98, noNaN: true }), { maxLength: 10 }), (all) => {
        const nobody = all.reduce((product, p) => product * (1 - p), 1);
        const cover = all.reduce((sum, p) => sum + coverOf(p), 0);
        expect(Math.exp(-cover)).toBeCloseTo(nobody, 9);
      }),
    );
    expect(coverOf(1)).toBe(coverOf(0.98));
  });
});

describe('the price of an ask', () => {
  const policy = policyOf('balanced', 'standard');
  const situation = { meanAsksEver: 1, newcomersPreferred: false };
  const regular = neighbour('anja', { experience: 'regular', asksEver: 1 });

  it('is 1 for somebody rested, unasked this week and asked as often as others', () => {
    expect(priceOf(regular, policy, situation)).toBeCloseTo(1, 12);
  });

  it('rises with fatigue, with the budget used and with asks above the mean', () => {
    expect(priceOf({ ...regular, fatigue: 2 }, policy, situation)).toBeCloseTo(1.2, 12);
    expect(priceOf({ ...regular, asksLast7Days: 1 }, policy, situation)).toBeCloseTo(
      (1 - Math.exp(-1)) / (1 - Math.exp(-0.5)),
      12,
    );
    expect(priceOf({ ...regular, asksEver: 3 }, policy, situation)).toBeCloseTo(Math.exp(0.6), 12);
    expect(priceOf({ ...regular, asksEver: 0 }, policy, situation)).toBeCloseTo(Math.exp(-0.3), 12);
    expect(priceOf({ ...regular, asksEver: 99 }, policy, situation)).toBeCloseTo(Math.exp(1.8), 12);
  });

  it('is at most twenty times higher as the budget runs out', () => {
    const last = { ...regular, weeklyBudget: 1000, asksLast7Days: 999 };
    expect(priceOf(last, policy, situation)).toBeCloseTo(20, 9);
  });

  it.each([
    ['lean', 1.5],
    ['balanced', 4],
    ['active', 8],
  ] as const)('is divided for a newcomer by what %s finds a first help worth', (preset, value) => {
    const newcomer = neighbour('bert', { asksEver: 1 });
    const preferring = { ...situation, newcomersPreferred: true };
    expect(priceOf(newcomer, policyOf(preset, 'calm'), preferring)).toBeCloseTo(1 / value, 12);
    expect(priceOf(newcomer, policyOf(preset, 'calm'), situation)).toBeCloseTo(1, 12);
    expect(priceOf(regular, policyOf(preset, 'calm'), preferring)).toBeCloseTo(1, 12);
  });
});

describe('load', () => {
  it('halves in a week, rises by one with an ask and halves with a help', () => {
    expect(decayedFatigue(4, NOW, NOW + 7 * DAY)).toBe(2);
    expect(decayedFatigue(4, NOW, NOW)).toBe(4);
    expect(decayedFatigue(4, NOW, NOW - DAY)).toBe(4);
    expect(afterAsk(4, NOW, NOW + 7 * DAY)).toBe(3);
    expect(afterHelp(4, NOW, NOW + 14 * DAY)).toBe(0.5);
  });

  it('counts the asks of the last seven days, not one of just seven days ago', () => {
    expect(asksInLast7Days([NOW, NOW - 7 * DAY + 1, NOW - 7 * DAY, NOW + 1], NOW)).toBe(2);
  });
});

describe('asking hours', () => {
  const tuesday = (minuteOfDay: number) => ({ weekday: 'tuesday', minuteOfDay }) as const;

  it.each([
    [8 * 60 - 1, false, 1],
    [8 * 60, true, 0],
    [21 * 60 - 1, true, 0],
    [21 * 60, false, 11 * 60],
    [0, false, 8 * 60],
  ])('at minute %d: %s, and %d minutes to wait', (minute, asking, wait) => {
    expect(isAskingHour(tuesday(minute))).toBe(asking);
    expect(minutesUntilAskingHour(tuesday(minute))).toBe(wait);
  });

  it.each([
    [14 * 60, 60, 60],
    [20 * 60, 120, 60],
    [22 * 60, 60, 0],
    [22 * 60, 11 * 60, 60],
    [14 * 60, 24 * 60, 13 * 60],
    [7 * 60, 49 * 60, 26 * 60],
    [14 * 60, -5, 0],
  ])('from minute %d, %d minutes hold %d of them', (minute, span, minutes) => {
    expect(askingMinutesWithin(tuesday(minute), span)).toBe(minutes);
  });
});

it('has one version for every policy', () => {
  const versions = policyPresets.flatMap((preset) => policyTempos.map((tempo) => policyOf(preset, tempo).version));
  expect(versions).toContain('pace-1/balanced/standard');
  expect(new Set(versions).size).toBe(6);
});
