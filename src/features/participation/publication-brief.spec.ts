import { describe, expect, it } from '@jest/globals';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { briefOf } from './publication-brief.js';
import { toldOf } from './publication-text.js';

type Counts = Readonly<Record<string, number | null>>;

function publication(counts: Counts, sinceStart: Counts = {}): PublicationDocument {
  const table = (code: string, of: Counts) => ({
    code,
    title: code,
    definitions: [],
    columns: Object.keys(of).map((column) => ({ code: column, name: column })),
    rows: [
      { code: 'WK032700', name: 'Oost', values: Object.keys(of).map(() => 15) },
      { code: 'all', name: 'Heel Leusden', values: Object.values(of) },
    ],
  });
  return {
    municipality: { code: 'GM0327', name: 'Leusden' },
    quarter: '2026-Q3',
    version: 1,
    publishedAt: '2026-10-12T10:00:00.000Z',
    reason: null,
    source: '',
    rules: '',
    tables: [table('counts', counts), table('since-start', sinceStart)],
  };
}

const rich: Counts = {
  'first-help/not-yet': 100,
  'willing/not-yet': 165,
  requests: 685,
  'requests/helped': 660,
  'time-to-yes': 660,
  'time-to-yes/15-minutes': 255,
  'time-to-yes/1-hour': 140,
  gatherings: 20,
  'gathering-visits': 180,
  'desk-themes': 60,
  'desk-questions/1-day': 40,
};

describe('a publication in a few sentences', () => {
  it('begins with who helped for the first time, and compares with the quarter before', () => {
    const before = publication({ 'first-help/not-yet': 110, requests: 600, 'requests/helped': 480 });
    expect(briefOf(publication(rich, { 'first-help/not-yet': 465 }), before)).toStrictEqual([
      '100 mensen die nog niet hielpen, hielpen voor het eerst een buur. In het kwartaal ervoor waren dat er 110.',
      '165 mensen die nog niet hielpen, meldden zich aan.',
      '660 van de 685 hulpvragen zijn geholpen, ongeveer 96 van de 100. In het kwartaal ervoor waren dat er 80.',
      'Van elke 100 keer dat een buur ja zei, was dat ongeveer 60 keer binnen een uur.',
      '20 ontmoetingen waren aangekondigd. Er waren daar samen 180 bezoeken.',
      'Het loket beantwoordde 60 vragen, waarvan 40 binnen een dag.',
    ]);
  });

  it('says nothing that rests on a count that is held back', () => {
    const sentences = Object.keys(rich).map((column) => briefOf(publication({ ...rich, [column]: null })));
    for (const some of sentences) expect(some.join(' ')).not.toMatch(/null|NaN|undefined/);
    expect(briefOf(publication({ ...rich, 'time-to-yes/1-hour': null })).join(' ')).not.toContain('binnen een uur');
    expect(briefOf(publication({ ...rich, 'gathering-visits': null }))).toContain(
      '20 ontmoetingen waren aangekondigd.',
    );
    expect(briefOf(publication({ requests: null, 'requests/helped': 660 }))).toStrictEqual([]);
    expect(briefOf(publication({}))).toStrictEqual([]);
  });

  it('never tells of more than all, however the parts were rounded', () => {
    const rounded = { 'time-to-yes': 20, 'time-to-yes/15-minutes': 15, 'time-to-yes/1-hour': 10 };
    expect(briefOf(publication(rounded))).toStrictEqual([
      'Van elke 100 keer dat een buur ja zei, was dat ongeveer 100 keer binnen een uur.',
    ]);
  });
});

describe('what a table tells', () => {
  it('is every column of which something is shown; the others are named', () => {
    const [table] = publication({ requests: 20 }).tables;
    const told = toldOf({
      ...table!,
      columns: ['helped', 'running', 'all'].map((name) => ({ code: name, name })),
      rows: [
        { code: 'WK032700', name: 'Oost', values: [null, null, 10] },
        { code: 'all', name: 'Heel Leusden', values: [15, null, 20] },
      ],
    });
    expect(told).toStrictEqual({
      lines: [
        { name: 'helped', values: [null, 15] },
        { name: 'all', values: [10, 20] },
      ],
      notShown: 'Nergens getoond: running.',
    });
    expect(toldOf({ ...table!, rows: [{ code: 'all', name: '', values: [null] }] })).toStrictEqual({
      lines: [],
      notShown: 'Van deze tabel kunnen wij niets tonen.',
    });
    expect(toldOf({ ...table!, rows: [{ code: 'all', name: '', values: [10] }] }).notShown).toBeNull();
  });
});
