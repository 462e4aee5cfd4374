import { describe, expect, it } from '@jest/globals';
import { Remembered } from './remembered.js';

function counting(): { readonly read: () => Promise<number>; readonly reads: () => number } {
  let reads = 0;
  return { read: () => Promise.resolve((reads += 1)), reads: () => reads };
}

describe('Remembered', () => {
  it('reads again after five seconds, not before', async () => {
    let now = 0;
    const remembered = new Remembered<number>(() => now);
    const { read } = counting();
    expect(await remembered.get('a', read)).toBe(1);
    now = 4_999;
    expect(await remembered.get('a', read)).toBe(1);
    now = 5_000;
    expect(await remembered.get('a', read)).toBe(2);
  });

  it('reads at once when a fresh answer is wanted', async () => {
    const remembered = new Remembered<number>(() => 0);
    const { read } = counting();
    await remembered.get('a', read);
    expect(await remembered.get('a', read, true)).toBe(2);
    expect(await remembered.get('a', read)).toBe(2);
  });

  it('reads again when it was told to forget, for that municipality alone', async () => {
    const remembered = new Remembered<number>(() => 0);
    const { read } = counting();
    await remembered.get('a', read);
    await remembered.get('b', read);
    remembered.forget('a');
    expect(await remembered.get('a', read)).toBe(3);
    expect(await remembered.get('b', read)).toBe(2);
  });

  it('does not remember what was being read when it was told to forget', async () => {
    const remembered = new Remembered<string>(() => 0);
    let answer = (_value: string): void => undefined;
    const reading = remembered.get('a', () => new Promise((resolve) => (answer = resolve)));
    remembered.forget('a');
    answer('from before the change');
    expect(await reading).toBe('from before the change');
    expect(await remembered.get('a', () => Promise.resolve('from after it'))).toBe('from after it');
  });

  it('never gives one municipality the answer of another', async () => {
    const remembered = new Remembered<string>(() => 0);
    await remembered.get('a', () => Promise.resolve('of a'));
    expect(await remembered.get('b', () => Promise.resolve('of b'))).toBe('of b');
  });

  it('remembers nothing of a read that failed', async () => {
    const remembered = new Remembered<number>(() => 0);
    await expect(remembered.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await remembered.get('a', () => Promise.resolve(7))).toBe(7);
  });
});
