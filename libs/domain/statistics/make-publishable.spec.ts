import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude } from './attacker.js';
import { rangesByHand, type Counts, type Values } from './by-hand.testing.js';
import type { SolveLinear } from './linear-programme.js';
import { makePublishable, type Earlier } from './make-publishable.js';
import { rounded } from './rules.js';
import { withSolver } from './solver.testing.js';
import type { Relation } from './table-system.js';

let solve: SolveLinear;
beforeAll(() => withSolver((solver) => (solve = solver)));

const nothing: Earlier = { counts: new Map(), values: new Map() };
const total: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b', 'c'] };

/** How often was solved: that is what takes the time. */
let solved = 0;

function publish(
  counts: Counts,
  relations: readonly Relation[],
  earlier = nothing,
  sensitive?: readonly string[],
): Values {
  const system = {
    counts: new Map(Object.entries(counts)),
    relations,
    ...(sensitive && { sensitive: new Set(sensitive) }),
  };
  const publishing = makePublishable(system, earlier, (programme) => {
    solved += 1;
    return solve(programme);
  });
  let step = publishing.next();
  while (!step.done) step = publishing.next();
  return Object.fromEntries(step.value.values);
}

const part = fc.oneof(fc.nat(12), fc.nat(25));
const table = fc.tuple(part, part, part).map(([a, b, c]) => ({ a, b, c, all: a + b + c }));

describe('what may be published', () => {
  it('tells nobody who tries every possible table a small count within five, or that it is below ten', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const values = publish(counts, [total]);
        const ranges = rangesByHand(values);
        for (const [name, value] of Object.entries(values)) {
          const { from, until } = ranges.get(name)!;
          expect(from <= counts[name as 'a'] && counts[name as 'a'] <= until).toBe(true);
          if (value !== null) expect(value).toBe(rounded(counts[name as 'a']));
          else if (counts[name as 'a'] >= 10)
            expect([name, until >= 10, from < until]).toStrictEqual([name, true, true]);
          else {
            const count = counts[name as 'a'];
            expect([name, from]).toStrictEqual([name, Math.min(from, Math.max(0, count - 5))]);
            expect([name, until]).toStrictEqual([name, Math.max(until, 10, count + 5)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds back no count that nothing hangs on', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const values = publish(counts, []);
        for (const [name, value] of Object.entries(values)) {
          const count = counts[name as 'a'];
          expect(value).toBe(count < 10 ? null : rounded(count));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds back another when the total would tell, and the total when nothing else is left', () => {
    expect(publish({ a: 4, b: 20, c: 300, all: 324 }, [total])).toMatchObject({ a: null, all: 325 });
    expect(publish({ a: 3, b: 20, c: 0, all: 23 }, [total])).toStrictEqual({ a: null, b: null, c: null, all: 25 });
  });

  it('leaves a whole of ten or more beside its small part: it tells only that the part is not more', () => {
    const within: Relation = { kind: 'at-most', whole: 'few', parts: ['fewer'] };
    expect(publish({ few: 11, fewer: 10 }, [within])).toStrictEqual({ few: 10, fewer: 10 });
    expect(publish({ few: 12, fewer: 3 }, [within])).toStrictEqual({ few: 10, fewer: null });
  });

  it('lets what was published before stand, and minds what it tells', () => {
    const grows: Relation = { kind: 'sum', whole: 'now', parts: ['before', 'new'] };
    const counts = { now: 23, new: 3 };
    const earlier = { counts: new Map([['before', 20]]), values: new Map([['before', 20]]) };
    const shown = publish(counts, [grows], earlier);
    expect(shown).toStrictEqual({ now: null, new: null });
    const held = { ...earlier, values: new Map([['before', null as unknown as number]]) };
    expect(publish(counts, [grows], held)).toStrictEqual({ now: 25, new: null });
  });

  it('holds back what few people stand behind, and what would tell it', () => {
    expect(publish({ a: 40, b: 60, c: 80, all: 180 }, [total], nothing, ['a'])).toMatchObject({ a: null });
    expect(publish({ a: 40 }, [], nothing, ['a'])).toStrictEqual({ a: null });
    expect(publish({ a: 40 }, [], { ...nothing, heldBack: ['a'] })).toStrictEqual({ a: null });
  });

  it('holds back at nine and publishes at ten', () => {
    expect(publish({ a: 9, b: 10 }, [])).toStrictEqual({ a: null, b: 10 });
  });

  it('keeps a small count unknown downwards as well as upwards', () => {
    const pair: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b'] };
    // 28 to 32 together, and 18 to 22 of it the other: 9 could be 14, but no less than 6.
    expect(publish({ a: 20, b: 9, all: 29 }, [pair])).toStrictEqual({ a: null, b: null, all: 30 });
    // 23 to 27, and 18 to 22: 7 could be 2, but no more than 9.
    expect(publish({ a: 20, b: 7, all: 27 }, [pair])).toStrictEqual({ a: null, b: null, all: 25 });
  });

  it('minds how much, and how little, may stand behind what was published before', () => {
    const grows: Relation = { kind: 'sum', whole: 'now', parts: ['before', 'new'] };
    const earlier = { counts: new Map([['before', 20]]), values: new Map([['before', 20]]) };
    expect(publish({ now: 28, new: 8 }, [grows], earlier)).toStrictEqual({ now: null, new: null });
    expect(publish({ now: 27, new: 7 }, [grows], earlier)).toStrictEqual({ now: null, new: null });
  });

  it('does not protect a large count for having been held back before', () => {
    const pair: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b'] };
    const heldBack = { ...nothing, heldBack: ['b'] };
    expect(publish({ a: 40, b: 10, all: 50 }, [pair], heldBack)).toStrictEqual({ a: 40, b: null, all: 50 });
    expect(publish({ a: 40, b: 9, all: 49 }, [pair], heldBack)).toStrictEqual({ a: null, b: null, all: 50 });
  });

  it('does not try to take back what was told of few people before it was known that they are few', () => {
    const grows: Relation = { kind: 'sum', whole: 'now', parts: ['before', 'new'] };
    const earlier = { counts: new Map([['before', 40]]), values: new Map([['before', 40]]) };
    expect(publish({ now: 90, new: 50 }, [grows], earlier, ['before'])).toStrictEqual({ now: 90, new: 50 });
  });

  it('looks at nothing of which nothing is published now', () => {
    const told = {
      counts: new Map(Object.entries({ a: 3, b: 20, c: 30, all: 53 })),
      values: new Map(Object.entries({ b: 20, c: 30, all: 55 })),
    };
    solved = 0;
    expect(publish({ d: 12 }, [total], told)).toStrictEqual({ d: 10 });
    expect(solved).toBe(0);
  });

  it('solves once each way where one other table shows all counts to be unknown', () => {
    const within = ['a', 'b', 'c'].map((name): Relation => ({ kind: 'at-most', whole: 'all', parts: [name] }));
    solved = 0;
    expect(publish({ a: 1, b: 2, c: 3, all: 40 }, within)).toStrictEqual({ a: null, b: null, c: null, all: 40 });
    expect(solved).toBe(2);
  });

  it('tells no small count over quarters that are counted on', () => {
    const names = ['a', 'b', 'c', 'all'] as const;
    const of = (quarter: number, counts: Counts): [string, number][] =>
      Object.entries(counts).map(([name, count]) => [`${name}${quarter}`, count]);
    const sumOf = (quarter: number): Relation => ({
      kind: 'sum',
      whole: `all${quarter}`,
      parts: [`a${quarter}`, `b${quarter}`, `c${quarter}`],
    });
    const ever = names.map((name): Relation => ({
      kind: 'sum',
      whole: `${name}-ever`,
      parts: [`${name}1`, `${name}2`],
    }));
    const relations = [sumOf(1), sumOf(2), ...ever];
    fc.assert(
      fc.property(table, table, (one, two) => {
        const first = publish(Object.fromEntries(of(1, one)), relations);
        const earlier = { counts: new Map(of(1, one)), values: new Map(Object.entries(first)) };
        const totals = names.map((name): [string, number] => [`${name}-ever`, one[name] + two[name]]);
        const second = publish(Object.fromEntries([...of(2, two), ...totals]), relations, earlier);
        const values = new Map(Object.entries({ ...first, ...second }));
        expect(conclude({ values, relations, fewest: 10 }, solve)).toStrictEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('says which count cannot be protected when everything else was told before', () => {
    const told = {
      counts: new Map(Object.entries({ b: 20, c: 30, all: 53 })),
      values: new Map(Object.entries({ b: 20, c: 30, all: 55 })),
    };
    const exact: Relation[] = [total, { kind: 'sum', whole: 'b', times: 0, parts: ['a'] }];
    expect(() => publish({ a: 0 }, exact, told)).toThrow('a cannot be protected');
  });
});
