import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../kernel/time.js';
import { featureLayout, featuresOf } from '../learning/index.js';
import { neighbour, neighbours, NOW, planned, request, waveInput } from './neighbours.testing.js';
import { policyOf } from './policy.js';
import { mustLookForPeople, nextToCall, planWave, smoothedBusyShare, type WaveInput } from './wave.js';

const askedIds = (input: WaveInput): readonly string[] => planWave(input).asks.map(({ personId }) => personId);

/** What a wave's people may still bring: asks sent just now. */
const outstandingOf = (input: WaveInput) =>
  planWave(input).asks.map(({ personId, probability }) => ({ personId, probability, askedAt: NOW }));

describe('a wave', () => {
  it('is a part of those who could be asked, not a broadcast', () => {
    for (const subject of [request(), planned()]) {
      const count = askedIds(waveInput({ request: subject })).length;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(60);
    }
  });

  it('is as large as its target needs: each of a hundred equal newcomers covers .0508 of 1.56', () => {
    const plan = planWave(waveInput());
    expect(plan.target).toBe(0.79);
    expect(plan.deficit).toBeCloseTo(-Math.log(0.21), 12);
    expect(plan.asks).toHaveLength(31);
    expect(plan.policyVersion).toBe('pace-1/balanced/standard');
  });

  it('asks those with more chance first, and of equals those whose id comes first', () => {
    const near = neighbours(3, { distanceKm: 0.1 }).map((one) => ({ ...one, personId: `z-${one.personId}` }));
    const ids = askedIds(waveInput({ candidates: [...neighbours(40), ...near] }));
    expect(ids.slice(0, 5)).toEqual(['z-n000', 'z-n001', 'z-n002', 'n000', 'n001']);
  });

  it('asks newcomers before regulars when there is time, and regulars when there is not', () => {
    const regular = neighbour('a-regular', { experience: 'regular' });
    const crowd = [regular, ...neighbours(20)];
    expect(askedIds(waveInput({ request: planned(), candidates: crowd }))[0]).toBe('n000');
    expect(askedIds(waveInput({ candidates: crowd }))[0]).toBe('a-regular');
    const late = planned({ openedAt: NOW - 40 * HOUR, deadline: NOW + 8 * HOUR });
    expect(askedIds(waveInput({ request: late, candidates: crowd }))[0]).toBe('a-regular');
  });

  it('prefers newcomers as long as more than 40% of the time is left', () => {
    const crowd = [neighbour('a-regular', { experience: 'regular' }), ...neighbours(20)];
    const firstWith = (left: number): string | undefined =>
      askedIds(
        waveInput({
          candidates: crowd,
          request: planned({ openedAt: NOW - (10 - left) * HOUR, deadline: NOW + left * HOUR }),
        }),
      )[0];
    expect([firstWith(4.01), firstWith(4)]).toEqual(['n000', 'a-regular']);
  });

  it('trusts in the unknown for planned requests only', () => {
    const known = neighbour('b-known', { personalEffect: { mean: 0, variance: 0 } });
    const unknown = neighbour('c-unknown', { personalEffect: { mean: 0, variance: 1 } });
    expect(askedIds(waveInput({ request: planned(), candidates: [known, unknown] }))[0]).toBe('c-unknown');
    expect(askedIds(waveInput({ candidates: [known, unknown] }))[0]).toBe('b-known');
  });

  it('weighs the asks people had against the mean of those who may be asked, or of the town when that is known', () => {
    const crowd = [neighbour('a', { asksEver: 2 }), neighbour('b', { asksEver: 10 })];
    const costs = (change: Partial<WaveInput>) =>
      planWave(waveInput({ candidates: crowd, ...change })).asks.map(({ cost }) => Math.log(cost) / 0.6);
    expect(costs({}).map((cost) => cost.toFixed(4))).toEqual(['-0.5714', '0.5714']);
    expect(costs({ meanAsksEver: 3 }).map((cost) => cost.toFixed(4))).toEqual(['-0.2500', '1.7500']);
    expect(costs({ meanAsksEver: 0.2 }).map((cost) => cost.toFixed(4))).toEqual(['0.5000', '3.0000']);
  });

  it('looks nearby first, but not in a later wave, nor where an area gets less help than others do', () => {
    const far = neighbour('far', { distanceClass: 'municipality', maxDistance: 'municipality', distanceKm: 0.8 });
    const crowd = [far, neighbour('near')];
    const first = (change: Partial<WaveInput>) =>
      askedIds(waveInput({ candidates: crowd, policy: policyOf('balanced', 'standard'), ...change }))[0];
    expect(first({})).toBe('near');
    expect(first({ areaBelowItsShare: false })).toBe('near');
    expect(first({ areaBelowItsShare: true })).toBe('far');
    expect(first({ round: 1 })).toBe('far');
    expect(first({ round: 1, areaBelowItsShare: true })).toBe('far');
  });

  it('prefers no newcomers where there never was any time', () => {
    const over = planned({ openedAt: NOW - HOUR, deadline: NOW - 2 * HOUR });
    expect(planWave(waveInput({ request: over })).newcomersPreferred).toBe(false);
    const none = planned({ openedAt: NOW + HOUR, deadline: NOW + HOUR });
    expect(planWave(waveInput({ request: none })).newcomersPreferred).toBe(false);
  });

  it('asks nobody while enough may yet come from those who were asked', () => {
    const input = waveInput();
    const again = planWave({ ...input, round: 1, outstanding: outstandingOf(input) });
    expect(again.asks).toEqual([]);
    expect(again.deficit).toBe(0);
  });

  it('replaces what is lost when everyone stays silent', () => {
    const input = waveInput();
    const silent = outstandingOf(input).map((ask) => ({ ...ask, askedAt: NOW - 40 * MINUTE }));
    expect(planWave({ ...input, round: 1, outstanding: silent }).asks.length).toBeGreaterThan(0);
  });

  it('tries harder as fewer rounds are left', () => {
    const crowd = neighbours(300);
    const size = (minutes: number): number =>
      askedIds(waveInput({ candidates: crowd, round: 1, request: request({ deadline: NOW + minutes * MINUTE }) }))
        .length;
    expect(size(120)).toBeLessThan(size(30));
  });

  it('is for more people when more seats are free', () => {
    const of = (seatsLeft: number) =>
      planWave(waveInput({ candidates: neighbours(200), request: request({ seatsLeft }) }));
    expect(of(2).deficit).toBeCloseTo(2 * of(1).deficit, 12);
    expect(of(2).asks.length).toBeGreaterThan(of(1).asks.length);
    expect(of(0).asks).toEqual([]);
  });

  it('shrinks as budgets run out, here or in the whole town, but not below 30%', () => {
    const spent = neighbours(100, { asksLast7Days: 2 }).map((one) => ({ ...one, personId: `spent-${one.personId}` }));
    const half = planWave(waveInput({ candidates: [...neighbours(100), ...spent] }));
    const full = planWave(waveInput());
    expect(half.pool?.busyShare).toBe(0.5);
    expect(half.deficit).toBeCloseTo(full.deficit * 0.6, 12);
    expect(planWave(waveInput({ townBusyShare: 0.42 })).deficit).toBeCloseTo(full.deficit * 0.8, 12);
    expect(planWave(waveInput({ townBusyShare: 1, candidates: [...neighbours(10), ...spent] })).deficit).toBeCloseTo(
      full.deficit * 0.3,
      12,
    );
  });

  it('does not shrink when it is the only round of a planned request', () => {
    const only = planned({ deadline: NOW + HOUR });
    const deficit = (townBusyShare: number): number => planWave(waveInput({ request: only, townBusyShare })).deficit;
    expect(deficit(1)).toBe(deficit(0));
    const first = (townBusyShare: number): number => planWave(waveInput({ request: planned(), townBusyShare })).deficit;
    expect(first(1)).toBeLessThan(first(0));
  });

  it('asks nobody after the deadline', () => {
    expect(askedIds(waveInput({ request: request({ deadline: NOW }) }))).toEqual([]);
    expect(askedIds(waveInput({ request: request({ deadline: NOW + 1 }) }))).not.toEqual([]);
  });
});

describe('before looking up people', () => {
  it('is known whether a wave may be needed', () => {
    const input = waveInput();
    const night = { weekday: 'tuesday', minuteOfDay: 3 * 60 } as const;
    expect(mustLookForPeople(input)).toBe(true);
    expect(mustLookForPeople({ ...input, localNow: night })).toBe(true);
    expect(mustLookForPeople({ ...input, request: planned(), localNow: night })).toBe(false);
    expect(mustLookForPeople({ ...input, request: request({ seatsLeft: 0 }) })).toBe(false);
    expect(mustLookForPeople({ ...input, request: request({ deadline: NOW }) })).toBe(false);
    expect(mustLookForPeople({ ...input, round: 1, outstanding: outstandingOf(input) })).toBe(false);
  });
});

it('keeps with each ask what its answer will teach about', () => {
  const effect = { mean: 0.5, variance: 0.2 };
  const [ask] = planWave(waveInput({ candidates: [neighbour('anja', { personalEffect: effect })] })).asks;
  expect(ask).toMatchObject({ layout: featureLayout, effect });
  expect(ask!.features).toEqual(featuresOf(neighbour('anja'), { urgency: 'acute', category: 'walk-dog' }));
});

describe('the next look', () => {
  it('is after 4 minutes for acute and 15 for planned requests', () => {
    expect(planWave(waveInput()).nextTickInMs).toBe(4 * MINUTE);
    expect(planWave(waveInput({ request: planned() })).nextTickInMs).toBe(15 * MINUTE);
  });

  it.each([
    [21 * 60, 11 * HOUR],
    [7 * 60 + 59, MINUTE],
  ])('at a planned request at minute %d waits for eight and asks nobody', (minuteOfDay, wait) => {
    const night = waveInput({ request: planned(), localNow: { weekday: 'tuesday', minuteOfDay } });
    expect(planWave(night)).toMatchObject({ asks: [], deficit: 0, nextTickInMs: wait, nobodyReachableNow: false });
  });

  it('at an acute request does not wait for the morning', () => {
    const night = waveInput({ localNow: { weekday: 'tuesday', minuteOfDay: 3 * 60 } });
    expect(planWave(night).asks.length).toBeGreaterThan(0);
  });
});

describe('whom an organiser rings next', () => {
  const called = (change: Partial<WaveInput> = {}) => nextToCall(waveInput(change))?.personId;
  const night = { weekday: 'tuesday', minuteOfDay: 3 * 60 } as const;
  const near = neighbour('z-near', { distanceKm: 0.1 });

  it('is the first of a wave, also when enough may yet come from those who were asked', () => {
    const input = waveInput({ candidates: [...neighbours(40), near] });
    expect(nextToCall(input)).toEqual(planWave(input).asks[0]);
    const waiting = { ...input, round: 1, outstanding: outstandingOf(input) };
    expect(planWave(waiting).asks).toEqual([]);
    expect(nextToCall(waiting)?.personId).toBe('z-near');
  });

  it('is who is likeliest to help, where a wave would let newcomers go first', () => {
    const candidates = [neighbour('a-regular', { experience: 'regular' }), ...neighbours(20)];
    expect(askedIds(waveInput({ request: planned(), candidates }))[0]).toBe('n000');
    expect(called({ request: planned(), candidates })).toBe('a-regular');
  });

  it('is weighed as in a wave: nearby first, and by the asks people had', () => {
    const far = neighbour('far', { distanceClass: 'municipality', maxDistance: 'municipality', distanceKm: 0.8 });
    const policy = policyOf('balanced', 'standard');
    expect(called({ candidates: [far, neighbour('near')], policy })).toBe('near');
    expect(called({ candidates: [far, neighbour('near')], policy, areaBelowItsShare: true })).toBe('far');
    const cost = nextToCall(waveInput({ candidates: [neighbour('b', { asksEver: 10 })], meanAsksEver: 3 }))?.cost ?? 0;
    expect(Math.log(cost) / 0.6).toBeCloseTo(1.75, 12);
  });

  it('is nobody at night without haste, after the deadline, or when nobody may be asked', () => {
    expect(called({ localNow: night })).toBe('n000');
    expect(called({ request: planned() })).toBe('n000');
    expect(called({ request: planned(), localNow: night })).toBeUndefined();
    expect(called({ request: request({ deadline: NOW + 1 }) })).toBe('n000');
    expect(called({ request: request({ deadline: NOW }) })).toBeUndefined();
    expect(called({ candidates: neighbours(5, { quietNow: true }) })).toBeUndefined();
  });
});

describe('nobody reachable', () => {
  const asleep = neighbours(5, { quietNow: true });

  it('is said of an acute request when nobody may be asked and nobody has an ask', () => {
    const plan = planWave(waveInput({ candidates: asleep }));
    expect(plan).toMatchObject({ nobodyReachableNow: true, pool: { reachable: 5 }, asks: [] });
    expect(planWave(waveInput({ candidates: [] }))).toMatchObject({ nobodyReachableNow: true, pool: { reachable: 0 } });
  });

  it('is not said while an answer may come, somebody may be asked, or there is time', () => {
    const outstanding = [{ personId: 'anja', probability: 0.1, askedAt: NOW }];
    expect(planWave(waveInput({ candidates: asleep, outstanding })).nobodyReachableNow).toBe(false);
    expect(planWave(waveInput({ candidates: [...asleep, neighbour('anja')] })).nobodyReachableNow).toBe(false);
    expect(planWave(waveInput({ candidates: asleep, request: planned() })).nobodyReachableNow).toBe(false);
  });

  it('does not count those who can never be asked for this', () => {
    const mixed = [neighbour('a', { asksLast7Days: 2 }), neighbour('b', { blocked: true }), neighbour('c')];
    expect(planWave(waveInput({ candidates: mixed })).pool?.reachable).toBe(2);
  });
});

it('smooths the busy share of the town by a hundredth', () => {
  expect(smoothedBusyShare(0.2, 0.7)).toBeCloseTo(0.205, 12);
});
