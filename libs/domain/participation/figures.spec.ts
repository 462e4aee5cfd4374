import { describe, expect, it } from '@jest/globals';
import { countAll } from './count.js';
import { fact } from './facts.testing.js';
import type { Figure, Measure } from './figure.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Figures as `quarter measure bucket`, with their amount. */
function named(figures: readonly Figure[]): Record<string, number> {
  return Object.fromEntries(figures.map((f) => [[f.quarter, f.measure, f.bucket].join(' ').trim(), f.amount]));
}

const eightQuarters = Object.fromEntries(
  ['2026', '2027'].flatMap((year) => [1, 2, 3, 4].map((number) => [`${year}-Q${number}`, 1])),
);

describe('the figures of one person', () => {
  const willing = fact('willing', '2026-01-10', { code: 'not-yet' });

  it('count each step once, in the quarter of reaching it', () => {
    const history = [
      fact('joined', '2025-12-31'),
      willing,
      fact('willing', '2026-02-01', { code: 'not-yet' }),
      fact('asked', '2026-02-02'),
      fact('asked', '2026-03-02'),
      fact('helped', '2026-03-02'),
      fact('helped', '2026-04-02'),
      fact('helped', '2026-05-02'),
      fact('left', '2026-08-01'),
    ];
    expect(named(countAll(history))).toStrictEqual({
      '2025-Q4 reached': 1,
      '2026-Q1 willing not-yet': 1,
      '2026-Q1 asked': 1,
      '2026-Q1 asks': 2,
      '2026-Q1 people-asked 2': 1,
      '2026-Q1 first-help not-yet': 1,
      '2026-Q1 helps': 1,
      '2026-Q1 helpers 1': 1,
      '2026-Q1 helps-by-load 1': 1,
      '2026-Q2 helps': 2,
      '2026-Q2 helpers 2': 1,
      '2026-Q2 helps-by-load 2': 2,
      '2026-Q2 regular': 1,
      '2026-Q3 left': 1,
    });
  });

  it('go by what was said of a help last', () => {
    const [said, corrected] = [fact('helped', '2026-01-02'), fact('helped', '2026-04-02', { code: 'no' })];
    const other = { ...corrected, detail: said.detail };
    expect(named(countAll([willing, said, corrected]))).toHaveProperty('2026-Q1 helps', 1);
    expect(named(countAll([other, said, willing]))).toStrictEqual({
      '2026-Q1 reached': 1,
      '2026-Q1 willing not-yet': 1,
    });
    const inBetween = fact('helped', '2026-05-02');
    const late = [said, other, inBetween, { ...fact('helped', '2026-07-02'), detail: said.detail }];
    expect(named(countAll(late))).toHaveProperty('2026-Q2 first-help unknown', 1);
    const again = { ...fact('helped', '2026-07-02'), detail: said.detail };
    expect(named(countAll([again, other, said, willing]))).toMatchObject({
      '2026-Q3 helps': 1,
      '2026-Q3 helpers 1': 1,
    });
  });

  it('leave out an ask that was taken back', () => {
    const asked = [willing, fact('asked', '2026-02-02'), fact('asked', '2026-02-02', { amount: -1 })];
    const named26 = named(countAll([...asked, fact('asked', '2026-05-02')]));
    expect(named26).toMatchObject({ '2026-Q2 asked': 1, '2026-Q2 asks': 1, '2026-Q2 people-asked 1': 1 });
    expect(Object.keys(named(countAll(asked)))).toStrictEqual(['2026-Q1 reached', '2026-Q1 willing not-yet']);
  });

  it.each([
    ['a pause over the end of a quarter', [['paused', '2026-02-01', '2026-04-10']], { '2026-Q1': 1 }],
    ['a pause up to the last day itself', [['paused', '2026-02-01', '2026-03-31']], { '2026-Q1': 1 }],
    ['a pause that ends the day before', [['paused', '2026-02-01', '2026-03-30']], {}],
    [
      'a pause that was ended',
      [
        ['paused', '2026-02-01', '2026-12-31'],
        ['paused', '2026-05-01', ''],
      ],
      { '2026-Q1': 1 },
    ],
    ['a pause of years, at most eight quarters', [['paused', '2026-02-01', '9999-12-30']], eightQuarters],
    [
      'a pause that was ended on the last day itself',
      [
        ['paused', '2026-02-01', '2026-12-31'],
        ['paused', '2026-03-31', ''],
      ],
      {},
    ],
    [
      'a pause until somebody left',
      [
        ['paused', '2026-02-01', '2026-12-31'],
        ['left', '2026-07-01', ''],
      ],
      { '2026-Q1': 1, '2026-Q2': 1 },
    ],
  ] as const)('count %s', (_name, changes, expected) => {
    const history = changes.map(([kind, day, code]) => fact(kind, day, { code }));
    const resting = countAll(history).filter(({ measure }) => measure === 'resting');
    expect(Object.fromEntries(resting.map(({ quarter, amount }) => [quarter, amount]))).toStrictEqual(expected);
  });

  it.each([
    [1, '1'],
    [2, '2'],
    [3, '3-4'],
    [4, '3-4'],
    [5, '5-9'],
    [9, '5-9'],
    [10, '10-up'],
  ])('put who helped %i times in their part', (times, bucket) => {
    const helps = Array.from({ length: times }, () => fact('helped', '2026-01-02'));
    expect(named(countAll(helps))).toMatchObject({
      [`2026-Q1 helpers ${bucket}`]: 1,
      [`2026-Q1 helps-by-load ${bucket}`]: times,
    });
  });

  it('count the load at the last place of the quarter', () => {
    const moved = { districtCode: 'WK032703', organisationId: 'achterveld' };
    const figures = countAll([fact('helped', '2026-01-02'), fact('helped', '2026-03-02', moved)]);
    const places = (measure: Measure) =>
      figures.filter((one) => one.measure === measure).map(({ districtCode, amount }) => [districtCode, amount]);
    expect(places('helps')).toStrictEqual([['WK032703', 2]]);
    expect(places('first-help')).toStrictEqual([['WK032700', 1]]);
  });
});

describe('the figures of one request', () => {
  const opened = fact('case-opened', '2026-03-31', { code: 'acute', detail: 'walk-dog' });

  it('count in the quarter in which neighbours could be asked, whenever it ended', () => {
    const history = [
      opened,
      fact('case-asked', '2026-03-31'),
      fact('case-asked', '2026-04-01'),
      fact('case-asked', '2026-04-01', { amount: -1 }),
      fact('case-yes', '2026-04-01', { at: opened.at + DAY }),
      fact('case-ended', '2026-04-02', { code: 'helped' }),
    ];
    expect(named(countAll(history))).toStrictEqual({
      '2026-Q1 requests helped': 1,
      '2026-Q1 requests-by-urgency acute': 1,
      '2026-Q1 requests-by-category walk-dog': 1,
      '2026-Q1 time-to-yes 1-day': 1,
      '2026-Q1 asks-of-helped': 1,
    });
  });

  it.each([
    ['helped', 1, 1],
    ['helped', 0, undefined],
    ['cancelled', 1, undefined],
  ])('count the asks of what was helped: %s, after %i', (code, asks, expected) => {
    const history = [opened, ...Array.from({ length: asks }, () => fact('case-asked', '2026-03-31'))];
    const figures = named(countAll([...history, fact('case-ended', '2026-04-02', { code })]));
    expect(figures['2026-Q1 asks-of-helped']).toBe(expected);
  });

  it('wait until it is known that it was opened', () => {
    expect(countAll([fact('case-asked', '2026-04-01')])).toStrictEqual([]);
    expect(named(countAll([opened]))).toMatchObject({ '2026-Q1 requests running': 1 });
  });

  it.each([
    [15 * MINUTE, '15-minutes'],
    [15 * MINUTE + 1, '1-hour'],
    [60 * MINUTE, '1-hour'],
    [240 * MINUTE, '4-hours'],
    [240 * MINUTE + 1, '1-day'],
    [DAY + 1, '3-days'],
    [3 * DAY, '3-days'],
    [3 * DAY + 1, 'longer'],
  ])('put a wait of %i ms in its bucket', (wait, bucket) => {
    const yes = fact('case-yes', '2026-04-01', { at: opened.at + wait });
    const later = fact('case-yes', '2026-04-09', { at: opened.at + 9 * DAY });
    expect(named(countAll([later, opened, yes]))).toHaveProperty(`2026-Q1 time-to-yes ${bucket}`);
  });
});
