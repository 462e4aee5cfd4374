import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divide } from './divide.js';

describe('divide', () => {
  it('gives each its share', () => {
    expect(divide(10, [1, 1])).toEqual([5, 5]);
    expect(divide(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(divide(3, [0, 1])).toEqual([0, 3]);
  });

  it('adds up, and is never a whole one off', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(20_000), weights, (total, parts) => {
        const divided = divide(total, parts);
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(divided.reduce((all, part) => all + part, 0)).toBe(total);
        for (const [index, part] of divided.entries()) {
          expect(Math.abs(part - (total * (parts[index] ?? 0)) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});
