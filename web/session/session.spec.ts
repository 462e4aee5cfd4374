import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@app/contracts/http/people.js';
import { keep } from './kept.js';
import { KeptStorage } from './kept.testing.js';
import { loadMe, me } from './session.js';

const person = { givenName: 'Oksana', familyName: null, phone: null, ageBand: null, language: 'nl' } as unknown as Me;
const realFetch = globalThis.fetch;
let told: string[];

beforeEach(() => {
  me.value = undefined;
  told = [];
  Object.assign(globalThis, { localStorage: new KeptStorage(), document: { cookie: '' } });
});
afterEach(() => {
  globalThis.fetch = realFetch;
  Reflect.deleteProperty(globalThis, 'localStorage');
  Reflect.deleteProperty(globalThis, 'document');
});

/** A service that knows this person; what the profile is told counts from when it answers. */
function serviceWhere(takesIt: boolean): void {
  globalThis.fetch = jest.fn<typeof fetch>().mockImplementation((_address, init) => {
    if (init?.method !== 'PUT') return Promise.resolve(new Response(JSON.stringify(person)));
    const body = JSON.parse(init.body as string) as Me;
    return new Promise((resolve) => {
      setImmediate(() => {
        told.push(body.language);
        const answer = takesIt ? { ...person, language: body.language } : { code: 'internal-error' };
        resolve(new Response(JSON.stringify(answer), { status: takesIt ? 200 : 500 }));
      });
    });
  });
}

describe('who chose another language on this device', () => {
  it('is known only after the profile was told, so that no screen is put into the words of before', async () => {
    serviceWhere(true);
    keep('language', 'uk');
    keep('language-untold', true);
    const seen: (readonly [string | undefined, readonly string[]])[] = [];
    const stop = me.subscribe((now) => void seen.push([now?.language, [...told]]));
    await loadMe();
    stop();
    expect(seen).toEqual([
      [undefined, []],
      ['uk', ['uk']],
    ]);
  });

  it('is known all the same when the profile cannot be told, and it is told the next time', async () => {
    serviceWhere(false);
    keep('language', 'uk');
    keep('language-untold', true);
    expect((await loadMe())?.language).toBe('nl');
    serviceWhere(true);
    expect((await loadMe())?.language).toBe('uk');
    await loadMe();
    expect(told).toEqual(['uk', 'uk']);
  });
});
