import { describe, expect, it } from '@jest/globals';
import { sorted } from '../../parts/sorted.js';
import { aHelper, aRequest, specNow as now } from '../../parts/request.testing.js';
import { byUrgency, dueAt, dueTexts, kindOf, nameOf, workStatus } from './work-order.js';
import { workTimeline } from './work-timeline.js';

const clock = aRequest().escalation;
const late = aRequest({ id: 'late', escalation: { ...clock, level: 1, coordinatorAt: '2026-11-24T13:08:00Z' } });
const soon = aRequest({ id: 'soon' });
const planned = aRequest({ id: 'planned', escalation: { ...clock, nextAt: '2026-11-26T09:00:00Z' } });
const fine = aRequest({ id: 'fine', status: 'matched', helpers: [aHelper('Wim')] });

describe('the work list', () => {
  it('puts what is overdue first and what runs well last', () => {
    const order = sorted([fine, planned, soon, late], byUrgency);
    expect(order.map(({ id }) => id)).toEqual(['late', 'soon', 'planned', 'fine']);
  });

  it('tells the clock of each row', () => {
    expect(dueTexts(late, now)).toEqual({ look: 'late', main: 'Nu', small: '4 minuten te laat' });
    expect(dueTexts(late, now - 4 * 60_000)).toEqual({ look: 'late', main: 'Nu', small: '' });
    expect(dueTexts(soon, now)).toEqual({ look: 'soon', main: '14:40 uur', small: 'over 28 minuten' });
    expect(dueTexts(planned, now)).toEqual({ look: 'later', main: 'donderdag 26 november', small: '10:00 uur' });
  });

  it('is never late for what runs well', () => {
    expect(dueTexts(fine, Date.parse('2026-11-24T16:00:00Z')).look).toBe('later');
  });

  it('sorts into heaps and says how it stands', () => {
    expect([late, fine, aRequest({ status: 'in-review' })].map(kindOf)).toEqual(['niemand', 'goed', 'nieuw']);
    expect(workStatus(late)).toEqual({ text: 'Niemand gevonden', badge: 'danger' });
    expect(workStatus(soon).badge).toBe('warning');
    expect(workStatus(fine)).toEqual({ text: 'Ja gezegd: Wim', badge: 'safe' });
  });

  it('counts from the moment the desk got it', () => {
    const atDesk = aRequest({ escalation: { ...clock, level: 2, deskAt: '2026-11-24T13:00:00Z' } });
    expect(dueAt(atDesk)).toBe(Date.parse('2026-11-24T13:00:00Z'));
  });

  it('names the person who needs the help, also when another asked', () => {
    expect(nameOf(aRequest({ asker: { givenName: 'Bo', familyName: null, phone: null } }))).toBe('Bo');
    expect(nameOf(aRequest({ onBehalfOf: { givenName: 'Anja', relation: 'phone-intake' } }))).toBe('Anja');
  });

  it('tells what happened before what comes', () => {
    expect(workTimeline(late, now).map(({ head, state }) => `${state}: ${head}`)).toEqual([
      'done: 14:08 uur - Naar de coördinator',
      'done: 14:10 uur - Vraag binnen',
      'now: Nu - Wij vragen buren',
      'later: 15:10 uur - Naar het loket',
      'later: 16:00 uur - De hulp moet klaar zijn',
    ]);
  });
});
