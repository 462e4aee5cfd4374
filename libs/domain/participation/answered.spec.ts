import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rounded, threshold } from '../statistics/index.js';
import { tenthsAnswered } from './answered.js';

const published = (count: number): number | null => (count < threshold ? null : rounded(count));

describe('of ten requests, so many were answered within a day', () => {
  it.each([
    ['far from enough', 20, undefined],
    // 50 as published may be 48, so it may be too few; 55 is 53 at the least.
    ['as many as may be 49', 50, undefined],
    ['as many as are 50 for certain', 55, 7],
  ])('says it of %s', (_name, requests, tenths) => {
    expect(tenthsAnswered({ requests, withinADay: [requests - 10] })).toBe(tenths);
  });

  it('rounds down, after taking the worst that rounding may have hidden', () => {
    expect(tenthsAnswered({ requests: 100, withinADay: [40, 35] })).toBe(6);
    expect(tenthsAnswered({ requests: 100, withinADay: [75] })).toBe(7);
    expect(tenthsAnswered({ requests: 1_000, withinADay: [799] })).toBe(7);
    expect(tenthsAnswered({ requests: 1_000, withinADay: [1_000] })).toBe(9);
  });

  it('counts what is held back for nothing, and is silent without a total', () => {
    expect(tenthsAnswered({ requests: 100, withinADay: [65, null, null] })).toBe(6);
    expect(tenthsAnswered({ requests: null, withinADay: [65] })).toBeUndefined();
  });

  it('is silent where few were answered', () => {
    expect(tenthsAnswered({ requests: 100, withinADay: [50] })).toBeUndefined();
    expect(tenthsAnswered({ requests: 100, withinADay: [] })).toBeUndefined();
  });

  it('never says more than was true, whatever the numbers behind it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }), fc.nat(200), (answered, others) => {
        const within = answered.reduce((sum, count) => sum + count, 0);
        const all = within + others;
        const tenths = tenthsAnswered({ requests: published(all), withinADay: answered.map(published) });
        if (tenths === undefined) return;
        expect(all).toBeGreaterThanOrEqual(50);
        expect(tenths / 10).toBeLessThanOrEqual(within / all);
      }),
    );
  });
});
