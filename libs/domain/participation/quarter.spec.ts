import { describe, expect, it } from '@jest/globals';
import { lastDayOf, quarterLater, quarterOf, quartersBetween } from './quarter.js';

describe('quarters', () => {
  it('follow the calendar and go on over a year', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toStrictEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    expect(quarterLater('2026-Q4', 1)).toBe('2027-Q1');
    expect(quarterLater('2026-Q1', -5)).toBe('2024-Q4');
    expect(quartersBetween('2025-Q4', '2026-Q2')).toStrictEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(quartersBetween('2026-Q2', '2026-Q1')).toStrictEqual([]);
    expect(lastDayOf('2026-Q2')).toBe('2026-06-30');
  });
});
