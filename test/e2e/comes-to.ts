import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';

const patienceMs = 20_000;
const lookEveryMs = 50;

interface Readable {
  text(): Promise<string>;
}

/** Looks again until somebody can read this anywhere on their page, also over several parts of it. */
export async function comesToTell(reader: Readable, wanted: string | RegExp): Promise<void> {
  const isThere = (text: string): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  let seen = await reader.text();
  for (let waited = 0; !isThere(seen) && waited < patienceMs; waited += lookEveryMs) {
    await sleep(lookEveryMs);
    seen = await reader.text();
  }
  expect(seen).toEqual(typeof wanted === 'string' ? expect.stringContaining(wanted) : expect.stringMatching(wanted));
}

/** Looks again until what is read on a page is this: a page that is right a moment later is right. */
export async function comesTo<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  let seen = await read();
  for (let waited = 0; seen !== wanted && waited < patienceMs; waited += lookEveryMs) {
    await sleep(lookEveryMs);
    seen = await read();
  }
  expect(seen).toBe(wanted);
}
