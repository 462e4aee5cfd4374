import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { programmeText } from './linear-programme.js';
import { knownRange, rounded } from './rules.js';
import { holds, independentGroups, namesIn, type Relation } from './table-system.js';
import { relationsAsConditions, Variables } from './variables.js';
import { Witnesses } from './witnesses.js';

const sum = (whole: string, ...parts: string[]): Relation => ({ kind: 'sum', whole, parts });
const atMost = (whole: string, ...parts: string[]): Relation => ({ kind: 'at-most', whole, parts });

describe('rounding to five', () => {
  it.each([
    [10, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
  ])('makes of %d %d', (count, value) => {
    expect(rounded(count)).toBe(value);
  });

  it('leaves every count from ten on within what anybody can conclude of its value, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 10_000 }), (count) => {
        const { from, until } = knownRange(rounded(count));
        expect(from <= count && count <= until).toBe(true);
        for (const other of [from - 1, until + 1]) if (other >= 10) expect(rounded(other)).not.toBe(rounded(count));
      }),
    );
  });

  it('says no less than the fewest that is published, and nothing of what is held back', () => {
    expect(knownRange(10)).toStrictEqual({ from: 10, until: 12 });
    expect(knownRange(10, 0)).toStrictEqual({ from: 8, until: 12 });
    expect(knownRange(null)).toStrictEqual({ from: 0, until: Infinity });
  });
});

describe('relations between counts', () => {
  const counts = new Map(Object.entries({ a: 3, b: 4, all: 7, more: 8 }));

  it.each<[string, Relation, boolean]>([
    ['a sum that is right', sum('all', 'a', 'b'), true],
    ['a sum that is not', sum('more', 'a', 'b'), false],
    ['parts below their whole', atMost('more', 'a', 'b'), true],
    ['parts that are their whole', atMost('all', 'a', 'b'), true],
    ['parts above their whole', atMost('b', 'all'), false],
    ['a part that counts twice', sum('b', 'a', 'a'), false],
    ['a whole that counts twice', { ...atMost('b', 'all'), times: 2 }, true],
    ['a count that is not known', sum('all', 'a', 'unknown'), true],
    ['a whole that is not known', sum('unknown', 'a'), true],
  ])('%s', (_what, relation, expected) => {
    expect(holds(relation, counts)).toBe(expected);
  });

  it('fall apart in groups with nothing in common, without what is not there', () => {
    const relations = [
      sum('t', 'a', 'b'),
      sum('u', 'c'),
      atMost('b', 'd'),
      sum('v', 'nowhere'),
      sum('t', 'a', 'nowhere'),
      sum('nobody', 'a'),
    ];
    const groups = independentGroups(new Set(['t', 'a', 'b', 'u', 'c', 'd', 'v']), relations);
    expect(groups).toStrictEqual([[sum('t', 'a', 'b'), atMost('b', 'd')], [sum('u', 'c')]]);
    expect([...namesIn(groups[0]!)]).toStrictEqual(['t', 'a', 'b', 'd']);
  });

  it('become conditions in which a part counts as often as it is named', () => {
    const variables = new Variables(['all', 'a', 'b']);
    const twice: Relation = { kind: 'at-most', whole: 'all', times: 3, parts: ['a', 'b', 'a'] };
    expect(relationsAsConditions([sum('all', 'a'), twice], variables)).toStrictEqual([
      {
        terms: [
          [1, 'v1'],
          [-1, 'v0'],
        ],
        sense: '=',
        bound: 0,
      },
      {
        terms: [
          [2, 'v1'],
          [1, 'v2'],
          [-3, 'v0'],
        ],
        sense: '<=',
        bound: 0,
      },
    ]);
  });

  it('give every count three variables of its own', () => {
    const variables = new Variables(['a/1', 'b/2']);
    const names = ['a/1', 'b/2'].flatMap((name) => [
      variables.of(name),
      variables.raised(name),
      variables.lowered(name),
    ]);
    expect(new Set(names).size).toBe(6);
    expect(variables.of('c')).toBe('v-1');
  });
});

describe('a linear programme as text', () => {
  const conditions = [{ terms: [[1, 'x'] as const, [-2, 'y'] as const], sense: '>=' as const, bound: 4 }];

  it('is in the format that solvers read', () => {
    expect(programmeText({ minimise: [[-1.5, 'x']], conditions, atMost: [['x', 9]], whole: ['x', 'y'] })).toBe(
      [
        'Minimize',
        ' cost: - 1.5 x',
        'Subject To',
        ' c0: + 1 x',
        '  - 2 y >= 4',
        'Bounds',
        ' x <= 9',
        'General',
        ' x',
        ' y',
        'End',
      ].join('\n'),
    );
  });

  it('leaves out what has to be whole when nothing has', () => {
    expect(programmeText({ minimise: [[0, 'x']], conditions, atMost: [] })).not.toContain('General');
  });
});

describe('tables seen along the way', () => {
  it('keep the lowest and the highest of each count', () => {
    const seen = new Witnesses(['a']);
    expect([seen.lowest('a'), seen.highest('a')]).toStrictEqual([Infinity, -Infinity]);
    for (const value of [4, 9, 6]) seen.add(() => value);
    expect([seen.lowest('a'), seen.highest('a')]).toStrictEqual([4, 9]);
    expect([seen.lowest('b'), seen.highest('b')]).toStrictEqual([Infinity, -Infinity]);
  });
});
