import { describe, expect, it } from '@jest/globals';
import { featureNames } from '../learning/index.js';
import { categories } from '../kernel/vocabulary.js';
import { neighbour, neighbours, planned, request, waveInput } from './neighbours.testing.js';
import { policyByVersion, policyVersions } from './policy.js';
import { planWave } from './wave.js';

/**
 * What the planner may know and learn of a person. Age, origin, sex, health, income, religion and the like are not among
 * it, nor is anything that stands in for them (a name, a street, a language). Adding a line here is a decision to be
 * recorded, not a detail.
 */
const mayBeKnown = [
  'personId',
  'blocked',
  'distanceKm',
  'distanceClass',
  'maxDistance',
  'trust',
  'offersCategory',
  'acceptsAcute',
  'availableInWindow',
  'quietNow',
  'pausedUntil',
  'weeklyBudget',
  'asksLast7Days',
  'fatigue',
  'asksEver',
  'experience',
  'thankedRecently',
  'lastDeclinedAt',
  'lastCompletedAt',
  'openAgreements',
  'isAsking',
  'helpsWhileAsking',
  'heavilyBurdened',
  'alreadyAskedForThis',
  'personalEffect',
];

describe('nothing sensitive', () => {
  it('is known of a candidate', () => {
    expect(Object.keys(neighbour('anja')).toSorted()).toEqual(mayBeKnown.toSorted());
  });

  it('is learned from', () => {
    const mayBeLearnedFrom = ['never', 'first', 'regular', 'distance', 'fatigue', 'acute', 'thanked-recently'];
    expect(featureNames).toEqual([...mayBeLearnedFrom, ...categories]);
  });
});

describe('everyone willing', () => {
  it.each(policyVersions.filter((version) => !version.includes('lean')))(
    'is asked at least once while there is time, by %s',
    (version) => {
      let crowd = [
        ...neighbours(5, { experience: 'regular', asksEver: 4, personalEffect: { mean: 0.5, variance: 0.1 } }),
        ...neighbours(40).map((one) => ({ ...one, personId: `new-${one.personId}` })),
      ];
      for (let day = 0; day < 60; day += 1) {
        const { asks } = planWave(
          waveInput({ request: planned(), candidates: crowd, policy: policyByVersion(version)! }),
        );
        const asked = new Set(asks.map(({ personId }) => personId));
        crowd = crowd.map((one) => (asked.has(one.personId) ? { ...one, asksEver: one.asksEver + 1 } : one));
      }
      expect(crowd.filter(({ asksEver }) => asksEver === 0)).toEqual([]);
    },
  );
});

describe('a heavily burdened carer', () => {
  const alone = (change: Parameters<typeof neighbour>[1]) =>
    planWave(waveInput({ request: request(), candidates: [neighbour('anja', change)] })).asks.length;

  it('is not asked, unless they chose to be', () => {
    expect(alone({ heavilyBurdened: true })).toBe(0);
    expect(alone({ heavilyBurdened: true, helpsWhileAsking: true })).toBe(1);
  });
});
