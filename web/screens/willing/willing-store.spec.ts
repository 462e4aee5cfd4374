import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeptStorage } from '../../session/kept.testing.js';
import { change, forgetAnswers, hasAnswers, noteYes, takeYes } from './willing-store.js';

beforeEach(() => {
  Object.assign(globalThis, { localStorage: new KeptStorage() });
  change({ categories: ['coffee'] });
});

describe('a yes that was said before signing in', () => {
  it('counts once', () => {
    noteYes();
    expect(takeYes()).toBe(true);
    expect(takeYes()).toBe(false);
  });

  it('is not there when nobody said it', () => {
    expect(takeYes()).toBe(false);
  });

  it('was said to those answers: not to others, and not to none', () => {
    noteYes();
    change({ categories: ['garden'] });
    expect(takeYes()).toBe(false);
    noteYes();
    forgetAnswers();
    expect(takeYes()).toBe(false);
    expect(hasAnswers()).toBe(false);
  });
});
