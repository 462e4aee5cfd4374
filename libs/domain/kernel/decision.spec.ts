import { describe, expect, it } from '@jest/globals';
import { decided, refused, type Decision } from './decision.js';

describe('a decision', () => {
  it('that holds has the facts to store in their order, and may have none', () => {
    expect(decided('asked', 'told')).toStrictEqual({ ok: true, events: ['asked', 'told'] });
    expect(decided()).toStrictEqual({ ok: true, events: [] });
  });

  it('that says no has a reason and nothing to store', () => {
    const decision: Decision<string, 'too-late'> = refused('too-late');
    expect(decision).toStrictEqual({ ok: false, refusal: 'too-late' });
  });
});
