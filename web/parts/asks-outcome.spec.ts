import { describe, expect, it } from '@jest/globals';
import { asksOutcome } from './asks-outcome.js';
import { aRequest, specNow as now } from './request.testing.js';

const may = { actions: ['record-outcome' as const] };

describe('"Is het gelukt?"', () => {
  it('is asked once both said yes and the time has come', () => {
    expect(asksOutcome(aRequest({ ...may, status: 'confirmed' }), now)).toBe(true);
    const later = { from: '2026-11-25T13:00:00Z', until: '2026-11-25T15:00:00Z' };
    expect(asksOutcome(aRequest({ ...may, status: 'confirmed', window: later }), now)).toBe(false);
  });

  it('waits for the yes of the asker, but not beyond the end', () => {
    expect(asksOutcome(aRequest({ ...may, status: 'matched' }), now)).toBe(false);
    expect(asksOutcome(aRequest({ ...may, status: 'matched' }), Date.parse('2026-11-24T15:00:00Z'))).toBe(true);
  });

  it('is not asked of who may not answer', () => {
    expect(asksOutcome(aRequest({ status: 'confirmed' }), now)).toBe(false);
  });
});
