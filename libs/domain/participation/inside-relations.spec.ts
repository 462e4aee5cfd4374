import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hideBeside, holds, type Relation } from '../statistics/index.js';
import { countAll } from './count.js';
import type { Measure } from './figure.js';
import { amountsOf, figuresOf, happened } from './happened.testing.js';
import { anyFact } from './histories.testing.js';
import { nameOf, type Kind } from './inside-place.js';
import { insideSystem } from './inside-view.js';
import { publishedRelations } from './published-tables.js';

const districts = ['WK032700', 'WK032703'];
const quarters = ['2026-Q1', '2026-Q2'] as const;
const [before, now] = quarters;

/** Two quarters of two districts, and of what has none. */
const figuresOfYear = fc
  .array(happened, { minLength: 6, maxLength: 6 })
  .map((all) =>
    all.flatMap((one, at) =>
      figuresOf(quarters[Math.floor(at / 3)]!, [...districts, 'WK032799'][at % 3]!, amountsOf(one)),
    ),
  );
const { relations } = insideSystem(
  quarters.flatMap((quarter) => figuresOf(quarter, 'WK032700', { 'requests-by-category/ride': 1 })),
  districts,
);
const cell = (measure: Measure, bucket = '', row = 'all', quarter = now as string): string =>
  nameOf({ kind: 'cell', quarter, measure, bucket, row });

describe('what anybody inside can reckon with', () => {
  it('is true of everything that can happen', () => {
    fc.assert(
      fc.property(figuresOfYear, (figures) => {
        const system = insideSystem(figures, districts);
        expect(system.relations.filter((line) => !holds(line, system.counts))).toStrictEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is true of whatever was counted, where people moved and facts were taken back', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
        const system = insideSystem(countAll(facts), [districts[0]!]);
        expect(system.relations.filter((line) => !holds(line, system.counts))).toStrictEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('would not add up with one more in any of its counts, and none of them is missing', () => {
    fc.assert(
      fc.property(figuresOfYear, (figures) => {
        const system = insideSystem(figures, districts);
        const counts = new Map(system.counts);
        const unnoticed = system.relations
          .filter(({ kind }) => kind === 'sum')
          .flatMap((line) => [line.whole, ...line.parts].map((name) => ({ line, name })))
          .filter(({ line, name }) => {
            const count = counts.get(name);
            if (count === undefined) return true;
            counts.set(name, count + 1);
            const holdsStill = holds(line, counts);
            counts.set(name, count);
            return holdsStill;
          });
        expect(unnoticed).toStrictEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('is at least what the public can reckon with', () => {
    const inside = (name: string): string => {
      const [quarter = '', measure = '', bucket = '', row = ''] = name.split('/');
      const kind: Kind = row === 'since-start' ? 'total' : 'cell';
      return nameOf({ kind, quarter, measure, bucket, row: kind === 'total' ? 'all' : row });
    };
    const textOf = ({ kind, whole, times = 1, parts }: Relation): string =>
      [kind, times, whole, ...parts.toSorted()].join(' ');
    // Where two counts are one and the same, the parts of one are the parts of the other.
    const sums = relations.filter(({ kind }) => kind === 'sum');
    const same = sums.filter(({ parts }) => parts.length === 1);
    const joined = same.flatMap((one) =>
      sums.filter(({ whole }) => whole === one.parts[0]).map(({ parts }): Relation => ({ ...one, parts })),
    );
    const known = new Set([...relations, ...joined].map(textOf));
    for (const { parts, whole, ...line } of publishedRelations(now, districts))
      expect(known).toContain(textOf({ ...line, whole: inside(whole), parts: parts.map(inside) }));
  });

  const atMost = (whole: string, ...parts: string[]): Relation => ({ kind: 'at-most', whole, parts });
  const sum = (whole: string, ...parts: string[]): Relation => ({ kind: 'sum', whole, parts });
  const total = (measure: Measure, row: string, quarter: string): string =>
    nameOf({ kind: 'total', quarter, measure, bucket: '', row });
  it.each<[string, Relation]>([
    ['each request is of one kind', sum(cell('requests'), cell('requests-by-category'))],
    [
      'the kinds are those that were asked for',
      sum(cell('requests-by-category'), cell('requests-by-category', 'ride')),
    ],
    ['who helps does so once at least', atMost(cell('helps', '', 'WK032700'), cell('helpers', '', 'WK032700'))],
    ['who is asked is so once at least', atMost(cell('asks'), cell('people-asked'))],
    ['who is asked for the first time is asked', atMost(cell('people-asked'), cell('asked'))],
    ['who helps for the third time helps', atMost(cell('helpers'), cell('regular'))],
    ['the busiest date is one of them', atMost(cell('gathering-visits', 'meal'), cell('gathering-peaks', 'meal'))],
    [
      'a funnel begins in its first quarter',
      sum(total('regular', 'WK032703', before), cell('regular', '', 'WK032703', before)),
    ],
    ['a funnel goes on', sum(total('regular', 'all', now), total('regular', 'all', before), cell('regular'))],
  ])('is that %s', (_what, relation) => {
    expect(relations).toContainEqual(relation);
  });

  it.each([...districts, 'all'])('is how often everybody was asked at least, in %s', (row) => {
    const fewest = { '1': 1, '2': 2, '3-4': 3, '5-9': 5, '10-up': 10 };
    const often = Object.entries(fewest).flatMap(([part, times]) =>
      Array<string>(times).fill(cell('people-asked', part, row)),
    );
    expect(relations).toContainEqual(atMost(cell('asks', '', row), ...often));
  });

  it('says nothing of one district about who moved there after a first help', () => {
    const told = relations.filter(({ parts }) => parts.includes(cell('first-help', '', 'WK032700')));
    expect(told.map(({ whole }) => whole)).not.toContain(cell('helpers', '', 'WK032700'));
  });
});

describe('few people who did something often', () => {
  it('are not told by how often it was done', () => {
    // 21 people were asked once, and 21 to 24 times; of ten asks or more each there can be none.
    const figures = figuresOf(now, 'WK032700', { 'people-asked/1': 21, 'asks/': 21 });
    const system = insideSystem(figures, districts);
    const shown = hideBeside(system);
    expect([shown.get(cell('asks')), shown.get(cell('people-asked', '1'))]).toContain(null);
  });
});
