import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { forgetAll, keep, kept } from '../session/kept.js';
import { KeptStorage } from '../session/kept.testing.js';
import { forgetKeptAnswers, forgetOldAnswers, keepAnswer, keptAnswer, readingFrom } from './kept-answers.js';

const address = '/v1/help-requests/1';
const hour = 3_600_000;
const start = Date.parse('2026-11-24T13:00:00Z');

beforeEach(() => {
  jest.useFakeTimers({ now: start });
  Object.assign(globalThis, { localStorage: new KeptStorage() });
  keepAnswer(address, { street: 'Dorpsstraat' });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

describe('what can be read without internet', () => {
  it('is what was answered, and from when', () => {
    expect(keptAnswer('/v1/help-requests/2')).toBeUndefined();
    expect(readingFrom.value).toBeUndefined();
    expect(keptAnswer(address)?.data).toEqual({ street: 'Dorpsstraat' });
    expect(readingFrom.value).toBe(start);
  });

  it('is not there any more after a day', () => {
    jest.setSystemTime(start + 24 * hour - 1);
    forgetOldAnswers();
    expect(keptAnswer(address)?.data).toEqual({ street: 'Dorpsstraat' });
    jest.setSystemTime(start + 24 * hour);
    expect(keptAnswer(address)).toBeUndefined();
    forgetOldAnswers();
    expect(JSON.stringify(localStorage)).not.toContain('Dorpsstraat');
  });

  it('does not live longer by turning the clock of the device back', () => {
    jest.setSystemTime(start - 1);
    expect(keptAnswer(address)).toBeUndefined();
  });

  it('goes when the session ends, and leaves a draft alone', () => {
    keep('draft', { summary: 'Hond' });
    forgetKeptAnswers();
    expect(keptAnswer(address)).toBeUndefined();
    expect(readingFrom.value).toBeUndefined();
    expect(kept('draft', {})).toEqual({ summary: 'Hond' });
    expect(JSON.stringify(localStorage)).not.toContain('Dorpsstraat');
  });

  it('goes with everything else after signing out', () => {
    keep('draft', { summary: 'Hond' });
    forgetAll();
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
