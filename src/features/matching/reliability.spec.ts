import { describe, expect, it } from '@jest/globals';
import { binOf, reliabilityTable } from './reliability.js';

describe('the table of believed against seen', () => {
  it('puts a chance in its group, each group with its lower bound', () => {
    expect([0, 0.049, 0.05, 0.299, 0.3, 0.45, 0.98].map(binOf)).toStrictEqual([0, 0, 1, 4, 5, 6, 6]);
  });

  it('gives the share that said yes with the interval of Wilson', () => {
    const [row] = reliabilityTable([{ bin: 2, asks: 100, expected: 0.12, yeses: 10 }]);
    expect(row).toMatchObject({ from: 0.1, until: 0.15, asks: 100, expected: 0.12, observed: 0.1 });
    // By hand: (0.1 + 0.019208 -+ 1.96 * sqrt(0.0009 + 0.00009604)) / 1.038416
    expect(row!.likelyFrom).toBeCloseTo(0.05523, 4);
    expect(row!.likelyUntil).toBeCloseTo(0.17437, 4);
  });

  it('says nothing about the share of a few, nor about a group of nobody', () => {
    const table = reliabilityTable([
      { bin: 6, asks: 19, expected: 0.5, yeses: 10 },
      { bin: 0, asks: 0, expected: 0, yeses: 0 },
      { bin: 1, asks: 20, expected: 0.06, yeses: 0 },
    ]);
    expect(table.map(({ from, until, observed }) => [from, until, observed])).toStrictEqual([
      [0.05, 0.1, 0],
      [0.45, 1, null],
    ]);
    expect(table[0]!.likelyFrom).toBe(0);
  });
});
