import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type Draft } from './draft.js';
import { bodyOf, errorsFromServer, stepErrors, windowOf } from './draft-rules.js';
import { firstDayOf, lastDayOf, weeklyOf } from './weekly.js';

/** A Tuesday, ten past two. */
const now = Date.parse('2026-11-24T13:12:00Z');
const guest = { signedIn: false };
const weekly: Draft = {
  ...emptyDraft,
  category: 'groceries',
  summary: 'Boodschappen',
  urgency: 'weekly',
  weekdays: ['tuesday', 'friday'],
  time: '10:00',
  weeks: '4',
  minutes: '60',
  helpers: '3',
  neighbourhoodCode: 'BU03270107',
  givenName: 'Anja',
  email: 'anja@voorbeeld.invalid',
};
const fields = (draft: Draft): string[] => stepErrors('wanneer', draft, now, guest).map(({ field }) => field);

describe('asking for every week', () => {
  it('begins at the first chosen day after today', () => {
    expect(firstDayOf({ weekdays: ['friday', 'tuesday'] }, now)).toBe('2026-11-27');
    expect(firstDayOf({ weekdays: ['tuesday'] }, now)).toBe('2026-12-01');
    expect(firstDayOf({ weekdays: ['wednesday'] }, now)).toBe('2026-11-25');
    expect(firstDayOf({ weekdays: [] }, now)).toBeUndefined();
  });

  it('lasts as many times as weeks were chosen', () => {
    expect(lastDayOf('2026-12-01', 4)).toBe('2026-12-28');
    expect(weeklyOf(weekly, now)).toEqual({ days: ['tuesday', 'friday'], time: '10:00', untilDay: '2026-12-24' });
  });

  it('asks for a day and a time at which neighbours can be asked to come', () => {
    expect(fields({ ...weekly, weekdays: [], time: '' })).toEqual(['weekdays', 'time']);
    expect(fields({ ...weekly, time: '06:59' })).toEqual(['time']);
    expect(fields({ ...weekly, time: '21:01' })).toEqual(['time']);
    expect(fields({ ...weekly, time: '21:00' })).toEqual([]);
    expect(weeklyOf({ ...weekly, time: '' }, now)).toBeUndefined();
  });

  it('is sent as one planned request for one neighbour, whose window is the first time', () => {
    expect(windowOf(weekly, now)).toEqual({ from: '2026-11-27T09:00:00.000Z', until: '2026-11-27T10:00:00.000Z' });
    expect(bodyOf(weekly, now, guest)).toMatchObject({
      urgency: 'planned',
      helpersNeeded: 1,
      autoConfirm: false,
      weekly: { days: ['tuesday', 'friday'], time: '10:00', untilDay: '2026-12-24' },
    });
  });

  it('says nothing of weeks when another moment was chosen after all', () => {
    const planned: Draft = { ...weekly, urgency: 'planned', day: '2026-11-25', part: 'morning' };
    expect(bodyOf(planned, now, guest)).not.toHaveProperty('weekly');
    expect(bodyOf(planned, now, guest)).toMatchObject({ helpersNeeded: 3 });
  });

  it('is corrected at the time when the server finds the moment wrong', () => {
    expect(errorsFromServer([{ path: '/weekly/untilDay', message: '' }], weekly)?.step).toBe('wanneer');
    expect(errorsFromServer([{ path: '/window', message: '' }], weekly)?.errors.map(({ field }) => field)).toEqual([
      'time',
    ]);
  });
});
