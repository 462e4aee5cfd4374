import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../kernel/time.js';
import type { Candidate } from './candidate.js';
import { eligibilityRefusal } from './eligibility.js';
import { anyWaveInput } from './any-wave.testing.js';
import { neighbour, NOW } from './neighbours.testing.js';
import { policyOf, policyPresets } from './policy.js';
import { mustLookForPeople, planWave } from './wave.js';

describe('every wave', () => {
  it('asks only people who may be asked: no budget and no quiet hour is ever broken', () => {
    fc.assert(
      fc.property(anyWaveInput, (input) => {
        const byId = new Map(input.candidates.map((one) => [one.personId, one]));
        const { asks } = planWave(input);
        expect(new Set(asks.map(({ personId }) => personId)).size).toBe(asks.length);
        for (const { personId } of asks) {
          const asked = byId.get(personId)!;
          expect(asked.quietNow).toBe(false);
          expect(asked.asksLast7Days).toBeLessThan(asked.weeklyBudget);
          expect(eligibilityRefusal(asked, input.request, input.now)).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever order people and asks come in', () => {
    fc.assert(
      fc.property(anyWaveInput, (input) => {
        const turned = {
          ...input,
          candidates: input.candidates.toReversed(),
          outstanding: input.outstanding.toReversed(),
        };
        expect(planWave(turned)).toEqual(planWave(input));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same with people who can never be asked for this', () => {
    const never: Partial<Candidate>[] = [
      { blocked: true },
      { offersCategory: false },
      { pausedUntil: NOW + HOUR },
      { alreadyAskedForThis: true, quietNow: true, asksLast7Days: 9 },
    ];
    fc.assert(
      fc.property(anyWaveInput, fc.constantFrom(...never), (input, change) => {
        const extra = neighbour('0-extra', { distanceKm: 0, experience: 'regular', asksEver: 30, ...change });
        expect(planWave({ ...input, candidates: [...input.candidates, extra] })).toEqual(planWave(input));
      }),
      { numRuns: 300 },
    );
  });

  it('stops as soon as its need is covered, and needs no less when fewer asks are out or more seats are free', () => {
    fc.assert(
      fc.property(anyWaveInput, (input) => {
        const plan = planWave(input);
        const more = { ...input.request, seatsLeft: input.request.seatsLeft + 1 };
        expect(planWave({ ...input, outstanding: [] }).deficit).toBeGreaterThanOrEqual(plan.deficit);
        expect(planWave({ ...input, request: more }).deficit).toBeGreaterThanOrEqual(plan.deficit);
        expect(plan.asks.length === 0 || plan.deficit > input.policy.smallestDeficit).toBe(true);
        const indices = plan.asks.map(({ index }) => index);
        expect(indices).toEqual(indices.toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('asks nobody when it was known beforehand that nobody is needed', () => {
    fc.assert(
      fc.property(anyWaveInput, (input) => {
        const plan = planWave(input);
        expect(plan.pool !== null).toBe(mustLookForPeople(input));
        if (plan.pool === null) expect(plan).toMatchObject({ asks: [], deficit: 0, nobodyReachableNow: false });
      }),
      { numRuns: 300 },
    );
  });

  it('asks calmly no more people than at standard speed', () => {
    fc.assert(
      fc.property(anyWaveInput, fc.constantFrom(...policyPresets), (input, preset) => {
        const size = (tempo: 'standard' | 'calm') =>
          planWave({ ...input, policy: policyOf(preset, tempo) }).asks.length;
        expect(size('calm')).toBeLessThanOrEqual(size('standard'));
      }),
      { numRuns: 300 },
    );
  });
});
