import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../kernel/time.js';
import { dueLevels, nextEscalationAt, noEscalation, windClock } from './escalation.js';
import {
  accept,
  after,
  approve,
  cancel,
  confirm,
  editOf,
  post,
  START,
  tick,
  typesOf,
  unreachable,
  withdraw,
} from './scenario.testing.js';

function stepsOf(urgency: 'acute' | 'planned', span: number): [number, number] {
  const request = { urgency, windowUntil: START + span, hasOrganisation: true };
  const { coordinatorAt, deskAt } = windClock(noEscalation, request, START);
  return [(coordinatorAt ?? 0) - START, (deskAt ?? 0) - START];
}

describe('the clock that calls in a person', () => {
  it.each([
    ['acute', 6 * HOUR, 30 * MINUTE, 60 * MINUTE],
    ['acute', 90 * MINUTE, 30 * MINUTE, 60 * MINUTE],
    ['acute', 60 * MINUTE, 20 * MINUTE, 40 * MINUTE],
    ['planned', 48 * HOUR, 24 * HOUR, 36 * HOUR],
    ['planned', 2 * HOUR, 1 * HOUR, 90 * MINUTE],
  ] as const)('%s with %d ms: coordinator after %d, desk after %d', (urgency, span, coordinator, desk) => {
    expect(stepsOf(urgency, span)).toEqual([coordinator, desk]);
  });

  it('never falls after the window, and the desk never before the coordinator', () => {
    fc.assert(
      fc.property(fc.constantFrom('acute', 'planned'), fc.integer({ min: 1, max: 14 * DAY }), (urgency, span) => {
        const [coordinator, desk] = stepsOf(urgency, span);
        expect(coordinator).toBeLessThanOrEqual(desk);
        expect(desk).toBeLessThan(span);
        expect([coordinator, desk].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('begins when the request is posted with a known contact', () => {
    const { escalation } = after([post()]);
    expect(escalation).toEqual({
      level: 0,
      coordinatorAt: START + 30 * MINUTE,
      deskAt: START + 60 * MINUTE,
      reason: null,
    });
  });

  it('begins for a guest when the contact is confirmed, over what is left of the window', () => {
    const unconfirmed = after([post({ contactConfirmed: false })]);
    expect(unconfirmed.escalation).toEqual(noEscalation);
    const now = START + HOUR;
    const { escalation } = after([{ type: 'confirm-contact', needsReview: true }], unconfirmed, now);
    expect(escalation).toMatchObject({ coordinatorAt: now + 10 * MINUTE, deskAt: now + 20 * MINUTE });
  });

  it('does not begin anew when a coordinator approves', () => {
    const inReview = after([post({ needsReview: true })]);
    expect(after([approve], inReview, START + 10 * MINUTE).escalation).toEqual(inReview.escalation);
  });

  it('gives the desk the first step where it is the owner', () => {
    const state = after([post({ hasOrganisation: false })]);
    expect(state.escalation).toMatchObject({ coordinatorAt: null, deskAt: START + 30 * MINUTE });
    expect(after([tick], state, START + 30 * MINUTE).escalation).toMatchObject({ level: 2, reason: 'clock' });
    expect(after([unreachable], state).escalation).toMatchObject({ level: 2, reason: 'nobody-reachable' });
  });

  it('calls in the coordinator at the step, not a millisecond before', () => {
    const state = after([post()]);
    expect(typesOf(tick, state, START + 30 * MINUTE - 1)).toEqual([]);
    expect(typesOf(tick, state, START + 30 * MINUTE)).toEqual(['escalated']);
  });

  it('takes both steps after a standstill, and remembers when it really did', () => {
    const now = START + 70 * MINUTE;
    const state = after([tick], after([post()]), now);
    expect(state.escalation).toEqual({ level: 2, coordinatorAt: now, deskAt: now, reason: 'clock' });
    expect(nextEscalationAt(state)).toBeNull();
  });

  it('runs on while a yes waits for the asker, and rests once that is confirmed', () => {
    const matched = after([post(), accept('anja')]);
    expect(nextEscalationAt(matched)).toBe(START + 30 * MINUTE);
    expect(typesOf(tick, matched, START + 30 * MINUTE)).toEqual(['escalated']);
    const confirmed = after([confirm], matched);
    expect(nextEscalationAt(confirmed)).toBeNull();
    expect(typesOf(tick, confirmed, START + 70 * MINUTE)).toEqual([]);
  });

  it('sets what was not reached from now when the last neighbour withdraws', () => {
    const now = START + 60 * MINUTE;
    const state = after([withdraw('anja')], after([post(), accept('anja'), confirm]), now);
    expect(state.escalation).toMatchObject({
      level: 0,
      coordinatorAt: now + 10 * MINUTE,
      deskAt: now + 20 * MINUTE,
    });
  });

  it('leaves a step that was reached as it is when the request reopens', () => {
    const called = after([unreachable], after([post()]), START + MINUTE);
    const now = START + 60 * MINUTE;
    const state = after([accept('anja'), withdraw('anja')], called, now);
    expect(state.escalation).toEqual({
      level: 1,
      coordinatorAt: START + MINUTE,
      deskAt: now + 20 * MINUTE,
      reason: 'nobody-reachable',
    });
  });

  it('is wound again when everyone was confirmed and somebody else takes a seat', () => {
    const now = START + 60 * MINUTE;
    const confirmed = after([post(), accept('anja'), confirm, accept('bert')]);
    const state = after([withdraw('anja')], confirmed, now);
    expect(state.status).toBe('matched');
    expect(state.escalation.coordinatorAt).toBe(now + 10 * MINUTE);
  });

  it('is not wound by a withdrawal while somebody else takes the seat at once', () => {
    const matched = after([post(), accept('anja'), accept('bert')]);
    expect(after([withdraw('anja')], matched, START + 20 * MINUTE).escalation).toEqual(matched.escalation);
  });

  it('is wound over the new window when the asker moves its end', () => {
    const state = after([post()]);
    const now = START + 10 * MINUTE;
    const moved = after([editOf(state, { windowUntil: now + 30 * MINUTE })], state, now);
    expect(moved.escalation).toMatchObject({ coordinatorAt: now + 10 * MINUTE, deskAt: now + 20 * MINUTE });
    expect(after([editOf(state, { expectedMinutes: 5 })], state, now).escalation).toEqual(state.escalation);
  });

  it('calls in a person at once when nobody can be reached, and only once', () => {
    const called = after([unreachable], after([post()]), START + MINUTE);
    expect(called.escalation).toMatchObject({ level: 1, coordinatorAt: START + MINUTE, reason: 'nobody-reachable' });
    expect(typesOf(unreachable, called, START + 2 * MINUTE)).toEqual([]);
  });

  it('does not call anybody for a request that is closed, matched or waits for review', () => {
    expect(typesOf(unreachable, after([post(), cancel]))).toEqual([]);
    expect(typesOf(unreachable, after([post(), accept('anja')]))).toEqual([]);
    expect(typesOf(unreachable, after([post({ needsReview: true })]))).toEqual([]);
  });

  it('runs faster where the organisation chose so, and stays within the window', () => {
    const pace = {
      acuteCoordinatorMinutes: 10,
      acuteDeskMinutes: 20,
      plannedCoordinatorPercent: 10,
      plannedDeskPercent: 20,
    };
    const wound = (urgency: 'acute' | 'planned', span: number) =>
      windClock(noEscalation, { urgency, windowUntil: START + span, hasOrganisation: true, pace }, START);
    expect(wound('acute', 6 * HOUR)).toMatchObject({ coordinatorAt: START + 10 * MINUTE, deskAt: START + 20 * MINUTE });
    expect(wound('acute', 15 * MINUTE)).toMatchObject({
      coordinatorAt: START + 5 * MINUTE,
      deskAt: START + 10 * MINUTE,
    });
    expect(wound('planned', 50 * HOUR)).toMatchObject({ coordinatorAt: START + 5 * HOUR, deskAt: START + 10 * HOUR });
    const state = after([post({ pace })]);
    expect(state.escalation.coordinatorAt).toBe(START + 10 * MINUTE);
    const later = START + HOUR;
    const reopened = after([withdraw('anja')], after([accept('anja'), confirm], state), later);
    expect(reopened.escalation.coordinatorAt).toBe(later + 10 * MINUTE);
  });

  it('calls in the desk with the first step when only the desk is open', () => {
    const state = after([post()]);
    const closed = { type: 'tick', onlyDeskIsOpen: true } as const;
    expect(typesOf(closed, state, START + 30 * MINUTE - 1)).toEqual([]);
    const called = after([closed], state, START + 30 * MINUTE);
    expect(called.escalation).toMatchObject({ level: 2, coordinatorAt: START + 30 * MINUTE, reason: 'clock' });
    expect(typesOf(closed, called, START + 60 * MINUTE)).toEqual([]);
    expect(typesOf(closed, state, START + 60 * MINUTE)).toEqual(['escalated', 'escalated']);
  });

  it('calls in the desk at once when nobody can be asked and only the desk is open', () => {
    const closed = { type: 'escalate-unreachable', onlyDeskIsOpen: true } as const;
    const called = after([closed], after([post()]));
    expect(called.escalation).toMatchObject({ level: 2, coordinatorAt: START, deskAt: START });
    expect(called.escalation.reason).toBe('nobody-reachable');
    expect(typesOf(closed, after([post({ hasOrganisation: false })]))).toEqual(['escalated']);
    expect(typesOf({ ...closed, onlyDeskIsOpen: false }, after([post()]))).toEqual(['escalated']);
    expect(typesOf(closed, called)).toEqual([]);
  });

  it('has nothing due without a clock', () => {
    expect(dueLevels(noEscalation, START + DAY)).toEqual([]);
  });
});
