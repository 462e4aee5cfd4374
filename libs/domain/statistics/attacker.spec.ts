import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude } from './attacker.js';
import { rangesByHand, type Values } from './by-hand.testing.js';
import type { SolveLinear } from './linear-programme.js';
import type { PublishedValue } from './rules.js';
import { withSolver } from './solver.testing.js';
import { holds, type Relation } from './table-system.js';

let solve: SolveLinear;
beforeAll(() => withSolver((solver) => (solve = solver)));

const total: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b', 'c'] };

describe('the attacker', () => {
  const attack = (values: Values) =>
    conclude({ values: new Map(Object.entries(values)), relations: [total], fewest: 10 }, solve);

  it('concludes what trying every possible table concludes', () => {
    const value = fc.constantFrom<PublishedValue>(null, 10, 15, 20);
    fc.assert(
      fc.property(
        fc.tuple(value, value, value, fc.constantFrom<PublishedValue>(null, 10, 15, 20, 25, 30, 45)),
        ([a, b, c, all]) => {
          const values = { a, b, c, all };
          const ranges = rangesByHand(values);
          fc.pre(ranges.size > 0);
          const byHand = Object.entries(values)
            .filter(([, shown]) => shown === null)
            .map(([name]) => ({ name, ...ranges.get(name)! }))
            // What the search by hand stops at is not a bound.
            .filter(({ from, until }) => until < 10 || from === until);
          expect([...attack(values)].toSorted((x, y) => x.name.localeCompare(y.name))).toStrictEqual(
            byHand.toSorted((x, y) => x.name.localeCompare(y.name)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sees nothing to find out in counts that are meant to be known', () => {
    expect(attack({ a: 20, b: 20, c: 20, all: 60 })).toStrictEqual([]);
    const fourTimes: Relation = { kind: 'sum', whole: 'd', parts: ['a', 'a', 'a', 'a'] };
    const values = new Map(Object.entries({ a: 10, d: 40 }));
    expect(conclude({ values, relations: [fourTimes], fewest: 10 }, solve)).toStrictEqual([]);
  });

  it('knows that counts are whole: of 38 to 42 in fours there are ten', () => {
    const fourTimes: Relation = { kind: 'sum', whole: 'd', parts: ['a', 'a', 'a', 'a'] };
    const values = new Map(Object.entries({ a: null, d: 40 }));
    expect(conclude({ values, relations: [fourTimes], fewest: 10 }, solve)).toStrictEqual([
      { name: 'a', from: 10, until: 10 },
    ]);
  });

  it('takes a count that could be ten for unknown, and one that could be nine for known to be small', () => {
    const five: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b', 'c', 'd', 'e'] };
    const conclusions = (values: Values) =>
      conclude({ values: new Map(Object.entries(values)), relations: [five], fewest: 10 }, solve);
    // 62 at most, of which the others are 13 each, or 13, 13, 13 and 14 or more.
    expect(conclusions({ a: 15, b: 15, c: 15, d: 15, e: null, all: 60 })).toStrictEqual([]);
    // 42 at most, of which the others are 10, 10 and 13 at least.
    const four = { a: 10, b: 10, c: 15, d: null, all: 40 };
    const of: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b', 'c', 'd'] };
    const small = conclude({ values: new Map(Object.entries(four)), relations: [of], fewest: 10 }, solve);
    expect(small).toStrictEqual([{ name: 'd', from: 0, until: 9 }]);
  });

  it('finds small counts that somebody only rounded', () => {
    const values = new Map(Object.entries({ a: 5, b: 20, all: 25 }));
    const pair: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b'] };
    expect(conclude({ values, relations: [pair], fewest: 0 }, solve)).toStrictEqual([{ name: 'a', from: 3, until: 7 }]);
  });

  it('solves twice where that shows all counts to be unknown', () => {
    let solved = 0;
    const counting: SolveLinear = (programme) => {
      solved += 1;
      return solve(programme);
    };
    const relations = ['a', 'b', 'c'].map((name): Relation => ({ kind: 'at-most', whole: 'all', parts: [name] }));
    const values = new Map(Object.entries({ a: null, b: null, c: null, all: 40 }));
    expect(conclude({ values, relations, fewest: 10 }, counting)).toStrictEqual([]);
    expect(solved).toBe(2);
  });

  it('knows when what was published cannot all be true', () => {
    expect(() => attack({ a: 20, b: 20, c: null, all: 10 })).toThrow('contradicts itself');
  });

  it('says nothing of relations with counts that were never published', () => {
    const lonely: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'nowhere'] };
    expect(holds(lonely, new Map([['all', 3]]))).toBe(true);
    expect(
      conclude(
        {
          values: new Map([
            ['all', 10],
            ['a', null],
          ]),
          relations: [lonely],
          fewest: 10,
        },
        solve,
      ),
    ).toStrictEqual([]);
  });
});
