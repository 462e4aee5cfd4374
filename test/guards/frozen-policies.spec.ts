import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  type PolicyParameters,
  policyByVersion,
  policyGenerations,
  policyVersions,
  replayWave,
  type StoredWave,
  type WavePlan,
} from '@app/domain/matching/index.js';

/**
 * Decisions are made again with the version that is stored beside them. So these files are never made anew: whoever wants
 * other numbers, or another way of weighing them, makes another generation and adds it to them.
 */
const frozen = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./frozen/${name}.json`, import.meta.url), 'utf8'));

const policies = frozen('policies') as readonly PolicyParameters[];

/** A wave as a database would have it, with what came of it. */
interface FrozenWave {
  readonly about: string;
  readonly stored: StoredWave;
  readonly plan: Omit<Frozen, 'asks'> & { readonly asks: readonly (readonly [string, number, number])[] };
}
type Frozen = Pick<
  WavePlan,
  'target' | 'horizonMinutes' | 'deficit' | 'cover' | 'pace' | 'newcomersPreferred' | 'nextTickInMs' | 'asks'
>;
const waves = frozen('waves') as readonly FrozenWave[];
const perGeneration = policyGenerations.map((generation) => ({
  generation,
  own: waves.filter(({ stored }) => stored.policyVersion.startsWith(`${generation}/`)),
}));

it.each(policies.map((policy) => [policy.version, policy] as const))(
  '%s is what it was in every number',
  (version, policy) => {
    expect(policyByVersion(version)).toStrictEqual(policy);
  },
);

it('holds every version that there is', () => {
  expect(policies.map(({ version }) => version)).toStrictEqual(policyVersions);
});

describe.each(perGeneration)('a wave that was stored by $generation', ({ own }) => {
  it('is there for acute and planned requests, first waves and later ones', () => {
    expect(new Set(own.map(({ stored }) => stored.request.urgency)).size).toBe(2);
    expect(own.map(({ stored }) => stored.round === 0)).toEqual(expect.arrayContaining([true, false]));
  });

  it.each(own.map((wave) => [`${wave.stored.policyVersion}, ${wave.about}`, wave] as const))(
    'is made again as it was: %s',
    (_, { stored, plan: { asks, ...numbers } }) => {
      const again = replayWave(stored);
      if (!again.ok) throw new Error(again.refusal);
      const { plan } = again;
      expect(plan.asks.map(({ personId }) => personId)).toStrictEqual(asks.map(([personId]) => personId));
      expect(asks.length).toBeGreaterThan(0);
      // Machines differ in the last digit of a logarithm.
      for (const [index, [, probability, cost]] of asks.entries()) {
        expect(plan.asks[index]!.probability).toBeCloseTo(probability, 12);
        expect(plan.asks[index]!.cost).toBeCloseTo(cost, 10);
      }
      expect(plan.newcomersPreferred).toBe(numbers.newcomersPreferred);
      for (const name of ['target', 'horizonMinutes', 'deficit', 'cover', 'pace', 'nextTickInMs'] as const)
        expect([name, plan[name]]).toStrictEqual([name, expect.closeTo(numbers[name], 9)]);
    },
  );
});
