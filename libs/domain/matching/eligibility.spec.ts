import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../kernel/time.js';
import type { Candidate } from './candidate.js';
import {
  type EligibilityRefusal,
  eligibilityRefusal,
  eligibilityRefusals,
  type SendCheck,
  sendRefusal,
} from './eligibility.js';
import { neighbour, NOW, request } from './neighbours.testing.js';

function refusalFor(change: Partial<Candidate>): EligibilityRefusal | null {
  return eligibilityRefusal(neighbour('anja', change), request({ requiredTrust: 'vouched' }), NOW);
}

const fit: Partial<Candidate> = { trust: 'vouched' };
const broken: Record<EligibilityRefusal, Partial<Candidate>> = {
  self: { personId: 'asker' },
  blocked: { blocked: true },
  distance: { distanceClass: 'municipality' },
  category: { offersCategory: false },
  trust: { trust: 'none' },
  'acute-not-wanted': { acceptsAcute: false },
  'not-available': { availableInWindow: false },
  paused: { pausedUntil: NOW + 1 },
  'cool-down-after-no': { lastDeclinedAt: NOW - 24 * HOUR + 1 },
  'cool-down-after-help': { lastCompletedAt: NOW - 72 * HOUR + 1 },
  'too-many-agreements': { openAgreements: 3 },
  'heavily-burdened': { heavilyBurdened: true },
  'asks-for-help-itself': { isAsking: true },
  'already-asked': { alreadyAskedForThis: true },
  'quiet-hours': { quietNow: true },
  budget: { asksLast7Days: 2 },
};

describe('who may be asked', () => {
  it('is anybody who fits', () => {
    expect(refusalFor(fit)).toBeNull();
  });

  it.each(eligibilityRefusals.map((refusal) => [refusal]))('is not somebody with %s', (refusal) => {
    expect(refusalFor({ ...fit, ...broken[refusal] })).toBe(refusal);
  });

  it('is told by the first rule that forbids it, the hour and the budget last', () => {
    for (const refusal of eligibilityRefusals) {
      expect(refusalFor({ ...fit, ...broken.budget, ...broken['quiet-hours'], ...broken[refusal] })).toBe(
        refusal === 'budget' ? 'quiet-hours' : refusal,
      );
    }
  });

  it.each([
    ['a pause that ends now', { pausedUntil: NOW }],
    ['a no of 24 hours ago', { lastDeclinedAt: NOW - 24 * HOUR }],
    ['a help of 72 hours ago', { lastCompletedAt: NOW - 72 * HOUR }],
    ['two open agreements', { openAgreements: 2 }],
    ['an ask left in the budget', { asksLast7Days: 1 }],
    ['a wish to help although asking for help', { isAsking: true, helpsWhileAsking: true }],
    ['a wish to help although burdened', { heavilyBurdened: true, helpsWhileAsking: true }],
    ['a request as far as wanted', { distanceClass: 'district' }],
    ['more trust than is asked', { trust: 'vog' }],
  ] as const)('is somebody with %s', (_what, change) => {
    expect(refusalFor({ ...fit, ...change })).toBeNull();
  });

  it('is somebody who wants no acute requests when it is planned', () => {
    const calm = neighbour('anja', { acceptsAcute: false });
    expect(eligibilityRefusal(calm, request({ urgency: 'planned' }), NOW)).toBeNull();
  });

  it('is nobody who allows no asks at all', () => {
    expect(refusalFor({ ...fit, weeklyBudget: 0 })).toBe('budget');
  });
});

describe('just before sending', () => {
  const check: SendCheck = {
    requestOpen: true,
    blocked: false,
    pausedUntil: null,
    lastDeclinedAt: null,
    lastCompletedAt: null,
    quietNow: false,
    asksLast7Days: 2,
    weeklyBudget: 2,
  };

  it('an ask goes out when it fits in the budget itself', () => {
    expect(sendRefusal(check, NOW)).toBeNull();
    expect(sendRefusal({ ...check, pausedUntil: NOW }, NOW)).toBeNull();
    expect(sendRefusal({ ...check, offersCategory: true }, NOW)).toBeNull();
    expect(sendRefusal({ ...check, lastDeclinedAt: NOW - 24 * HOUR }, NOW)).toBeNull();
    expect(sendRefusal({ ...check, lastCompletedAt: NOW - 72 * HOUR }, NOW)).toBeNull();
  });

  it.each([
    ['not-open', { requestOpen: false }],
    ['blocked', { blocked: true }],
    ['category', { offersCategory: false }],
    ['paused', { pausedUntil: NOW + 1 }],
    ['cool-down-after-no', { lastDeclinedAt: NOW - 24 * HOUR + 1 }],
    ['cool-down-after-help', { lastCompletedAt: NOW - 72 * HOUR + 1 }],
    ['quiet-hours', { quietNow: true }],
    ['budget', { asksLast7Days: 3 }],
  ] as const)('nothing goes out: %s', (refusal, change) => {
    expect(sendRefusal({ ...check, ...change }, NOW)).toBe(refusal);
  });
});
