import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyWaveInput } from './any-wave.testing.js';
import { isBelowItsShare } from './equity.js';
import { planWave } from './wave.js';

describe('an area', () => {
  const town = { requests: 1000, helped: 950 };

  it.each([
    ['as good as the others', { requests: 100, helped: 95 }, false],
    ['without requests', { requests: 0, helped: 0 }, false],
    ['with one request that failed', { requests: 1, helped: 0 }, false],
    ['with five of a hundred more that failed', { requests: 100, helped: 90 }, true],
    ['with three of a hundred more that failed', { requests: 100, helped: 92 }, false],
    ['that does better', { requests: 100, helped: 100 }, false],
  ] as const)('%s: %j below its share: %s', (_what, area, below) => {
    expect(isBelowItsShare(area, town)).toBe(below);
  });

  it('is not below its share while nothing is known', () => {
    expect(isBelowItsShare({ requests: 0, helped: 0 }, { requests: 0, helped: 0 })).toBe(false);
  });

  it('that is below its share asks no neighbour nearby whom it would have left alone otherwise', () => {
    const farPrices = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(anyWaveInput, farPrices, (input, farPrice) => {
        const far = new Set(
          input.candidates.filter((one) => one.distanceClass === 'municipality').map(({ personId }) => personId),
        );
        const nearby = (areaBelowItsShare: boolean) =>
          planWave({ ...input, policy: { ...input.policy, farPrice }, areaBelowItsShare })
            .asks.map(({ personId }) => personId)
            .filter((personId) => !far.has(personId));
        const usually = new Set(nearby(false));
        for (const personId of nearby(true)) expect(usually).toContain(personId);
      }),
      { numRuns: 500 },
    );
  });
});
