import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@app/contracts/http/people.js';
import { KeptStorage } from './kept.testing.js';

const marja = { id: 'marja', givenName: 'Marja', language: 'nl' } as unknown as Me;
const wim = { id: 'wim', givenName: 'Wim', language: 'nl' } as unknown as Me;
const realFetch = globalThis.fetch;
let server: Me | null;

/** A page as it is loaded: what a tab and a device keep outlives it, what it remembers by itself does not. */
async function loadPage() {
  jest.resetModules();
  const session = await import('./session.js');
  const words = await import('./written-words.js');
  const { keepWords } = await import('./kept-words.js');
  return { ...session, ...words, writes: (key: string, text: string) => keepWords(server?.id ?? '', key, text) };
}
type Page = Awaited<ReturnType<typeof loadPage>>;

async function pageOf(person: Me): Promise<Page> {
  server = person;
  const page = await loadPage();
  await page.loadMe();
  return page;
}

const inTab = (): string[] => Object.values(globalThis.sessionStorage as unknown as Record<string, string>);

beforeEach(() => {
  Object.assign(globalThis, {
    localStorage: new KeptStorage(),
    sessionStorage: new KeptStorage(),
    document: { cookie: '' },
    location: new URL('https://buren.example/werklijst'),
  });
  globalThis.fetch = jest.fn<typeof fetch>().mockImplementation((_address, init) => {
    if (init?.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
    const [body, status] = server === null ? [{ code: 'not-signed-in' }, 401] : [server, 200];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});
afterEach(() => {
  globalThis.fetch = realFetch;
  for (const name of ['localStorage', 'sessionStorage', 'document', 'location'])
    Reflect.deleteProperty(globalThis, name);
});

describe('words that somebody is writing', () => {
  it('are still there after the page was loaded anew, and gone once they are sent', async () => {
    (await pageOf(marja)).writes('report', 'Wij spraken met beiden');
    const again = await pageOf(marja);
    expect(again.writtenUnder('report')).toBe('Wij spraken met beiden');
    expect(again.writtenUnder('another report')).toBe('');
    again.forgetWritten('report');
    expect(inTab()).toEqual([]);
    expect((await pageOf(marja)).writtenUnder('report')).toBe('');
  });

  it('outlive a session that ended by time, for the same person alone', async () => {
    const page = await pageOf(marja);
    page.writes('report', 'Nog niet af');
    server = null;
    await page.askAgainWhoIAm();
    expect(page.writtenUnder('report')).toBe('');
    server = marja;
    await page.signedIn();
    expect(page.writtenUnder('report')).toBe('Nog niet af');
  });

  it('are gone when somebody else signs in, for good', async () => {
    const page = await pageOf(marja);
    page.writes('report', 'Nog niet af');
    server = wim;
    await page.signedIn();
    expect(page.writtenUnder('report')).toBe('');
    expect(inTab()).toEqual([]);
    expect((await pageOf(marja)).writtenUnder('report')).toBe('');
  });

  it('are gone after signing out, also where that happened in another tab', async () => {
    const page = await pageOf(marja);
    page.writes('report', 'Nog niet af');
    expect(await page.signOut()).toBe(true);
    expect(inTab()).toEqual([]);

    (await pageOf(marja)).writes('report', 'In een ander tabblad');
    Object.assign(globalThis, { localStorage: new KeptStorage() });
    (await loadPage()).startSession();
    expect(inTab()).toEqual([]);
  });

  it('are remembered by the page where a tab may keep nothing', async () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.assign(globalThis, { sessionStorage: { getItem: refuse, setItem: refuse, removeItem: refuse } });
    const page = await pageOf(marja);
    page.writes('report', 'Nog niet af');
    expect(page.writtenUnder('report')).toBe('Nog niet af');
    page.forgetWritten('report');
    expect(page.writtenUnder('report')).toBe('');
  });
});
