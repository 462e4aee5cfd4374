import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeHomeChange } from './home-change.policy.js';

const day = 24 * 3_600_000;
const now = Date.parse('2026-11-24T13:00:00Z');

describe('judgeHomeChange', () => {
  it('allows the first and the second change and remembers both', () => {
    expect(judgeHomeChange([], now)).toEqual({ allowed: true, changes: [now] });
    expect(judgeHomeChange([now - day], now)).toEqual({ allowed: true, changes: [now - day, now] });
  });

  it('refuses the third within 30 days, until the first is 30 days old', () => {
    expect(judgeHomeChange([now - 2 * day, now - day], now)).toEqual({ allowed: false, until: now + 28 * day });
  });

  it('forgets a change exactly 30 days after it, not a millisecond before', () => {
    const justOver = [now - 30 * day, now - day];
    expect(judgeHomeChange(justOver, now)).toEqual({ allowed: true, changes: [now - day, now] });
    const justNot = [now - 30 * day + 1, now - day];
    expect(judgeHomeChange(justNot, now)).toEqual({ allowed: false, until: now + 1 });
  });

  it('never lets more than two changes happen in any 30 days, and always lets one happen at the moment it names', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * day }), { minLength: 1, maxLength: 40 }), (moments) => {
        let changes: readonly number[] = [];
        const happened: number[] = [];
        for (const moment of moments.toSorted((a, b) => a - b)) {
          const verdict = judgeHomeChange(changes, moment);
          if (verdict.allowed) {
            changes = verdict.changes;
            happened.push(moment);
          } else {
            expect(judgeHomeChange(changes, verdict.until).allowed).toBe(true);
            expect(judgeHomeChange(changes, verdict.until - 1).allowed).toBe(false);
          }
        }
        for (const end of happened) {
          expect(happened.filter((at) => at > end - 30 * day && at <= end).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
