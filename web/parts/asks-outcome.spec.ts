import { describe, expect, it } from '@jest/globals';
import { asksOutcome } from './asks-outcome.js';
import { aRequest, specNow as now } from './request.testing.js';

const may = { actions: ['record-outcome' as const] };

describe('"Is het gelukt?"', () => {
  it('is asked once the help can be over, and for help with spoed at the end', () => {
    const window = { from: '2026-11-24T13:00:00Z', until: '2026-11-24T17:00:00Z' };
    const planned = aRequest({ ...may, status: 'confirmed', urgency: 'planned', expectedMinutes: 30, window });
    const [begun, over] = [Date.parse('2026-11-24T13:29:59Z'), Date.parse('2026-11-24T13:30:00Z')];
    expect([asksOutcome(planned, begun), asksOutcome(planned, over)]).toEqual([false, true]);
    const acute = aRequest({ ...planned, urgency: 'acute' });
    expect([asksOutcome(acute, over), asksOutcome(acute, Date.parse(window.until))]).toEqual([false, true]);
  });

  it('waits for the yes of the asker, but not beyond the end', () => {
    expect(asksOutcome(aRequest({ ...may, status: 'matched' }), now)).toBe(false);
    expect(asksOutcome(aRequest({ ...may, status: 'matched' }), Date.parse('2026-11-24T15:00:00Z'))).toBe(true);
  });

  it('is not asked of who may not answer', () => {
    expect(asksOutcome(aRequest({ status: 'confirmed' }), now)).toBe(false);
  });
});
