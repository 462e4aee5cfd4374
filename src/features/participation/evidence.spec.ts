import { beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCounts, publishedRelations, type Figure, type Measure } from '@app/domain/participation/index.js';
import { makePublishable, type Publishable } from '@app/domain/statistics/index.js';
import { evidenceOf } from './evidence.js';
import { linearSolver } from './linear-solver.js';
import { publicationDocument } from './publication-document.js';

const quarter = '2026-Q3';
const districts = ['WK1', 'WK2', 'WK3'].map((code) => ({ code, name: code }));
const codes = districts.map(({ code }) => code);
const publishedAt = '2026-10-12T08:00:00.000Z';
const inNovember = Date.parse('2026-11-22T12:00:00Z');

/** In each district: what became of its requests, and how fast the first yes came. */
const answered: readonly (readonly [Measure, string, number])[] = [
  ['requests', 'running', 12],
  ['requests', 'helped', 60],
  ['requests', 'not-helped', 12],
  ['requests', 'cancelled', 12],
  ['requests', 'expired-unfilled', 12],
  ['requests', 'expired-untold', 12],
  ['requests-by-urgency', 'acute', 60],
  ['requests-by-urgency', 'planned', 60],
  ['time-to-yes', '15-minutes', 25],
  ['time-to-yes', '1-hour', 25],
  ['time-to-yes', '4-hours', 20],
  ['time-to-yes', '1-day', 15],
  ['time-to-yes', '3-days', 11],
  ['time-to-yes', 'longer', 11],
];

/** A quarter as it is published, with everything held back that must be. */
async function published(share: number) {
  const figures = districts.flatMap(({ code: districtCode }) =>
    answered.map(([measure, bucket, amount]): Figure => ({
      quarter,
      districtCode,
      organisationId: '',
      measure,
      bucket,
      amount: Math.round(amount * share),
    })),
  );
  const system = { counts: publishedCounts(quarter, figures, codes), relations: publishedRelations(quarter, codes) };
  const publishing = makePublishable(
    system,
    { values: new Map(), counts: new Map(), heldBack: [] },
    await linearSolver(),
  );
  let step = publishing.next();
  while (!step.done) step = publishing.next();
  return documentOf(step.value);
}

function documentOf(publishable: Publishable) {
  const municipality = { code: 'GM9001', name: 'Voorbeeldstad' };
  return publicationDocument({ municipality, quarter, version: 1, publishedAt, reason: null, districts }, publishable);
}

describe('what is said to somebody who is about to ask', () => {
  let document: Awaited<ReturnType<typeof published>>;
  beforeAll(async () => {
    document = await published(1);
  });

  it('comes from what was published, and is never more than was true', () => {
    // Of 360 requests 255 had a yes within a day: 7.08 of ten, of which rounding may hide the difference with 7.
    expect(evidenceOf(document, inNovember)).toStrictEqual({
      municipality: 'Voorbeeldstad',
      tenths: 6,
      quarter,
      publishedAt,
    });
  });

  it('is nothing when nothing was published, or too long ago', () => {
    expect(evidenceOf(undefined, inNovember)).toBeNull();
    expect(evidenceOf(document, Date.parse('2027-03-31T21:59:00Z'))).not.toBeNull();
    expect(evidenceOf(document, Date.parse('2027-03-31T22:00:00Z'))).toBeNull();
  });

  it('is nothing of a quarter of which too little may be told', async () => {
    expect(evidenceOf(await published(0.1), inNovember)).toBeNull();
  });
});
