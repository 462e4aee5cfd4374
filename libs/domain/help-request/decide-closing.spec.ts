import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../kernel/time.js';
import { nextDueAt } from './clock.js';
import {
  accept,
  after,
  cancel,
  confirm,
  factsOf,
  outcome,
  post,
  refusalOf,
  START,
  tick,
  typesOf,
} from './scenario.testing.js';

const posted = [post()];
const matched = after([...posted, accept('anja'), accept('bert')]);
const confirmed = after([confirm], matched);
const { windowUntil } = confirmed;

describe('cancelling', () => {
  it('lets go of everyone who said yes or waited', () => {
    expect(factsOf(cancel, confirmed)).toMatchObject([
      { type: 'released', personId: 'anja', was: 'confirmed' },
      { type: 'released', personId: 'bert', was: 'waitlisted' },
      { type: 'cancelled' },
    ]);
    const state = after([cancel], confirmed, START + 3);
    expect(state).toMatchObject({ status: 'cancelled', closedAt: START + 3 });
    expect(state.acceptances).toMatchObject([
      { status: 'released', seat: null },
      { status: 'released', seat: null },
    ]);
  });

  it('is too late for a closed request', () => {
    expect(refusalOf(cancel, after([cancel], confirmed))).toBe('not-active-any-more');
    expect(refusalOf(cancel, after([outcome('asker', 'asker', true)], confirmed))).toBe('not-active-any-more');
  });
});

describe('the outcome', () => {
  it.each([
    ['completed', true],
    ['not-helped', false],
  ] as const)('makes the request %s, lets the waiting go and keeps who helped', (status, helped) => {
    const state = after([outcome('helper', 'anja', helped)], confirmed, START + HOUR);
    expect(state).toMatchObject({ status, closedAt: START + HOUR, outcome: { helped, by: 'helper' } });
    expect(state.acceptances).toMatchObject([
      { personId: 'anja', status: 'confirmed', seat: 1 },
      { personId: 'bert', status: 'released' },
    ]);
  });

  it('can be told before the asker confirmed anybody, and with seats left', () => {
    expect(after([outcome('asker', 'asker', true)], matched).status).toBe('completed');
    const half = after([post({ helpersNeeded: 2 }), accept('anja')]);
    expect(after([outcome('helper', 'anja', true)], half).status).toBe('completed');
  });

  it('cannot be told while nobody said yes, nor by a stranger', () => {
    expect(refusalOf(outcome('asker', 'asker', true), after(posted))).toBe('nobody-accepted');
    expect(refusalOf(outcome('helper', 'bert', true), confirmed)).toBe('not-found');
    expect(refusalOf(outcome('asker', 'asker', true), after([cancel], confirmed))).toBe('not-active-any-more');
  });

  it("is the asker's word when the two differ", () => {
    const told = after([outcome('helper', 'anja', true)], confirmed, START + HOUR);
    const corrected = after([outcome('asker', 'asker', false)], told, START + 2 * HOUR);
    expect(corrected).toMatchObject({
      status: 'not-helped',
      closedAt: START + HOUR,
      outcome: { helped: false, by: 'asker' },
    });
    expect(typesOf(outcome('asker', 'asker', true), corrected)).toEqual([]);
  });

  it.each([
    ['a helper who contradicts the asker', 'asker', outcome('helper', 'anja', false)],
    ['an asker who changes their mind', 'asker', outcome('asker', 'asker', false)],
    ['a helper who changes their mind', 'helper', outcome('helper', 'anja', false)],
    ['an asker who agrees', 'helper', outcome('asker', 'asker', true)],
  ] as const)('is not changed by %s', (_who, first, second) => {
    const told = after([outcome(first, first === 'asker' ? 'asker' : 'anja', true)], confirmed);
    expect(typesOf(second, told)).toEqual([]);
  });

  it('can be corrected for a week', () => {
    const told = after([outcome('helper', 'anja', true)], confirmed);
    expect(typesOf(outcome('asker', 'asker', false), told, START + 7 * DAY - 1)).toEqual(['outcome-recorded']);
    expect(typesOf(outcome('asker', 'asker', false), told, START + 7 * DAY)).toEqual([]);
  });
});

describe('the end of the window', () => {
  it('expires a request that nobody said yes to', () => {
    const open = after(posted);
    expect(after([tick], open, windowUntil - 1).status).toBe('open');
    const state = after([tick], open, windowUntil);
    expect(state).toMatchObject({ status: 'expired', closedAt: windowUntil, escalation: { level: 2 } });
    expect(nextDueAt(state)).toBeNull();
  });

  it('expires a request that still waits for review', () => {
    const inReview = after([post({ needsReview: true })]);
    expect(after([tick], inReview, windowUntil).status).toBe('expired');
  });

  it.each([
    ['matched', matched],
    ['confirmed', confirmed],
    ['open with a neighbour', after([post({ helpersNeeded: 3 }), accept('anja')])],
  ])('asks once how it went when %s', (_what, state) => {
    expect(typesOf(tick, state, windowUntil)).toContain('outcome-asked');
    const asked = after([tick], state, windowUntil);
    expect(asked).toMatchObject({ status: state.status, outcomeAskedAt: windowUntil });
    expect(typesOf(tick, asked, windowUntil + 1)).toEqual([]);
    expect(nextDueAt(asked)).toBe(windowUntil + 7 * DAY);
  });

  it('ends the waiting list', () => {
    expect(after([tick], confirmed, windowUntil).acceptances).toMatchObject([
      { personId: 'anja', status: 'confirmed' },
      { personId: 'bert', status: 'released' },
    ]);
  });

  it('counts silence for a week as unknown, not as help', () => {
    const asked = after([tick], confirmed, windowUntil);
    expect(typesOf(tick, asked, windowUntil + 7 * DAY - 1)).toEqual([]);
    expect(after([tick], asked, windowUntil + 7 * DAY)).toMatchObject({ status: 'expired', outcome: null });
  });

  it('does not ask about what is older than that week', () => {
    expect(typesOf(tick, confirmed, windowUntil + 7 * DAY)).toEqual(['released', 'expired']);
  });

  it('still lets the asker welcome a neighbour who is late', () => {
    const asked = after([tick], matched, windowUntil);
    expect(after([confirm], asked, windowUntil + 1).status).toBe('confirmed');
  });
});
