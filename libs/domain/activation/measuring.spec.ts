import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../kernel/time.js';
import { assign, heldOutOf } from './assignment.js';
import { campaignPlan, doesHarm, lettersUntil, measuredAt } from './campaign-plan.js';
import { effectOf, verdictOf } from './effect.js';

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

describe('who is held out', () => {
  it.each([
    [0, 0],
    [19, 0],
    [20, 10],
    [30, 10],
    [31, 10],
    [60, 20],
    [100, 33],
  ])('of %i people: %i', (count, heldOut) => {
    expect(heldOutOf(count)).toBe(heldOut);
    expect(assign(people(count), 7).heldOut).toHaveLength(heldOut);
  });

  it('is everybody once, the same for the same seed, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 80, size: 'max' }), fc.nat(2 ** 32 - 1), (ids, seed) => {
        const drawn = assign(ids, seed);
        expect([...drawn.invited, ...drawn.heldOut].toSorted()).toStrictEqual(ids.toSorted());
        expect(assign(ids.toReversed(), seed)).toStrictEqual(drawn);
      }),
    );
  });

  it('can be drawn again in years to come', () => {
    // Worked out apart from this programme, by the words of SplitMix32.
    const drawn = assign(people(20), 2026);
    expect(drawn.heldOut.join(' ')).toBe('p8 p13 p18 p14 p9 p19 p4 p2 p16 p0');
    expect(drawn.invited.join(' ')).toBe('p15 p1 p3 p17 p5 p6 p11 p10 p12 p7');
  });

  it('is anybody as often as another, and differs from seed to seed', () => {
    const draws = 6_000;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < draws; seed += 1) {
      for (const id of assign(people(30), seed).heldOut) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    // A third of the draws each, within five standard deviations.
    const spread = 5 * Math.sqrt((draws * 2) / 9);
    for (const id of people(30)) expect(Math.abs((counts.get(id) ?? 0) - draws / 3)).toBeLessThan(spread);
    expect(assign(people(30), 1)).not.toStrictEqual(assign(people(30), 2));
  });
});

describe('the effect', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 10, 1, 0.6075, 1],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
  ])('of %i of %i against %i of %i', (helped, invited, helpedToo, heldOut, difference, from, until) => {
    const effect = effectOf({ people: invited, helped }, { people: heldOut, helped: helpedToo });
    expect(effect?.difference).toBeCloseTo(difference, 10);
    expect(effect?.from).toBeCloseTo(from, 3);
    expect(effect?.until).toBeCloseTo(until, 3);
  });

  it('is nothing to speak of with an empty part, and turns round with the parts', () => {
    expect(effectOf({ people: 0, helped: 0 }, { people: 10, helped: 1 })).toBeNull();
    expect(effectOf({ people: 10, helped: 1 }, { people: 0, helped: 0 })).toBeNull();
    const part = fc
      .integer({ min: 1, max: 200 })
      .chain((n) => fc.record({ people: fc.constant(n), helped: fc.nat(n) }));
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [one, other] = [effectOf(a, b), effectOf(b, a)];
        expect(one!.from).toBeLessThanOrEqual(one!.difference + 1e-12);
        expect(one!.until).toBeGreaterThanOrEqual(one!.difference - 1e-12);
        expect(one!.from).toBeCloseTo(-other!.until, 9);
      }),
    );
  });

  it.each([
    ['more', 40, 100, 5, 50],
    ['less', 5, 100, 20, 50],
    ['unclear', 12, 100, 5, 50],
    ['too-few', 9, 9, 0, 50],
    ['too-few', 30, 60, 0, 9],
    ['more', 10, 10, 0, 10],
  ])('is called %s for %i of %i against %i of %i', (verdict, helped, invited, helpedToo, heldOut) => {
    expect(verdictOf({ people: invited, helped }, { people: heldOut, helped: helpedToo })).toBe(verdict);
  });
});

describe('the plan of a campaign', () => {
  it.each([
    [0, 0, false],
    [15, 2, false],
    [2, 2, false],
    [15, 3, true],
    [59, 3, true],
    [60, 3, false],
    [60, 4, true],
    [100, 5, false],
    [100, 6, true],
  ])('of %i readers, %i turned away: letters stop is %s', (reached, unwelcome, stops) => {
    expect(doesHarm({ reached, unwelcome })).toBe(stops);
  });

  it('looks once, after the last letter has had its time', () => {
    const start = Date.parse('2026-11-02T09:00:00Z');
    expect(lettersUntil(start)).toBe(Date.parse('2026-11-16T09:00:00Z'));
    expect(measuredAt(start)).toBe(Date.parse('2026-12-14T09:00:00Z'));
    // Whoever was written to last has at least as long to help as letters were sent.
    expect(measuredAt(start) - lettersUntil(start)).toBeGreaterThanOrEqual(campaignPlan.sendingDays * DAY);
  });
});
