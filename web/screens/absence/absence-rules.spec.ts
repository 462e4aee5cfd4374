import { describe, expect, it } from '@jest/globals';
import { faultsIn, spanOf } from './absence-rules.js';

const draft = { deputyId: 'a', from: '2027-03-27', until: '2027-03-29' };

describe('being away', () => {
  it('lasts from midnight to midnight, also over the night in which the clock is put on', () => {
    expect(spanOf(draft)).toEqual({ from: '2027-03-26T23:00:00.000Z', until: '2027-03-29T22:00:00.000Z' });
    expect(spanOf({ from: '2026-12-31', until: '2026-12-31' }).until).toBe('2026-12-31T23:00:00.000Z');
  });

  it('needs a colleague, and days in order within three months', () => {
    const fields = (change: Partial<typeof draft>) => faultsIn({ ...draft, ...change }).map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ deputyId: '', from: '', until: '' })).toEqual(['deputyId', 'from', 'until']);
    expect(fields({ until: '2027-03-26' })).toEqual(['until']);
    expect(fields({ until: '2027-03-27' })).toEqual([]);
    expect(fields({ until: '2027-06-25' })).toEqual([]);
    expect(fields({ until: '2027-06-26' })).toEqual(['until']);
  });
});
