import { describe, expect, it } from '@jest/globals';
import { countAll } from './count.js';
import type { Fact } from './fact.js';
import { insideView } from './inside-view.js';
import { countsOfFew } from './people-behind.js';

const noon = Date.UTC(2026, 0, 20, 12);
let made = 0;

/** What was told of the date on this day of January, so many milliseconds after noon of the twentieth. */
function told(day: number, code: string, amount = 0, extra: Partial<Fact> & { readonly after?: number } = {}): Fact {
  made += 1;
  const { after = made, ...rest } = extra;
  return {
    id: `fact-${made}`,
    historyId: 'gathering',
    kind: 'gathering-date',
    at: noon + after,
    day: `2026-01-${String(day).padStart(2, '0')}`,
    districtCode: 'WK032700',
    organisationId: 'north',
    code,
    detail: 'coffee',
    amount,
    ...rest,
  };
}

const named = (facts: readonly Fact[]): Record<string, number> =>
  Object.fromEntries(countAll(facts).map((f) => [[f.quarter, f.measure, f.bucket].join(' '), f.amount]));

describe('the figures of a gathering', () => {
  it('count each date by what became of it, who came, and how many the busiest date had', () => {
    expect(
      named([
        told(5, 'held', 8),
        told(12, 'held', 14),
        told(19, 'cancelled'),
        told(26, 'not-held'),
        told(28, 'untold'),
      ]),
    ).toStrictEqual({
      '2026-Q1 gatherings held': 2,
      '2026-Q1 gatherings cancelled': 1,
      '2026-Q1 gatherings not-held': 1,
      '2026-Q1 gatherings untold': 1,
      '2026-Q1 gathering-visits coffee': 22,
      '2026-Q1 gathering-peaks coffee': 14,
    });
  });

  it('count of each date what was told last, in whatever order it is heard', () => {
    const [first, wrong, right] = [
      told(5, 'untold', 0, { after: 0 }),
      told(5, 'held', 80, { after: 10 }),
      told(5, 'held', 8, { after: 20 }),
    ];
    const expected = {
      '2026-Q1 gatherings held': 1,
      '2026-Q1 gathering-visits coffee': 8,
      '2026-Q1 gathering-peaks coffee': 8,
    };
    expect(named([first, wrong, right])).toStrictEqual(expected);
    expect(named([right, first, wrong, first])).toStrictEqual(expected);
  });

  it('take the busiest date, of equals the first, and where that was', () => {
    const peakOf = (...dates: Fact[]) =>
      countAll(dates).flatMap(({ measure, amount, districtCode }) =>
        measure === 'gathering-peaks' ? [[amount, districtCode]] : [],
      );
    const moved = { districtCode: 'WK032703' };
    expect(peakOf(told(5, 'held', 14), told(12, 'held', 8, moved))).toStrictEqual([[14, 'WK032700']]);
    expect(peakOf(told(5, 'held', 8), told(12, 'held', 8, moved))).toStrictEqual([[8, 'WK032700']]);
    expect(peakOf(told(5, 'held', 1))).toStrictEqual([[1, 'WK032700']]);
  });

  it('count nobody who would have come to a date that was called off', () => {
    expect(named([told(5, 'held', 8), told(12, 'cancelled', 20)])).toMatchObject({
      '2026-Q1 gathering-visits coffee': 8,
      '2026-Q1 gathering-peaks coffee': 8,
    });
  });

  it('keep kinds apart when it became something else', () => {
    const cafe = told(12, 'held', 9, { detail: 'caregiver-cafe' });
    expect(named([told(5, 'held', 12), cafe])).toMatchObject({
      '2026-Q1 gathering-visits coffee': 12,
      '2026-Q1 gathering-visits caregiver-cafe': 9,
      '2026-Q1 gathering-peaks coffee': 12,
      '2026-Q1 gathering-peaks caregiver-cafe': 9,
    });
  });

  it('are told of no number of visits that a handful of people can have made', () => {
    const few = Array.from({ length: 12 }, (_, week) => told(week + 1, 'held', 3));
    const many = [told(1, 'held', 12, { historyId: 'café', detail: 'caregiver-cafe' })];
    const held = countsOfFew(['2026-Q1'], countAll([...few, ...many]), ['WK032700']);
    expect(held.has('2026-Q1/gathering-visits/coffee/all')).toBe(true);
    expect(held.has('2026-Q1/gathering-visits/caregiver-cafe/all')).toBe(false);
    expect(held.has('2026-Q1/gathering-visits//all')).toBe(false);
  });

  it('are told of no visits of all kinds together that people of one kind can have made', () => {
    const kinds = ['coffee', 'walk', 'meal'].map((detail) => told(3, 'held', 9, { historyId: detail, detail }));
    const isHeld = (facts: typeof kinds) =>
      countsOfFew(['2026-Q1'], countAll(facts), ['WK032700']).has('2026-Q1/gathering-visits//all');
    expect(isHeld(kinds)).toBe(true);
    expect(isHeld([...kinds, told(10, 'held', 10, { historyId: 'walk', detail: 'walk' })])).toBe(false);
    const seen = (facts: typeof kinds) =>
      insideView(countAll(facts), ['WK032700']).cells.some(
        ({ measure, bucket }) => measure === 'gathering-visits' && bucket === '',
      );
    expect([seen(kinds), seen([...kinds, told(10, 'held', 10, { historyId: 'walk', detail: 'walk' })])]).toEqual([
      false,
      true,
    ]);
  });
});
