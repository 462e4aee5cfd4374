import { describe, expect, it } from '@jest/globals';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { specNow as now } from '../../parts/request.testing.js';
import {
  dueTexts,
  heaps,
  isOnHeap,
  itemPath,
  itemStatus,
  rowAfter,
  steadyOrder,
  titleOf,
  togetherOn,
  whoText,
  workPath,
} from './work-items.js';

const item: WorkItem = {
  id: 'unfilled.a.b',
  kind: 'unfilled',
  organisationId: 'a',
  subjectId: 'b',
  version: 0,
  since: '2026-11-24T13:00:00Z',
  dueAt: '2026-11-24T13:08:00Z',
  helpRequestId: 'b',
  request: {
    category: 'walk-dog',
    urgency: 'acute',
    status: 'open',
    window: { from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z' },
    escalationLevel: 1,
    helperNames: [],
  },
  reportKind: null,
  sanctionKind: null,
  givenName: 'Anja',
  neighbourhoodName: 'Rossenberg',
  assignee: null,
  yours: 'no',
  flagged: false,
  bulk: false,
};
const matched: WorkItem = { ...item, kind: 'running', request: { ...item.request!, helperNames: ['Wim'] } };
const newcomer: WorkItem = { ...item, kind: 'welcome', request: null, helpRequestId: null };

describe('a row of the work list', () => {
  it('tells its clock', () => {
    expect(dueTexts(item, now)).toEqual({ look: 'late', main: 'Nu', small: '4 minuten te laat' });
    expect(dueTexts(item, now - 4 * 60_000)).toEqual({ look: 'late', main: 'Nu', small: '' });
    const soon = { ...item, dueAt: '2026-11-24T13:40:00Z' };
    expect(dueTexts(soon, now)).toEqual({ look: 'soon', main: '14:40 uur', small: 'over 28 minuten' });
    const planned = { ...item, dueAt: '2026-11-26T09:00:00Z' };
    expect(dueTexts(planned, now)).toEqual({ look: 'later', main: 'donderdag 26 november', small: '10:00 uur' });
  });

  it('is never late for what runs by itself', () => {
    expect(dueTexts({ ...matched, dueAt: '2026-11-24T12:00:00Z' }, now).look).toBe('later');
  });

  it('says what it is and how it stands', () => {
    expect([item, newcomer].map(titleOf)).toEqual(['De hond uitlaten', 'Nieuwe buur: heet welkom']);
    expect(itemStatus(item)).toEqual({ text: 'Niemand gevonden', badge: 'danger' });
    expect(itemStatus({ ...item, request: { ...item.request!, escalationLevel: 2 } }).text).toBe('Bij het loket');
    expect(itemStatus(matched)).toEqual({ text: 'Ja gezegd: Wim', badge: 'safe' });
    expect(itemStatus({ ...matched, kind: 'first-match' }).text).toBe('Afgesproken: Wim');
    expect(itemStatus({ ...item, kind: 'review' }).text).toBe('Nog te bekijken');
    expect(itemStatus({ ...item, kind: 'review', flagged: true })).toEqual({
      text: 'Let op de woorden',
      badge: 'warning',
    });
    expect(itemStatus({ ...item, kind: 'running' }).badge).toBe('warning');
  });

  it('lies on its heap, and with what is mine when I hold it or stand in', () => {
    const on = (one: WorkItem) => heaps.filter((heap) => isOnHeap(one, heap));
    expect(on(item)).toEqual(['alles', 'niemand']);
    expect(on({ ...newcomer, yours: 'deputy' })).toEqual(['alles', 'mijn', 'buren']);
    expect(workPath('niemand', 'b')).toBe('/werklijst/b?soort=niemand');
    expect(workPath('alles')).toBe('/werklijst');
  });

  it('about a person leads to the page where that person is dealt with', () => {
    const about = { ...newcomer, neighbourhoodName: '' };
    const report: WorkItem = { ...about, kind: 'report', reportKind: 'no-show' };
    const all: WorkItem[] = [
      report,
      { ...about, kind: 'appeal', sanctionKind: 'pause' },
      { ...about, kind: 'sanction', sanctionKind: 'no-asking' },
      { ...about, kind: 'vog' },
      { ...about, kind: 'question' },
      { ...item, kind: 'accompany' },
    ];
    expect(all.map((one) => [titleOf(one), itemStatus(one).text, itemPath(one, 'alles')])).toEqual([
      ['Iemand kwam niet', 'Melding', '/werklijst/meldingen?melding=b'],
      ['Kijk opnieuw naar een maatregel', 'Bezwaar', '/werklijst/meldingen?maatregel=b'],
      ['Mag deze maatregel eindigen?', 'Kijk even', '/werklijst/meldingen?maatregel=b'],
      ['Een VOG loopt af', 'VOG', '/werklijst/vertrouwen?vog=b'],
      ['Vraag aan het loket', 'Zoekt de weg', '/werklijst/loket?vraag=b'],
      ['De hond uitlaten', 'Ga mee: ', '/werklijst/b'],
    ]);
    expect(isOnHeap(report, 'meldingen')).toBe(true);
    expect([report, item].map(whoText)).toEqual(['Over Anja', 'Anja, Rossenberg']);
  });

  it('keeps its place while somebody is in the list', () => {
    expect(steadyOrder(['b', 'a', 'gone'], [{ subjectId: 'a' }, { subjectId: 'new' }, { subjectId: 'b' }])).toEqual([
      'b',
      'a',
    ]);
  });

  it('is ticked off with others where a look is enough, and only from two on', () => {
    const some = (count: number): WorkItem[] => Array.from({ length: count }, () => newcomer);
    expect(togetherOn('buren', [...some(2), item])).toHaveLength(2);
    expect(togetherOn('buren', some(1))).toEqual([]);
    expect(togetherOn('buren', some(60))).toHaveLength(50);
    expect(togetherOn('alles', some(2))).toEqual([]);
    expect(togetherOn('nieuw', [item, item])).toEqual([]);
  });

  it('has neighbours, and the ends hold', () => {
    const ids = ['a', 'b', 'c'];
    expect(rowAfter(ids, undefined, 1)).toBe('a');
    expect(rowAfter(ids, 'a', 1)).toBe('b');
    expect(rowAfter(ids, 'c', 1)).toBe('c');
    expect(rowAfter(ids, 'a', -1)).toBe('a');
    expect(rowAfter(ids, 'gone', -1)).toBe('a');
    expect(rowAfter([], 'a', 1)).toBeUndefined();
  });
});
