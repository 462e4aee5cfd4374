import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roughPriors } from '../learning/index.js';
import { anyWaveInput } from './any-wave.testing.js';
import { neighbours, planned, waveInput } from './neighbours.testing.js';
import { replayWave, type StoredWave, storedWave } from './stored-wave.js';
import { planWave, type WaveInput } from './wave.js';

/** What comes back from a database. */
function stored(input: WaveInput): StoredWave {
  return JSON.parse(JSON.stringify(storedWave(input, planWave(input)))) as StoredWave;
}

it('makes the same decision again from what was stored with it', () => {
  fc.assert(
    fc.property(anyWaveInput, (input) => {
      expect(replayWave(stored(input))).toEqual({ ok: true, plan: planWave(input) });
    }),
    { numRuns: 300 },
  );
});

it('keeps nobody who could not be asked', () => {
  const input = waveInput({ candidates: [...neighbours(3), ...neighbours(2, { blocked: true, personId: 'b' })] });
  expect(stored(input).people?.personId).toEqual(['n000', 'n001', 'n002']);
  const night = waveInput({ request: planned(), localNow: { weekday: 'monday', minuteOfDay: 60 } });
  expect(stored(night).people).toBeNull();
});

it('keeps no doubts: they are large and no decision rests on them', () => {
  expect(stored(waveInput()).belief).not.toHaveProperty('covariance');
  expect(stored(waveInput()).belief.weights).toEqual(roughPriors().weights);
});

it('says when a decision is of a policy or of features that are not known any more', () => {
  const now = stored(waveInput());
  expect(replayWave({ ...now, policyVersion: 'pace-0/balanced/standard' })).toEqual({
    ok: false,
    refusal: 'unknown-policy',
  });
  expect(replayWave({ ...now, belief: { ...now.belief, layout: 'features-0' } })).toEqual({
    ok: false,
    refusal: 'unknown-layout',
  });
});
