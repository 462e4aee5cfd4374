import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../kernel/time.js';
import { anyWaveInput } from './any-wave.testing.js';
import { afterEnding, type HelpedTally, isBelowItsShare, nothingEnded, type RequestEnding } from './equity.js';
import { planWave } from './wave.js';

const now = 1_000 * DAY;
const tally = (requests: number, helped: number): HelpedTally => ({ requests, helped, at: now });

describe('an area', () => {
  const town = tally(1000, 950);

  it.each([
    ['as good as the others', tally(100, 95), false],
    ['without requests', nothingEnded, false],
    ['with one request that failed', tally(1, 0), false],
    ['with five of a hundred more that failed', tally(100, 90), true],
    ['with three of a hundred more that failed', tally(100, 92), false],
    ['that does better', tally(100, 100), false],
  ] as const)('%s: %j below its share: %s', (_what, area, below) => {
    expect(isBelowItsShare(area, town, now)).toBe(below);
  });

  it('is not below its share while nothing is known', () => {
    expect(isBelowItsShare(nothingEnded, nothingEnded, now)).toBe(false);
  });

  it('is below its share from three points under the others on', () => {
    // (h + 50 * 0.9) / (50 + 50) is 0.87 for h = 42.
    expect(isBelowItsShare(tally(50, 42.01), tally(100, 90), now)).toBe(false);
    expect(isBelowItsShare(tally(50, 41.99), tally(100, 90), now)).toBe(true);
  });

  it('that went short long ago is like the others again, while the others went on', () => {
    const short = tally(100, 90);
    expect(isBelowItsShare(short, tally(1000, 950), now)).toBe(true);
    // A year later a quarter of it is left: (22.5 + 47.5) / 75 is two points below.
    expect(isBelowItsShare(short, tally(1000, 950), now + 360 * DAY)).toBe(false);
  });
});

describe('the tally of how requests ended', () => {
  const failed: RequestEnding = { asked: 3, helped: false };
  const helped: RequestEnding = { asked: 3, helped: true };

  it('counts each ending once, the latest whole', () => {
    const after = afterEnding(afterEnding(nothingEnded, failed, now), helped, now);
    expect(after).toStrictEqual({ requests: 2, helped: 1, at: now });
  });

  it('lets half of what was counted fade in half a year', () => {
    const after = afterEnding(tally(8, 6), failed, now + 180 * DAY);
    expect(after).toStrictEqual({ requests: 5, helped: 3, at: now + 180 * DAY });
  });

  it('leaves out a request about which nobody could be asked, but not one that somebody took from the board', () => {
    const before = tally(8, 6);
    expect(afterEnding(before, { asked: 0, helped: false }, now + DAY)).toBe(before);
    expect(afterEnding(before, { asked: 0, helped: true }, now)).toStrictEqual(tally(9, 7));
  });

  it('does not grow when an ending comes in late', () => {
    expect(afterEnding(tally(8, 6), helped, now - 180 * DAY)).toStrictEqual(tally(9, 7));
  });
});

describe('an area that is below its share', () => {
  it('asks no neighbour nearby whom it would have left alone otherwise', () => {
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
