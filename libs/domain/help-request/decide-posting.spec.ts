import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../kernel/time.js';
import { evolve, evolveAll } from './evolve.js';
import { accept, after, approve, cancel, factsOf, post, refusalOf, START, tick, typesOf } from './scenario.testing.js';

const confirmContact = { type: 'confirm-contact', needsReview: false } as const;

describe('posting', () => {
  it.each([
    ['open', {}, ['posted', 'opened']],
    ['in-review', { needsReview: true }, ['posted']],
    ['unconfirmed', { contactConfirmed: false }, ['posted']],
    ['unconfirmed', { contactConfirmed: false, needsReview: true }, ['posted']],
  ] as const)('makes a request that is %s', (status, change, types) => {
    expect(typesOf(post(change), null)).toEqual(types);
    expect(after([post(change)]).status).toBe(status);
  });

  it('keeps every field, and counts as version 1', () => {
    const { type: _type, contactConfirmed: _contact, needsReview: _review, ...fields } = post({ helpersNeeded: 2 });
    expect(after([post({ helpersNeeded: 2 })])).toMatchObject({
      ...fields,
      version: 1,
      postedAt: START,
      openedAt: START,
    });
  });

  it.each([
    ['ends now', START - HOUR, START],
    ['ended', START - 2 * HOUR, START - HOUR],
    ['ends before it starts', START + 2 * HOUR, START + HOUR],
    ['has no length', START + HOUR, START + HOUR],
  ])('refuses a window that %s', (_what, windowFrom, windowUntil) => {
    expect(refusalOf(post({ windowFrom, windowUntil }), null)).toBe('window-in-past');
  });

  it('allows a window that began already and lasts a millisecond more', () => {
    expect(refusalOf(post({ windowFrom: START - HOUR, windowUntil: START + 1 }), null)).toBeNull();
  });

  it('happens once, and before anything else', () => {
    expect(refusalOf(post(), after([post()]))).toBe('already-posted');
    expect(refusalOf(accept('anja'), null)).toBe('not-found');
    expect(() => evolve(null, { type: 'opened', at: START })).toThrow(TypeError);
  });
});

it('raises the version for a command that changed something, and not for one that was done before', () => {
  const open = after([post()]);
  expect(evolveAll(open, [])).toBe(open);
  expect(evolveAll(null, [])).toBeNull();
  expect(evolveAll(open, factsOf(accept('anja'), open)).version).toBe(2);
});

describe("a guest's code", () => {
  const unconfirmed = after([post({ contactConfirmed: false, windowUntil: START + 3 * DAY })]);

  it('opens the request, or lets a coordinator look first', () => {
    const opened = after([confirmContact], unconfirmed, START + 5);
    expect([opened.status, opened.openedAt]).toEqual(['open', START + 5]);
    expect(after([{ type: 'confirm-contact', needsReview: true }], unconfirmed).status).toBe('in-review');
  });

  it('given twice changes nothing', () => {
    expect(typesOf(confirmContact, after([confirmContact], unconfirmed))).toEqual([]);
  });

  it('counts for a day at most', () => {
    expect(refusalOf(confirmContact, unconfirmed, START + DAY - 1)).toBeNull();
    expect(refusalOf(confirmContact, unconfirmed, START + DAY)).toBe('not-active-any-more');
    expect(typesOf(tick, unconfirmed, START + DAY - 1)).toEqual([]);
    expect(after([tick], unconfirmed, START + DAY)).toMatchObject({ status: 'expired', closedAt: START + DAY });
  });

  it('counts no longer than the window', () => {
    const short = after([post({ contactConfirmed: false })]);
    expect(refusalOf(confirmContact, short, short.windowUntil)).toBe('not-active-any-more');
    expect(after([tick], short, short.windowUntil).status).toBe('expired');
  });

  it('does nothing for a request that was cancelled', () => {
    expect(refusalOf(confirmContact, after([cancel], unconfirmed))).toBe('not-active-any-more');
  });
});

describe('approval', () => {
  const inReview = after([post({ needsReview: true })]);

  it('opens the request; by two coordinators it opens once', () => {
    expect(factsOf(approve, inReview, START + 9)).toEqual([{ type: 'opened', at: START + 9 }]);
    expect(typesOf(approve, after([approve], inReview))).toEqual([]);
  });

  it('is refused after the window and for a request that does not wait for it', () => {
    expect(refusalOf(approve, inReview, inReview.windowUntil)).toBe('not-open');
    expect(refusalOf(approve, after([post({ contactConfirmed: false })]))).toBe('not-open');
    expect(refusalOf(approve, after([post(), accept('anja')]))).toBe('not-open');
  });
});
