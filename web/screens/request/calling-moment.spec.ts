import { describe, expect, it } from '@jest/globals';
import { callingMoment } from './calling-moment.js';

const until = Date.parse('2026-11-26T12:00:00Z');
const at = (time: string, urgency: 'acute' | 'planned' = 'planned', end = until): string =>
  new Date(callingMoment(Date.parse(time), { urgency, until: end })).toISOString();

describe('when somebody is called', () => {
  it('is the moment of the clock by day', () => {
    expect(at('2026-11-24T07:00:00Z')).toBe('2026-11-24T07:00:00.000Z');
    expect(at('2026-11-24T19:59:00Z')).toBe('2026-11-24T19:59:00.000Z');
  });

  it('is the morning after a night, before midnight and after it', () => {
    expect(at('2026-11-24T20:00:00Z')).toBe('2026-11-25T07:00:00.000Z');
    expect(at('2026-11-24T23:15:00Z')).toBe('2026-11-25T07:00:00.000Z');
    expect(at('2026-11-25T06:59:00Z')).toBe('2026-11-25T07:00:00.000Z');
  });

  it('is never later than the help itself, and never waits for what is urgent', () => {
    expect(at('2026-11-24T23:15:00Z', 'planned', Date.parse('2026-11-25T07:00:00Z'))).toBe('2026-11-24T23:15:00.000Z');
    expect(at('2026-11-24T23:15:00Z', 'acute')).toBe('2026-11-24T23:15:00.000Z');
  });
});
