import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../kernel/time.js';
import { accept, after, cancel, confirm, editOf, post, refusalOf, START } from './scenario.testing.js';

describe('an edit', () => {
  it('changes what is given and leaves the rest', () => {
    const state = after([post({ hasAddress: false })]);
    const edited = after([editOf(state, { expectedMinutes: 15, hasAddress: true })], state, START + 1);
    expect(edited).toEqual({ ...state, version: 2, expectedMinutes: 15, hasAddress: true });
  });

  it('that changes only a text counts as a version too', () => {
    const state = after([post()]);
    expect(after([editOf(state, { summaryChanged: true })], state).version).toBe(2);
  });

  it('of somebody who saw an older version is refused, whatever became of the request', () => {
    const state = after([post(), cancel]);
    expect(refusalOf({ ...editOf(state, {}), expectedVersion: 1 }, state)).toBe('stale-version');
    expect(refusalOf(editOf(state, {}), state)).toBe('not-open');
  });

  it.each([[{}], [{ expectedMinutes: 20 }], [{ hasAddress: true, summaryChanged: true }], [{ windowFrom: START }]])(
    'is refused once somebody said yes to it: %j',
    (change) => {
      const state = after([post({ helpersNeeded: 2 }), accept('anja')]);
      expect(refusalOf(editOf(state, change), state)).toBe('not-open');
    },
  );

  it('of the address is allowed until somebody may see it', () => {
    const matched = after([post({ hasAddress: false }), accept('anja')]);
    expect(after([editOf(matched, { hasAddress: true })], matched)).toMatchObject({
      status: 'matched',
      hasAddress: true,
    });
    const seen = after([post({ helpersNeeded: 2 }), accept('anja'), confirm]);
    expect(refusalOf(editOf(seen, { hasAddress: true }), seen)).toBe('not-open');
  });

  it('asks for a window that can still be used', () => {
    const state = after([post()]);
    const now = START + HOUR;
    expect(refusalOf(editOf(state, { windowUntil: now }), state, now)).toBe('window-in-past');
    expect(refusalOf(editOf(state, { windowUntil: now + 1 }), state, now)).toBeNull();
    expect(refusalOf(editOf(state, { windowFrom: state.windowUntil }), state, now)).toBe('window-in-past');
  });

  it('comes too late once the window, or the time for the code, is over', () => {
    const open = after([post()]);
    expect(refusalOf(editOf(open, { windowUntil: START + 9 * HOUR }), open, open.windowUntil)).toBe('not-open');
    const unconfirmed = after([post({ contactConfirmed: false, windowUntil: START + 48 * HOUR })]);
    expect(refusalOf(editOf(unconfirmed, { expectedMinutes: 5 }), unconfirmed, START + 24 * HOUR - 1)).toBeNull();
    expect(refusalOf(editOf(unconfirmed, { expectedMinutes: 5 }), unconfirmed, START + 24 * HOUR)).toBe('not-open');
  });

  it('starts no clock before the contact is confirmed', () => {
    const state = after([post({ contactConfirmed: false })]);
    const edited = after([editOf(state, { windowUntil: START + 9 * HOUR })], state);
    expect(edited.escalation).toEqual(state.escalation);
    expect(edited.windowUntil).toBe(START + 9 * HOUR);
  });
});
