import { beforeEach, describe, expect, it } from '@jest/globals';
import { attemptFor, change, draft, forgetDraft, noteSent, sent } from './draft-store.js';
import { emptyDraft, type PostedBody } from './draft.js';

const body: PostedBody = {
  category: 'coffee',
  urgency: 'planned',
  summary: 'Koffie',
  window: { from: '2026-11-25T11:00:00Z', until: '2026-11-25T17:00:00Z' },
  neighbourhoodCode: 'BU03270107',
};

beforeEach(forgetDraft);

describe('the draft of a request', () => {
  it('goes under one key however often it is tried, with the content of the first try', () => {
    change({ summary: 'Koffie' });
    const first = attemptFor(() => body);
    const second = attemptFor(() => ({ ...body, summary: 'later made' }));
    expect(second).toEqual(first);
    expect(first?.key).toMatch(/^[0-9a-f-]{32,36}$/);
  });

  it('goes under another key once it was changed', () => {
    const first = attemptFor(() => body);
    change({ summary: 'Thee' });
    expect(attemptFor(() => body)?.key).not.toBe(first?.key);
  });

  it('makes no attempt of an unfinished draft', () => {
    expect(attemptFor(() => undefined)).toBeUndefined();
  });

  it('is kept while the code is awaited, and forgotten afterwards', () => {
    change({ summary: 'Koffie', email: 'a@voorbeeld.invalid' });
    noteSent({ id: '1', challengeId: '2', email: 'a@voorbeeld.invalid', phone: '' });
    expect(draft.value.summary).toBe('Koffie');
    forgetDraft();
    expect(draft.value).toEqual(emptyDraft);
    expect(sent.value).toBeUndefined();
  });
});
