import { describe, expect, it } from '@jest/globals';
import { countAll } from './count.js';
import type { Fact } from './fact.js';
import { countsOfFew } from './people-behind.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const noon = Date.UTC(2026, 0, 20, 12);

let made = 0;
function fact(kind: Fact['kind'], at: number, told: Partial<Fact> = {}): Fact {
  made += 1;
  return {
    id: `fact-${made}`,
    historyId: kind.split('-')[0] ?? '',
    kind,
    at,
    day: new Date(at).toISOString().slice(0, 10),
    districtCode: 'WK032700',
    organisationId: '',
    code: '',
    detail: '',
    amount: 1,
    ...told,
  };
}
const named = (facts: readonly Fact[]): Record<string, number> =>
  Object.fromEntries(countAll(facts).map((f) => [[f.quarter, f.measure, f.bucket].join(' ').trim(), f.amount]));

describe('the figures of a question to the desk', () => {
  const asked = fact('question-asked', noon);
  const answered = (after: number) =>
    fact('question-ended', noon + after, { code: 'answered', detail: 'finding-the-way' });

  it.each([
    [DAY, '1-day'],
    [DAY + 1, '2-days'],
    [2 * DAY, '2-days'],
    [2 * DAY + 1, '1-week'],
    [7 * DAY, '1-week'],
    [80 * DAY, 'longer'],
  ])('count an answer after %i ms as %s, in the quarter of the question', (wait, bucket) => {
    expect(named([answered(wait), asked])).toStrictEqual({
      [`2026-Q1 desk-questions ${bucket}`]: 1,
      '2026-Q1 desk-themes finding-the-way': 1,
    });
  });

  it('count it as open, as withdrawn, and by who got it last', () => {
    expect(named([asked])).toStrictEqual({ '2026-Q1 desk-questions open': 1 });
    const moves = [
      fact('question-moved', noon + HOUR, { code: 'welfare' }),
      fact('question-moved', noon + DAY, { code: 'desk-late' }),
    ];
    expect(named([...moves, asked, fact('question-ended', noon + 9 * DAY, { code: 'withdrawn' })])).toStrictEqual({
      '2026-Q1 desk-questions withdrawn': 1,
      '2026-Q1 desk-handovers desk-late': 1,
    });
    expect(named(moves)).toStrictEqual({});
  });
});

describe('the figures of who wants to be called', () => {
  const asked = fact('question-asked', noon);
  const signal = (code: string, after: number) => fact('question-signal', noon + after, { code });
  const ended = (code: string) => fact('question-ended', noon + DAY, { code, detail: 'how-it-feels' });

  it.each([
    [[], { '2026-Q1 strain-signals waiting': 1 }],
    [[ended('withdrawn')], { '2026-Q1 strain-signals withdrawn': 1 }],
    [[ended('answered')], { '2026-Q1 strain-signals followed': 1, '2026-Q1 strain-themes how-it-feels': 1 }],
  ])('count what came of it', (rest, expected) => {
    const told = Object.entries(named([...rest, signal('yes', 0), asked])).filter(([name]) => name.includes('strain'));
    expect(Object.fromEntries(told)).toStrictEqual(expected);
  });

  it('count nobody who took it back, and who wants it again after that', () => {
    const strain = (...facts: Fact[]) =>
      Object.keys(named([asked, ...facts])).filter((name) => name.includes('strain'));
    expect(strain(signal('no', HOUR), signal('yes', 0))).toStrictEqual([]);
    expect(strain(signal('no', HOUR), signal('yes', 0), signal('yes', 2 * HOUR))).toHaveLength(1);
    expect(named([signal('yes', 0)])).toStrictEqual({});
  });
});

describe('the figures of a circle', () => {
  it('count it once a quarter, with all of its turns', () => {
    const turns = ['member', 'member', 'board', 'nobody'].map((code, at) => fact('circle-turn', noon + at, { code }));
    expect(named([...turns, turns[0]!])).toStrictEqual({
      '2026-Q1 circles': 1,
      '2026-Q1 circle-turns member': 2,
      '2026-Q1 circle-turns board': 1,
      '2026-Q1 circle-turns nobody': 1,
    });
  });

  it('count all of it where the circle was last', () => {
    const moved = { districtCode: 'WK032703', organisationId: 'achterveld', code: 'member' };
    const turns = [fact('circle-turn', noon + DAY, moved), fact('circle-turn', noon, { code: 'board' })];
    const places = countAll(turns).map((one) => [one.measure, one.bucket, one.districtCode, one.organisationId]);
    expect(places).toStrictEqual([
      ['circle-turns', 'board', 'WK032703', 'achterveld'],
      ['circle-turns', 'member', 'WK032703', 'achterveld'],
      ['circles', '', 'WK032703', 'achterveld'],
    ]);
  });
});

describe('why nobody came', () => {
  const ended = fact('case-ended', noon + DAY, { code: 'expired-unfilled' });
  const opened = fact('case-opened', noon, { code: 'planned', detail: 'ride' });
  const ask = () => fact('case-asked', noon);
  const no = () => fact('case-no', noon + 1);

  it.each([
    ['nobody-asked', []],
    ['no-answer', [ask(), ask(), no()]],
    ['all-declined', [ask(), ask(), no(), no()]],
    ['fell-through', [ask(), no(), fact('case-yes', noon + 2)]],
    ['nobody-asked', [ask(), fact('case-asked', noon, { amount: -1 })]],
  ])('is %s', (reason, between) => {
    expect(named([opened, ...between, ended])).toHaveProperty(`2026-Q1 unfilled ${reason}`, 1);
  });

  it('is asked of nothing that ended otherwise', () => {
    const helped = fact('case-ended', noon + 2 * DAY, { code: 'helped' });
    expect(Object.keys(named([opened, ended, helped])).filter((name) => name.includes('unfilled'))).toStrictEqual([]);
  });
});

describe('who carries how much', () => {
  const helps = (person: number, count: number): Fact[] =>
    Array.from({ length: count }, (_, index) =>
      fact('helped', noon + index, { historyId: `person-${person}`, code: 'yes', detail: `${person}-${index}` }),
    );

  it('puts every help in the part of who gave it', () => {
    expect(named([...helps(1, 1), ...helps(2, 1), ...helps(3, 12)])).toMatchObject({
      '2026-Q1 helps': 14,
      '2026-Q1 helps-by-load 1': 2,
      '2026-Q1 helps-by-load 10-up': 12,
    });
  });

  it('is told of no count of times behind which stand fewer than ten people', () => {
    const many = Array.from({ length: 10 }, (_, person) => helps(person, 1)).flat();
    const few = countsOfFew(['2026-Q1'], countAll([...many, ...helps(99, 12)]), ['WK032700']);
    expect(few.has('2026-Q1/helps-by-load/10-up/all')).toBe(true);
    expect(few.has('2026-Q1/helps-by-load/1/all')).toBe(false);
    expect(few.has('2026-Q1/helps//WK032700')).toBe(false);
    expect(few.has('2026-Q1/helps//elsewhere')).toBe(true);
    expect(countsOfFew(['2026-Q1'], countAll(helps(1, 40)), ['WK032700']).has('2026-Q1/helps//WK032700')).toBe(true);
    expect(few.has('2026-Q1/circle-turns//all')).toBe(true);
  });
});
