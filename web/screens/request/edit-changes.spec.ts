import { describe, expect, it } from '@jest/globals';
import { aHelper, aRequest } from '../../parts/request.testing.js';
import { againOf, draftOf } from '../ask/draft-of.js';
import { editErrors, editOf } from './edit-changes.js';

const now = Date.parse('2026-11-24T13:12:00Z');
const acute = aRequest({ window: { from: '2026-11-24T12:00:00Z', until: '2026-11-24T15:00:00Z' } });
const planned = aRequest({
  urgency: 'planned',
  window: { from: '2026-11-26T11:00:00Z', until: '2026-11-26T17:00:00Z' },
});

describe('changing a request', () => {
  it('reads the answers back from the request', () => {
    expect(draftOf(acute)).toMatchObject({ urgency: 'acute', latest: '16:00', day: '' });
    expect(draftOf(planned)).toMatchObject({ urgency: 'planned', day: '2026-11-26', part: 'afternoon', latest: '' });
  });

  it('sends nothing when nothing changed, also when the window has begun', () => {
    expect(editOf(acute, draftOf(acute), now)).toEqual({});
    expect(editErrors(acute, draftOf(acute), now)).toEqual([]);
  });

  it('sends only what changed', () => {
    expect(editOf(acute, { ...draftOf(acute), summary: ' Nieuw ' }, now)).toEqual({ summary: 'Nieuw' });
    expect(editOf(acute, { ...draftOf(acute), latest: '17:00' }, now).window?.until).toBe('2026-11-24T16:00:00.000Z');
    expect(editOf(planned, { ...draftOf(planned), minutes: '60' }, now)).toEqual({ expectedMinutes: 60 });
  });

  it('names a moment that is past, and an empty sentence', () => {
    const faults = editErrors(acute, { ...draftOf(acute), latest: '13:00', summary: '' }, now);
    expect(faults.map(({ field }) => field)).toEqual(['summary', 'latest']);
  });

  it('looks at nothing but the address once a neighbour said yes', () => {
    const matched = { ...acute, helpers: [aHelper('Bo')] };
    expect(editErrors(matched, { ...draftOf(acute), summary: '' }, now)).toEqual([]);
  });

  it('asks again for everything but the moment and the consent', () => {
    const relative = { ...acute, onBehalfOf: { givenName: 'Jo', relation: 'relative' as const, consentStated: true } };
    expect(againOf(relative)).toMatchObject({
      category: acute.category,
      latest: '',
      addressAtOnce: '',
      forWhom: 'relative',
      relativeName: 'Jo',
      consent: false,
    });
  });
});
