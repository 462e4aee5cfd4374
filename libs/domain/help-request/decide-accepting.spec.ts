import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TrustLevel } from '../kernel/vocabulary.js';
import {
  accept,
  after,
  cancel,
  confirm,
  factsOf,
  post,
  refusalOf,
  START,
  typesOf,
  withdraw,
} from './scenario.testing.js';
import { activeAcceptances, seatsLeft, waitlist } from './state.js';

describe('a yes', () => {
  it('takes the last seat and matches the request', () => {
    const open = after([post()]);
    expect(typesOf(accept('anja'), open)).toEqual(['accepted', 'matched']);
    const matched = after([accept('anja')], open);
    expect(matched.status).toBe('matched');
    expect(activeAcceptances(matched)).toMatchObject([{ personId: 'anja', seat: 1, status: 'accepted', since: START }]);
  });

  it('leaves a request with more seats open, and fills the lowest free seat', () => {
    const one = after([post({ helpersNeeded: 3 }), accept('anja'), accept('bert')]);
    expect([one.status, seatsLeft(one)]).toEqual(['open', 1]);
    const again = after([withdraw('anja'), accept('cor')], one);
    expect(activeAcceptances(again).map(({ personId, seat }) => [personId, seat])).toEqual([
      ['bert', 2],
      ['cor', 1],
    ]);
  });

  it('said twice changes nothing, also once it is confirmed', () => {
    const matched = after([post(), accept('anja')]);
    expect(typesOf(accept('anja', { acceptanceId: 'other', openAgreements: 3 }), matched)).toEqual([]);
    expect(typesOf(accept('anja', { waitlist: false }), after([confirm], matched))).toEqual([]);
  });

  it.each([
    ['own-request', [post()], accept('asker')],
    ['not-open', [post({ contactConfirmed: false })], accept('anja')],
    ['not-open', [post({ needsReview: true })], accept('anja')],
    ['not-open', [post(), cancel], accept('anja')],
    ['trust-too-low', [post({ requiredTrust: 'vog' })], accept('anja', { trust: 'vouched' })],
    ['too-many-agreements', [post()], accept('anja', { openAgreements: 3 })],
    ['already-matched', [post(), accept('bert')], accept('anja', { waitlist: false })],
    ['already-matched', [post(), accept('bert'), confirm], accept('anja', { waitlist: false })],
    ['too-many-agreements', [post(), accept('bert')], accept('anja', { openAgreements: 3 })],
  ] as const)('is refused: %s', (refusal, history, command) => {
    expect(refusalOf(command, after(history))).toBe(refusal);
  });

  it('is allowed with two open agreements and with just the trust that is asked', () => {
    const open = after([post({ requiredTrust: 'vouched' })]);
    expect(refusalOf(accept('anja', { openAgreements: 2, trust: 'vouched' }), open)).toBeNull();
  });

  it('counts until the window ends', () => {
    const open = after([post()]);
    expect(refusalOf(accept('anja'), open, open.windowUntil - 1)).toBeNull();
    expect(refusalOf(accept('anja'), open, open.windowUntil)).toBe('not-open');
  });
});

describe('automatic confirmation', () => {
  const trusting = { autoConfirm: true } as const;

  it.each(['vouched', 'vog'] as const)('gives a %s neighbour the address at once', (trust) => {
    const open = after([post(trusting)]);
    expect(typesOf(accept('anja', { trust }), open)).toEqual(['accepted', 'confirmed', 'matched']);
    expect(after([accept('anja', { trust })], open).status).toBe('confirmed');
  });

  it.each([
    ['an unknown neighbour', trusting, 'none'],
    ['a planned request', { ...trusting, urgency: 'planned' }, 'vog'],
    ['an address that is still to come', { ...trusting, hasAddress: false }, 'vog'],
    ['an asker who did not allow it', {}, 'vog'],
  ] as const)('is not for %s', (_who, change, trust: TrustLevel) => {
    expect(after([post(change), accept('anja', { trust })]).status).toBe('matched');
  });

  it('leaves a request with more seats open with a confirmed neighbour', () => {
    const state = after([post({ ...trusting, helpersNeeded: 2 }), accept('anja', { trust: 'vog' })]);
    expect(state.status).toBe('open');
    expect(activeAcceptances(state)).toMatchObject([{ status: 'confirmed' }]);
    expect(after([accept('bert')], state).status).toBe('matched');
  });
});

describe('a withdrawal', () => {
  it('reopens the request when nobody waits', () => {
    const state = after([post(), accept('anja'), confirm]);
    expect(typesOf(withdraw('anja'), state)).toEqual(['withdrawn', 'reopened']);
    const open = after([withdraw('anja')], state);
    expect(open.status).toBe('open');
    expect(open.acceptances).toMatchObject([{ personId: 'anja', status: 'withdrawn', seat: null }]);
  });

  it('gives the seat to the first in line', () => {
    const full = after([post({ helpersNeeded: 2 }), accept('anja'), accept('bert')]);
    const late = after([accept('dirk')], after([accept('cor')], full, START + 2), START + 3);
    expect(waitlist(late).map(({ personId }) => personId)).toEqual(['cor', 'dirk']);
    const state = after([withdraw('anja')], late, START + 4);
    expect(activeAcceptances(state).map(({ personId, seat }) => [personId, seat])).toEqual([
      ['bert', 2],
      ['cor', 1],
    ]);
    expect(state.status).toBe('matched');
  });

  it('confirms the one who gets the seat when the asker allowed that', () => {
    const full = after([post({ autoConfirm: true }), accept('anja'), accept('bert', { trust: 'vouched' })]);
    expect(typesOf(withdraw('anja'), full)).toEqual(['withdrawn', 'promoted', 'confirmed']);
    expect(after([withdraw('anja')], full).status).toBe('confirmed');
  });

  it('passes over those in line who have as many agreements as one may have', () => {
    const full = after([post(), accept('anja'), accept('bert'), accept('cor')]);
    const state = after([{ type: 'withdraw', personId: 'anja', personIdsAtLimit: ['bert'] }], full);
    expect(activeAcceptances(state)).toMatchObject([{ personId: 'cor' }]);
    expect(waitlist(state)).toMatchObject([{ personId: 'bert' }]);
  });

  it('lets somebody who was passed over take the free seat later', () => {
    const full = after([post(), accept('anja'), accept('bert')]);
    const open = after([{ type: 'withdraw', personId: 'anja', personIdsAtLimit: ['bert'] }], full);
    expect(open.status).toBe('open');
    expect(refusalOf(accept('bert', { openAgreements: 3 }), open)).toBe('too-many-agreements');
    const state = after([accept('bert')], open);
    expect(state.status).toBe('matched');
    expect(state.acceptances.filter(({ personId }) => personId === 'bert')).toHaveLength(1);
  });

  it('from the waiting list touches no seat', () => {
    const full = after([post(), accept('anja'), accept('bert')]);
    expect(typesOf(withdraw('bert'), full)).toEqual(['withdrawn']);
    expect(after([withdraw('bert')], full).status).toBe('matched');
  });

  it('of a stranger, of somebody who left, or after the window is refused', () => {
    const matched = after([post(), accept('anja')]);
    expect(refusalOf(withdraw('bert'), matched)).toBe('not-active-any-more');
    expect(refusalOf(withdraw('anja'), after([withdraw('anja')], matched))).toBe('not-active-any-more');
    expect(refusalOf(withdraw('anja'), matched, matched.windowUntil)).toBe('not-active-any-more');
  });

  it('can be followed by a new yes', () => {
    const state = after([post(), accept('anja'), withdraw('anja'), accept('anja', { acceptanceId: 'again' })]);
    expect(activeAcceptances(state)).toMatchObject([{ id: 'again', seat: 1 }]);
  });
});

describe('a confirmation', () => {
  it('welcomes all who said yes so far', () => {
    const state = after([post({ helpersNeeded: 3 }), accept('anja'), accept('bert')]);
    expect(factsOf(confirm, state)).toMatchObject([
      { type: 'confirmed', personId: 'anja' },
      { type: 'confirmed', personId: 'bert' },
    ]);
    expect(after([confirm], state).status).toBe('open');
    expect(after([confirm, accept('cor')], state).status).toBe('matched');
    expect(after([confirm, accept('cor'), confirm], state).status).toBe('confirmed');
  });

  it('leaves the waiting list alone', () => {
    const state = after([post(), accept('anja'), accept('bert'), confirm]);
    expect(waitlist(state)).toMatchObject([{ personId: 'bert' }]);
  });

  it('given twice changes nothing', () => {
    expect(typesOf(confirm, after([post(), accept('anja'), confirm]))).toEqual([]);
  });

  it.each([
    ['nothing-to-confirm', [post()]],
    ['address-required', [post({ hasAddress: false }), accept('anja')]],
    ['not-active-any-more', [post(), accept('anja'), cancel]],
  ] as const)('is refused: %s', (refusal, history) => {
    expect(refusalOf(confirm, after(history))).toBe(refusal);
  });
});

it('seats as many of any crowd as there are seats, first come first served', () => {
  const crowd = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), crowd, (helpersNeeded, people) => {
      const state = after([post({ helpersNeeded }), ...people.map((person) => accept(person))]);
      expect(activeAcceptances(state).map(({ personId }) => personId)).toEqual(people.slice(0, helpersNeeded));
      expect(waitlist(state)).toHaveLength(Math.max(0, people.length - helpersNeeded));
    }),
  );
});
