import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import loadHighs, { type LegacyHighs } from 'highs';
import { conclude } from './attacker.js';
import { programmeText, type SolveLinear } from './linear-programme.js';
import { makePublishable, type Earlier } from './make-publishable.js';
import { knownRange, rounded, type PublishedValue } from './rules.js';
import { holds, type Relation } from './table-system.js';

let solve: SolveLinear;
beforeAll(() =>
  // Its types describe the CommonJS build, where the loader is a property; what is imported is the ES module. With `then`,
  // because the mutation tests have it there at once and cannot wait.
  (loadHighs as unknown as () => Promise<LegacyHighs>)().then((highs) => {
    solve = (programme) => {
      const { Status, Columns } = highs.solve(programmeText(programme), { output_flag: false });
      if (Status !== 'Optimal') return null;
      return new Map(
        Object.entries(Columns).map(([name, { Primal }]: [string, { Primal?: number }]) => [name, Primal ?? 0]),
      );
    };
  }),
);

type Counts = Readonly<Record<string, number>>;
type Values = Readonly<Record<string, PublishedValue>>;

const nothing: Earlier = { counts: new Map(), values: new Map() };
const total: Relation = { kind: 'sum', whole: 'all', parts: ['a', 'b', 'c'] };

function publish(
  counts: Counts,
  relations: readonly Relation[],
  earlier = nothing,
  sensitive: readonly string[] = [],
): Values {
  const system = { counts: new Map(Object.entries(counts)), relations, sensitive: new Set(sensitive) };
  const publishing = makePublishable(system, earlier, solve);
  let step = publishing.next();
  while (!step.done) step = publishing.next();
  return Object.fromEntries(step.value.values);
}

/** Every table of three parts and their total that anybody could take for the real one, one by one: no solver, no cleverness. */
function* possible(values: Values): Generator<Counts> {
  const fits = (name: string, count: number): boolean => {
    const value = values[name] ?? null;
    return value === null || (count >= 10 && rounded(count) === value);
  };
  const range = (name: string) => {
    const { from, until } = knownRange(values[name] ?? null);
    return Array.from({ length: Math.min(until, 40) - from + 1 }, (_unused, more) => from + more).filter((count) =>
      fits(name, count),
    );
  };
  for (const a of range('a'))
    for (const b of range('b'))
      for (const c of range('c')) if (fits('all', a + b + c)) yield { a, b, c, all: a + b + c };
}

function rangesByHand(values: Values): Map<string, { from: number; until: number }> {
  const ranges = new Map<string, { from: number; until: number }>();
  for (const table of possible(values)) {
    for (const [name, count] of Object.entries(table)) {
      const { from, until } = ranges.get(name) ?? { from: count, until: count };
      ranges.set(name, { from: Math.min(from, count), until: Math.max(until, count) });
    }
  }
  return ranges;
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

  it('says which count cannot be protected when everything else was told before', () => {
    const told = {
      counts: new Map(Object.entries({ b: 20, c: 30, all: 53 })),
      values: new Map(Object.entries({ b: 20, c: 30, all: 55 })),
    };
    const exact: Relation[] = [total, { kind: 'sum', whole: 'b', times: 0, parts: ['a'] }];
    expect(() => publish({ a: 0 }, exact, told)).toThrow('a cannot be protected');
  });
});

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
