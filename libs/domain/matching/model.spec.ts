import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../kernel/time.js';
import { repliedWithin, roughPriors } from '../learning/index.js';
import { askingMinutesWithin, isAskingHour, minutesUntilAskingHour } from './asking-hours.js';
import type { Candidate } from './candidate.js';
import { coverOf, roundLength } from './cover.js';
import { afterAsk, afterHelp, asksInLast7Days, decayedFatigue, fadedThanks } from './load.js';
import { neighbour, NOW } from './neighbours.testing.js';
import { policyByVersion, policyOf, policyVersions } from './policy.js';
import { priceOf, type PriceSituation } from './price.js';

it('adds up chances as cover', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.98, noNaN: true }), { maxLength: 10 }), (all) => {
      const nobody = all.reduce((product, p) => product * (1 - p), 1);
      const cover = all.reduce((sum, p) => sum + coverOf(p), 0);
      expect(Math.exp(-cover)).toBeCloseTo(nobody, 9);
    }),
  );
  expect(coverOf(1)).toBe(coverOf(0.98));
});

it('has an acute round of 26 minutes, in which 78.8% of the replies come', () => {
  const delay = roughPriors().replyDelay.acute;
  expect(roundLength(delay, 0.8)).toBeCloseTo(26.1, 1);
  expect(repliedWithin(roundLength(delay, 0.8), delay)).toBeCloseTo(0.788, 3);
});

describe('the price of an ask', () => {
  const policy = policyOf('balanced', 'standard', 'pace-1');
  const situation = { meanAsksEver: 1, newcomerValue: 1, nearbyFirst: false };
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
    const preferring = { ...situation, newcomerValue: value };
    expect(priceOf(newcomer, policyOf(preset, 'calm', 'pace-1'), preferring)).toBeCloseTo(1 / value, 12);
    expect(priceOf(newcomer, policyOf(preset, 'calm', 'pace-1'), situation)).toBeCloseTo(1, 12);
    expect(priceOf(regular, policyOf(preset, 'calm', 'pace-1'), preferring)).toBeCloseTo(1, 12);
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

  it('lets thanks fade by half in thirty days, whatever a clock says', () => {
    expect([0, 30, 60].map((days) => fadedThanks(NOW - days * DAY, NOW))).toEqual([1, 0.5, 0.25]);
    expect(fadedThanks(NOW + DAY, NOW)).toBe(1);
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

describe('a policy', () => {
  it('is found again by its version, and has one of its own', () => {
    expect(policyVersions).toHaveLength(18);
    expect(new Set(policyVersions).size).toBe(18);
    for (const version of policyVersions) expect(policyByVersion(version)?.version).toBe(version);
    expect(policyByVersion('pace-0/balanced/standard')).toBeUndefined();
  });

  it('is of the third generation unless another is wanted', () => {
    expect(policyOf('balanced', 'standard').version).toBe('pace-3/balanced/standard');
    expect(policyOf('balanced', 'standard')).toEqual(policyByVersion('pace-3/balanced/standard'));
  });

  // What a stored version means may never change: decisions that were made with it are replayed.
  it.each([
    ['pace-1/lean/standard', 1.5, 0.3, 0.79, 0.57],
    ['pace-1/balanced/calm', 4, 0.6, 0.6, 0.35],
    ['pace-1/active/standard', 8, 0.6, 0.79, 0.57],
    ['pace-2/lean/standard', 1.5, 0.3, 0.77, 0.5],
    ['pace-2/balanced/calm', 4.5, 0.62, 0.6, 0.32],
    ['pace-2/active/standard', 10.5, 0.62, 0.77, 0.5],
    ['pace-3/lean/standard', 1.5, 0.3, 0.77, 0.5],
    ['pace-3/balanced/calm', 4.5, 0.62, 0.56, 0.32],
    ['pace-3/active/standard', 10.25, 0.66, 0.77, 0.51],
  ])('%s stays what it is', (version, newcomerValue, fairnessPrice, acuteFirst, plannedFirst) => {
    expect(policyByVersion(version)).toMatchObject({
      fairnessPrice,
      acute: { firstTarget: acuteFirst, newcomerValue: 1 },
      planned: { firstTarget: plannedFirst, newcomerValue },
    });
  });
});

it('prices a first ask ever, and people from far away while those nearby may do', () => {
  const policy = { ...policyOf('balanced', 'standard', 'pace-1'), firstAskValue: 2, farPrice: 1.5 };
  const base = neighbour('anja', { asksEver: 1 });
  const price = (change: Partial<Candidate>, situation: Partial<PriceSituation>) =>
    priceOf({ ...base, ...change }, policy, { meanAsksEver: 1, newcomerValue: 1, nearbyFirst: false, ...situation });
  expect(price({}, { newcomerValue: 4 })).toBeCloseTo(1 / 4, 12);
  expect(price({ asksEver: 0 }, { newcomerValue: 4 })).toBeCloseTo(Math.exp(-0.3) / 8, 12);
  expect(price({ asksEver: 0, experience: 'first' }, { newcomerValue: 4 })).toBeCloseTo(Math.exp(-0.3), 12);
  expect(price({ distanceClass: 'municipality' }, { nearbyFirst: true })).toBeCloseTo(1.5, 12);
  expect(price({ distanceClass: 'municipality' }, {})).toBeCloseTo(1, 12);
  expect(price({ distanceClass: 'district' }, { nearbyFirst: true })).toBeCloseTo(1, 12);
});
