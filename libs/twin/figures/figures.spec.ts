import { describe, expect, it } from '@jest/globals';
import { intervalOf, pairedInterval } from './intervals.js';
import { seedsFor } from '../run/seeds.js';
import { metricsOf } from './metrics.js';
import { parametersWith } from '../parameters.js';
import { makeWorld } from '../world/world.js';
import { YearRecord } from '../year/record.js';

describe('an interval over seeds', () => {
  it('is a t-interval', () => {
    const { mean, half } = intervalOf([1, 2, 3, 4]);
    expect(mean).toBe(2.5);
    // sd 1.29099, three degrees of freedom: 3.182 * 1.29099 / 2.
    expect(half).toBeCloseTo(2.054, 3);
  });

  it('says nothing about one seed', () => {
    expect(intervalOf([7])).toEqual({ mean: 7, half: Number.POSITIVE_INFINITY });
  });

  it('is narrow for policies that differ by the same in every world', () => {
    const { mean, half } = pairedInterval([1, 5, 9], [0, 4, 8], (a, b) => a - b);
    expect(mean).toBe(1);
    expect(half).toBe(0);
  });
});

describe('seeds', () => {
  it('for tuning are never seeds for reporting', () => {
    const reporting = new Set(seedsFor('reporting', 500));
    expect(seedsFor('tuning', 500).filter((seed) => reporting.has(seed))).toEqual([]);
  });
});

describe('the figures of a year', () => {
  const world = makeWorld(parametersWith({ registered: 4, requestsPerDay: 2 }), 1, 14);

  it('know how unevenly people were asked', () => {
    const record = new YearRecord(world);
    record.asksOf.set([0, 0, 0, 8]);
    expect(metricsOf(record, new Uint8Array()).giniOfAsks).toBeCloseTo(0.75);
    record.asksOf.set([2, 2, 2, 2]);
    expect(metricsOf(record, new Uint8Array()).giniOfAsks).toBe(0);
  });

  it('know how many asks a week nearly nobody exceeds', () => {
    const record = new YearRecord(world);
    record.presentWeeks = 100;
    record.asksByWeek.set([1, 1, 1, 1, 1, 3, 2, 1]);
    const { weekP95, weekP99 } = metricsOf(record, new Uint8Array());
    // Eight weeks in a hundred had an ask, two had more than one, one had more than two.
    expect([weekP95, weekP99]).toEqual([1, 2]);
  });

  it('compare fills with what could be filled', () => {
    const record = new YearRecord(world);
    const bound = Uint8Array.from(world.arrivals, () => 1);
    world.arrivals.forEach(({ index }) => {
      record.requests.push({ index, minutesToYes: index === 0 ? null : 5, byFirstTimer: index === 1, asks: 0 });
    });
    const { fillOfBound, firstTimerShare, acuteMedianMinutes } = metricsOf(record, bound);
    const fills = world.arrivals.length - 1;
    expect(fillOfBound).toBeCloseTo(fills / (fills + 1));
    expect(firstTimerShare).toBeCloseTo(1 / fills);
    expect(acuteMedianMinutes).toBe(5);
  });
});
