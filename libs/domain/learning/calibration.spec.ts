import { describe, expect, it } from '@jest/globals';
import { calibrationGroupOf, calibrationOf, isCalibrated } from './calibration.js';

describe('believed against seen', () => {
  it('puts a chance in its group, each group with its lower bound', () => {
    expect([0, 0.049, 0.05, 0.299, 0.3, 0.45, 0.98].map(calibrationGroupOf)).toStrictEqual([0, 0, 1, 4, 5, 6, 6]);
  });

  it('gives the share that said yes with the interval of Wilson', () => {
    const [row] = calibrationOf([{ group: 2, asks: 100, expected: 0.12, yeses: 10 }]).groups;
    expect(row).toMatchObject({ from: 0.1, until: 0.15, asks: 100, expected: 0.12, observed: 0.1 });
    // By hand: (0.1 + 0.019208 -+ 1.96 * sqrt(0.0009 + 0.00009604)) / 1.038416
    expect(row!.likelyFrom).toBeCloseTo(0.05523, 4);
    expect(row!.likelyUntil).toBeCloseTo(0.17437, 4);
  });

  it('says nothing about the share of a few, nor about a group of nobody', () => {
    const { groups, asks } = calibrationOf([
      { group: 6, asks: 19, expected: 0.5, yeses: 10 },
      { group: 0, asks: 0, expected: 0, yeses: 0 },
      { group: 1, asks: 20, expected: 0.06, yeses: 0 },
    ]);
    expect(groups.map(({ from, until, observed }) => [from, until, observed])).toStrictEqual([
      [0.05, 0.1, 0],
      [0.45, 1, null],
    ]);
    expect(groups[0]!.likelyFrom).toBe(0);
    expect(groups[1]).toMatchObject({ likelyFrom: null, likelyUntil: null });
    expect(asks).toBe(39);
  });

  it('says that everybody may say yes, at most', () => {
    const [row] = calibrationOf([{ group: 6, asks: 20, expected: 0.9, yeses: 20 }]).groups;
    expect(row!.likelyUntil).toBeCloseTo(1, 10);
    expect(row!.likelyFrom).toBeCloseTo(0.83887, 4);
  });
});

describe('the calibration error', () => {
  it('is the mean distance, each group by its asks', () => {
    const calibration = calibrationOf([
      { group: 1, asks: 300, expected: 0.07, yeses: 30 },
      { group: 3, asks: 100, expected: 0.17, yeses: 10 },
    ]);
    // (300 * 0.03 + 100 * 0.07) / 400
    expect(calibration.error).toBeCloseTo(0.04, 10);
    expect(isCalibrated(calibration)).toBe(true);
  });

  it('is too large above five points, whichever side it is on', () => {
    const off = (yeses: number) => calibrationOf([{ group: 3, asks: 200, expected: 0.175, yeses }]);
    expect([24, 46].map((yeses) => isCalibrated(off(yeses)))).toStrictEqual([false, false]);
    expect([26, 44].map((yeses) => isCalibrated(off(yeses)))).toStrictEqual([true, true]);
  });

  it('leaves out groups too small to tell, and waits for two hundred asks', () => {
    const small = { group: 6, asks: 19, expected: 0.5, yeses: 0 };
    const large = (asks: number) => ({ group: 2, asks, expected: 0.12, yeses: Math.round(asks * 0.12) });
    expect(calibrationOf([small, large(200)]).error).toBeCloseTo(0, 10);
    const few = calibrationOf([small, large(199)]);
    expect(few.error).toBeNull();
    expect(isCalibrated(few)).toBeNull();
    expect(calibrationOf([])).toStrictEqual({ asks: 0, error: null, groups: [] });
  });
});
