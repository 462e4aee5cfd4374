import { describe, expect, it } from '@jest/globals';
import { emptySeries, seriesBody, seriesErrors, type SeriesForm } from './series-form.js';

const filled: SeriesForm = {
  ...emptySeries('2026-11-24'),
  category: 'groceries',
  summary: ' Boodschappen ',
  days: ['tuesday'],
};
const fields = (form: SeriesForm): string[] => seriesErrors(form).map(({ field }) => field);

describe('what repeats, as it is filled in', () => {
  it('begins tomorrow and lasts a quarter of a year', () => {
    expect(filled).toMatchObject({ startDay: '2026-11-25', untilDay: '2027-02-23' });
  });

  it('names every fault at once', () => {
    const empty = { ...emptySeries('2026-11-24'), time: '', startDay: '', untilDay: 'ooit' };
    expect(fields(empty)).toEqual(['category', 'summary', 'days', 'time', 'startDay', 'untilDay']);
    expect(seriesBody(empty)).toBeUndefined();
  });

  it('keeps to the day and to one year', () => {
    expect(fields({ ...filled, time: '06:59' })).toEqual(['time']);
    expect(fields({ ...filled, time: '21:00' })).toEqual([]);
    expect(fields({ ...filled, untilDay: '2026-11-24' })).toEqual(['untilDay']);
    expect(fields({ ...filled, untilDay: '2026-11-25' })).toEqual([]);
    expect(fields({ ...filled, untilDay: '2027-11-27' })).toEqual(['untilDay']);
  });

  it('is sent as it was answered', () => {
    expect(seriesBody(filled)).toEqual({ ...filled, summary: 'Boodschappen' });
  });
});
