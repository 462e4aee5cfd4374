import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, type Relation } from '../statistics/index.js';
import type { Figure, Measure } from './figure.js';
import { amountsOf, figuresOf, happened } from './happened.testing.js';
import {
  allRow,
  countName,
  elsewhereRow,
  publishedCounts,
  publishedRelations,
  publishedTables,
  totalName,
  wholeTables,
} from './published-tables.js';
import { fewestBehind } from './people-behind.js';

const districts = ['WK032701', 'WK032702'];
const quarters = ['2026-Q1', '2026-Q2'] as const;
const [before, now] = quarters;

/** Two quarters of two districts, and of what has none (a district that was given up). */
const years = fc
  .array(happened, { minLength: 6, maxLength: 6 })
  .map((all) =>
    all.flatMap((one, at) =>
      figuresOf(quarters[Math.floor(at / 3)]!, [...districts, 'WK032799'][at % 3]!, amountsOf(one)),
    ),
  );

function countsOf(figures: readonly Figure[]): Map<string, number> {
  return new Map(quarters.flatMap((quarter) => [...publishedCounts(quarter, figures, districts)]));
}

const relations = publishedRelations(now, districts);

describe('how published counts hang together', () => {
  it('is true of everything that can happen', () => {
    fc.assert(
      fc.property(years, (figures) => {
        const counts = countsOf(figures);
        for (const relation of relations) expect([relation, holds(relation, counts)]).toStrictEqual([relation, true]);
      }),
      { numRuns: 50 },
    );
  });

  it('would not be true with one more in any of its parts', () => {
    fc.assert(
      fc.property(years, (figures) => {
        const counts = countsOf(figures);
        for (const relation of relations.filter(({ kind }) => kind === 'sum'))
          for (const name of new Set([relation.whole, ...relation.parts]))
            expect(holds(relation, new Map(counts).set(name, counts.get(name)! + 1))).toBe(false);
      }),
      { numRuns: 5 },
    );
  });

  it('names only counts that are published, and every count of the quarter', () => {
    const names = new Set([before, now].flatMap((quarter) => [...publishedCounts(quarter, [], districts).keys()]));
    const told = new Set(relations.flatMap(({ whole, parts }) => [whole, ...parts]));
    for (const name of told) expect(names).toContain(name);
    for (const name of publishedCounts(now, [], districts).keys()) expect(told).toContain(name);
  });

  const here = (measure: Measure, part = ''): string => countName(now, { measure, part }, allRow);
  it.each<[string, Relation]>([
    ['who helped for the first time, helped', { kind: 'at-most', whole: here('helpers'), parts: [here('first-help')] }],
    ['a circle has a turn', { kind: 'at-most', whole: here('circle-turns'), parts: [here('circles')] }],
    [
      'a question changes hands once at most',
      { kind: 'at-most', whole: here('desk-questions'), parts: [here('desk-handovers')] },
    ],
    [
      'who waits for a call has a question that waits',
      { kind: 'at-most', whole: here('desk-questions', 'open'), parts: [here('strain-signals', 'waiting')] },
    ],
    [
      'a signal has the theme of its question',
      { kind: 'at-most', whole: here('desk-themes', 'neighbours'), parts: [here('strain-themes', 'neighbours')] },
    ],
    ['what got a yes was asked', { kind: 'at-most', whole: here('requests'), parts: [here('time-to-yes')] }],
    [
      'four helps at most',
      { kind: 'at-most', whole: here('helpers', '3-4'), times: 4, parts: [here('helps-by-load', '3-4')] },
    ],
    [
      'ten helps at least',
      {
        kind: 'at-most',
        whole: here('helps-by-load', '10-up'),
        parts: Array<string>(10).fill(here('helpers', '10-up')),
      },
    ],
    [
      'behind the helps of a district are its helpers, each as often as their part says',
      {
        kind: 'at-most',
        whole: countName(now, { measure: 'helps', part: '' }, 'WK032702'),
        parts: [
          [1, '1'],
          [2, '2'],
          [3, '3-4'],
          [5, '5-9'],
          [10, '10-up'],
        ].flatMap(([times, part]) =>
          Array<string>(Number(times)).fill(countName(now, { measure: 'helpers', part: String(part) }, 'WK032702')),
        ),
      },
    ],
  ])('knows that %s', (_what, relation) => {
    expect(relations).toContainEqual(relation);
  });

  it('says of ten and more no highest', () => {
    expect(relations.some(({ kind, whole }) => kind === 'at-most' && whole === here('helpers', '10-up'))).toBe(false);
  });
});

describe('the published counts of a quarter', () => {
  const figure = (
    quarter: (typeof quarters)[number],
    districtCode: string,
    measure: Measure,
    bucket: string,
  ): Figure => ({
    quarter,
    districtCode,
    organisationId: '',
    measure,
    bucket,
    amount: 3,
  });

  it('are those of the quarter by district, and since the beginning of all', () => {
    const counts = publishedCounts(
      now,
      [
        figure(before, districts[0]!, 'willing', 'not-yet'),
        figure(now, districts[0]!, 'willing', 'already'),
        figure(now, 'WK032799', 'asked', ''),
        figure(now, districts[1]!, 'requests-by-category', 'ride'),
      ],
      districts,
    );
    const some = Object.fromEntries([...counts].filter(([, count]) => count > 0));
    expect(some).toStrictEqual({
      [countName(now, { measure: 'willing', part: 'already' }, districts[0]!)]: 3,
      [countName(now, { measure: 'willing', part: '' }, districts[0]!)]: 3,
      [countName(now, { measure: 'willing', part: 'already' }, allRow)]: 3,
      [countName(now, { measure: 'willing', part: '' }, allRow)]: 3,
      [countName(now, { measure: 'asked', part: '' }, elsewhereRow)]: 3,
      [countName(now, { measure: 'asked', part: '' }, allRow)]: 3,
      [totalName(now, { measure: 'willing', part: '' })]: 6,
      [totalName(now, { measure: 'asked', part: '' })]: 3,
    });
  });

  it('are always the same ones, whatever else was counted', () => {
    const fixed = [...publishedCounts(now, [], districts).keys()];
    const odd = [figure(now, districts[0]!, 'requests-by-category', 'ride'), figure(now, '', 'asks-of-helped', '')];
    expect([...publishedCounts(now, odd, districts).keys()]).toStrictEqual(fixed);
  });

  it('leave out what comes after the quarter', () => {
    const counts = publishedCounts(before, [figure(now, districts[0]!, 'willing', 'not-yet')], districts);
    expect([...counts.values()].every((count) => count === 0)).toBe(true);
  });

  it('have a name of their own each, in every table', () => {
    const named = [...Object.values(publishedTables).flat(), ...Object.values(wholeTables).flat()];
    expect(new Set(named.map(({ measure, part }) => `${measure}/${part}`)).size).toBe(named.length);
    // Columns by district, in the four rows; columns of the whole; and five since the beginning.
    expect(publishedCounts(now, [], districts).size).toBe(
      Object.values(publishedTables).flat().length * 4 + Object.values(wholeTables).flat().length + 5,
    );
  });
});

describe('who stands behind a count of times', () => {
  it.each<[Measure, string, string | undefined]>([
    ['helps', '', 'helpers/'],
    ['helps-by-load', '3-4', 'helpers/3-4'],
    ['asks-of-helped', '', 'requests/helped'],
    ['asks', '', 'people-asked/'],
    ['circle-turns', 'board', 'circles/'],
    ['gathering-visits', 'walk', 'gathering-peaks/walk'],
    ['gathering-visits', '', 'gathering-peaks/meal'],
    ['helpers', '1', undefined],
  ])('of %s %s', (measure, part, expected) => {
    const fewest = fewestBehind({ measure, part }, (one) =>
      `${one.measure}/${one.part}` === (expected ?? '') ? 7 : 3,
    );
    expect(fewest).toBe(expected === undefined ? undefined : 7);
  });
});
