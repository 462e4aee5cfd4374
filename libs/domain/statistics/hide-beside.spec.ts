import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fewestPossible, hideBeside } from './hide-beside.js';
import { knownRange, rounded, type PublishedValue } from './rules.js';
import type { Relation } from './table-system.js';

type Counts = Readonly<Record<string, number>>;
type Values = Readonly<Record<string, PublishedValue>>;

const sum = (whole: string, ...parts: string[]): Relation => ({ kind: 'sum', whole, parts });
const total = sum('all', 'a', 'b', 'c');

function shown(
  counts: Counts,
  relations: readonly Relation[],
  sensitive: readonly string[] = [],
  leftOut: readonly string[] = [],
  seen: readonly string[] = [],
): Values {
  const system = { counts: new Map(Object.entries(counts)), relations, sensitive: new Set(sensitive) };
  return Object.fromEntries(hideBeside(system, { leftOut: new Set(leftOut), seen: new Set(seen) }));
}

/** What each count can be, found by trying every table: no reckoning. */
function possible(values: Values): Map<string, Set<number>> {
  const range = (name: string): number[] => {
    const { from, until } = knownRange(values[name] ?? null);
    return Array.from({ length: Math.min(until, 40) - from + 1 }, (_unused, more) => from + more);
  };
  const whole = knownRange(values['all'] ?? null);
  const found = new Map(['a', 'b', 'c', 'all'].map((name) => [name, new Set<number>()]));
  for (const a of range('a'))
    for (const b of range('b'))
      for (const c of range('c')) {
        const all = a + b + c;
        if (all < whole.from || all > whole.until) continue;
        for (const [name, count] of Object.entries({ a, b, c, all })) found.get(name)?.add(count);
      }
  return found;
}

describe('what is left out beside small counts', () => {
  const part = fc.oneof(fc.nat(12), fc.nat(25));

  it('can be at least five different counts each, for who tries every table', () => {
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const counts: Counts = { a, b, c, all: a + b + c };
        const values = shown(counts, [total]);
        const could = possible(values);
        for (const [name, value] of Object.entries(values)) {
          if (value === null) expect(could.get(name)!.size).toBeGreaterThanOrEqual(fewestPossible);
          else expect([value, counts[name]! >= 10]).toStrictEqual([rounded(counts[name]!), true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is no more than it takes: if one of them were shown as well, a small count would be told', () => {
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const counts: Counts = { a, b, c, all: a + b + c };
        const values = shown(counts, [total]);
        const small = Object.keys(values).filter((name) => counts[name]! < 10);
        for (const [name, value] of Object.entries(values)) {
          if (value !== null || small.includes(name)) continue;
          const could = possible({ ...values, [name]: rounded(counts[name]!) });
          expect(small.some((one) => could.get(one)!.size < fewestPossible)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is all that follows, however often more had to be hidden', () => {
    const [rows, columns] = [
      ['p', 'q', 'r', 's'],
      ['1', '2', '3', '4'],
    ] as const;
    const lines = [
      ...rows.map((row) => sum(row, ...columns.map((column) => row + column))),
      ...columns.map((column) => sum(column, ...rows.map((row) => row + column))),
      sum('all', ...rows),
      sum('all', ...columns),
    ];
    fc.assert(
      fc.property(fc.array(part, { minLength: 16, maxLength: 16 }), (amounts) => {
        const counts: Record<string, number> = { all: amounts.reduce((before, amount) => before + amount, 0) };
        for (const [at, amount] of amounts.entries()) {
          const [row, column] = [rows[Math.floor(at / 4)]!, columns[at % 4]!];
          counts[row + column] = amount;
          for (const whole of [row, column]) counts[whole] = (counts[whole] ?? 0) + amount;
        }
        const values = shown(counts, lines);
        const hidden = Object.keys(values).filter((name) => values[name] === null);
        expect(shown(counts, lines, [], hidden)).toStrictEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing where nothing hangs on it', () => {
    expect(shown({ a: 9, b: 10, c: 0 }, [])).toStrictEqual({ a: null, b: 10, c: null });
  });

  it('is another of the four districts of thirteen of which the fifth would be known', () => {
    const five = sum('all', 'a', 'b', 'c', 'd', 'e');
    const values = shown({ a: 13, b: 13, c: 13, d: 13, e: 0, all: 52 }, [five]);
    expect(values['e']).toBeNull();
    expect(Object.values(values).filter((value) => value === null)).toHaveLength(2);
  });

  it('is the smallest that is shown on the same line', () => {
    // 53 to 57 together, and the others at least 13, 18 and 23: a would be 3 at most.
    const values = shown({ a: 0, b: 13, c: 18, d: 23, all: 54 }, [sum('all', 'a', 'b', 'c', 'd')]);
    expect(values).toStrictEqual({ a: null, b: null, c: 20, d: 25, all: 55 });
    const turned = shown({ a: 0, b: 13, c: 18, d: 23, all: 54 }, [sum('all', 'd', 'c', 'b', 'a')]);
    expect(turned).toStrictEqual(values);
  });

  it('is nothing where five are possible already', () => {
    // 38 to 42 together, and the other as many: a is 0 to 4.
    expect(shown({ a: 0, b: 40, all: 40 }, [sum('all', 'a', 'b')])).toStrictEqual({ a: null, b: 40, all: 40 });
  });

  it('goes on from line to line, and shows again what was left out in vain', () => {
    const counts = { a: 0, b: 16, c: 18, d: 23, x: 57, e: 17, y: 33 };
    // b goes with a; but the second line tells that b is 16 at least, and so that a is 0: c goes too, and is enough.
    const values = shown(counts, [sum('x', 'a', 'b', 'c', 'd'), sum('y', 'b', 'e')]);
    expect(values).toStrictEqual({ a: null, b: 15, c: null, d: 25, x: 55, e: 15, y: 35 });
  });

  it('keeps a large count of few people, and what was left out before', () => {
    expect(shown({ a: 40, b: 60 }, [], ['a'], ['b'])).toStrictEqual({ a: null, b: null });
  });

  it('is another than what was seen before, which is known whether it is left out or not', () => {
    const four = sum('all', 'a', 'b', 'c', 'd');
    const counts = { a: 0, b: 13, c: 18, d: 23, all: 54 };
    expect(shown(counts, [four], [], [], ['b'])).toStrictEqual({ a: null, b: 15, c: null, d: 25, all: 55 });
    // Nothing else is left to hide: what was seen cannot be taken back.
    expect(shown(counts, [four], [], [], ['b', 'c', 'd', 'all'])['b']).toBe(15);
    expect(shown({ ...counts, b: 9 }, [four], [], [], ['b'])['b']).toBeNull();
  });

  it('minds that a part counts as often as it is named', () => {
    const each = (times: number): Relation => ({
      kind: 'at-most',
      whole: 'helps',
      parts: Array<string>(times).fill('helpers'),
    });
    // 10 to 12 helps of two each are 6 helpers at most, which leaves seven counts; of four each 3, which leaves four.
    expect(shown({ helps: 12, helpers: 3 }, [each(2)])).toStrictEqual({ helps: 10, helpers: null });
    expect(shown({ helps: 12, helpers: 3 }, [each(4)])).toStrictEqual({ helps: null, helpers: null });
  });

  it('minds that a whole may be more than its parts, when it is only said that they are not more', () => {
    const within: Relation = { kind: 'at-most', whole: 'all', parts: ['a'] };
    expect(shown({ all: 40, a: 12 }, [within], ['all'])).toStrictEqual({ all: null, a: 10 });
  });

  it('leaves a part alone of which five counts are possible, though it counts twice', () => {
    // 43 to 47 together, of which the others are 28 to 34: twice a is 9 to 19, so a is 5 to 9.
    const twice = sum('all', 'a', 'a', 'b', 'c');
    expect(shown({ a: 8, b: 20, c: 10, all: 46 }, [twice])).toStrictEqual({ a: null, b: 20, c: 10, all: 45 });
  });

  it('needs no counts of few people', () => {
    const counts = new Map([
      ['a', 12],
      ['b', 3],
    ]);
    expect([...hideBeside({ counts, relations: [] })]).toStrictEqual([
      ['a', 10],
      ['b', null],
    ]);
  });

  it('minds that a whole counts more than once', () => {
    const pairs: Relation = { kind: 'sum', whole: 'pairs', times: 2, parts: ['people'] };
    // 13 to 17 people are seven or eight pairs.
    expect(shown({ pairs: 8, people: 16 }, [pairs])).toStrictEqual({ pairs: null, people: null });
  });

  it.each<[string, Relation[]]>([
    ['that are not true of the counts', [sum('all', 'a', 'c'), total]],
    ['that contradict each other', [sum('b', 'all'), sum('all', 'b', 'b')]],
    ['with counts that are not there', [sum('nowhere', 'a', 'b'), sum('all', 'a', 'elsewhere'), total]],
  ])('comes to an end with lines %s', (_what, relations) => {
    const counts = { a: 4, b: 40, c: 12, all: 56 };
    expect(shown(counts, relations)).toStrictEqual(
      shown(
        counts,
        relations.filter((line) => line === total),
      ),
    );
  });
});
