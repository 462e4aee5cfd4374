import { describe, expect, it } from '@jest/globals';
import type { AskingPolicyView } from '@app/contracts/http/asking.js';
import { shadowChosen, shadowOptions, shadowToKeep } from './shadow-choice.js';

const policy = { preset: 'balanced', tempo: 'standard', generation: 'pace-3' } as const;
const view = (shadow: AskingPolicyView['shadow']): AskingPolicyView => ({
  associationId: 'a',
  policy,
  shadow,
  generationBefore: 'pace-2',
  changes: [],
  comparison: null,
  reliability: { answers: 0, error: null, verdict: 'unknown', since: null, bins: [] },
  shortOfHelp: [],
});

describe('what is tried in the shadow', () => {
  it.each([
    ['nothing', null, 'none'],
    ['another choice', { preset: 'lean', tempo: 'standard', generation: 'pace-3' }, 'lean'],
    ['the rules of before', { preset: 'balanced', tempo: 'standard', generation: 'pace-2' }, 'before'],
    ['another choice by the rules of before', { preset: 'lean', tempo: 'standard', generation: 'pace-2' }, 'kept'],
    ['another speed by the rules of before', { preset: 'balanced', tempo: 'calm', generation: 'pace-2' }, 'kept'],
    ['the first rules', { preset: 'balanced', tempo: 'standard', generation: 'pace-1' }, 'kept'],
  ] as const)('stands on the form and is the same when it is kept: %s', (_, shadow, value) => {
    const before = view(shadow);
    expect(shadowChosen(before)).toBe(value);
    expect(shadowOptions(before).map((option) => option.value)).toContain(value);
    const kept = shadowToKeep(value, { preset: policy.preset, tempo: policy.tempo }, before);
    // What has no generation is by the present one.
    expect(kept && { generation: policy.generation, ...kept }).toStrictEqual(shadow);
  });

  it('offers to keep only what has no name of its own', () => {
    const kept = { preset: 'lean', tempo: 'calm', generation: 'pace-1' } as const;
    expect(shadowOptions(view(kept)).at(-1)!.text).toBe(
      'Zoals nu: ‘Zo min mogelijk vragen’ (rustig: minder mensen tegelijk, regels pace-1)',
    );
    expect(shadowOptions(view(null)).map(({ value }) => value)).toStrictEqual([
      'none',
      'lean',
      'balanced',
      'active',
      'before',
    ]);
  });
});
