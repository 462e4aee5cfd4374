import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { screenPaths } from '@app/contracts/pages/screen-paths.js';
import { askOverHttp } from './ask-over-http.js';
import { Demonstration } from './demonstration.js';

jest.setTimeout(180_000);

/** Well formed, and nothing's. */
const nothing = '01a20155-d432-71f0-ad40-ce7ab1b5f273';

let at: Demonstration;
beforeAll(async () => {
  at = await Demonstration.start();
});
afterAll(() => at.stop());

async function statusOf(path: string): Promise<number> {
  return (await fetch(`${at.url}${path}`, { headers: { accept: 'text/html' } })).status;
}

describe('what the server answers at an address', () => {
  it('is 200 at every screen, also at what belongs to somebody and a stranger may not know of', async () => {
    const publicThings = new Set<string>(['/hulpvragen/:id', '/ontmoetingen/:id']);
    const screens = screenPaths.filter((path) => !publicThings.has(path));
    const answers = await Promise.all(
      screens.map(async (path) => [
        path,
        await statusOf(path.replace(/:id\??/, nothing).replaceAll(/:\w+\??/g, 'iets')),
      ]),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('is 200 at a request on the board and at a gathering, and 404 when there is none', async () => {
    const request = await askOverHttp(at, {
      category: 'walk-dog',
      neighbourhood: 'Rossenberg',
      givenName: 'Ria',
      hours: 24,
    });
    await at.awaitMails(({ text }) => text.includes('/antwoord/'), 1);
    const { gatherings } = (await (await fetch(`${at.url}/v1/gatherings`)).json()) as { gatherings: { id: string }[] };
    expect(await statusOf(`/hulpvragen/${request}`)).toBe(200);
    expect(await statusOf(`/ontmoetingen/${gatherings[0]?.id}`)).toBe(200);
    expect(await statusOf(`/hulpvragen/${nothing}`)).toBe(404);
    expect(await statusOf(`/ontmoetingen/${nothing}`)).toBe(404);
  });

  it('is 404 where nothing is, with the same page with and without script', async () => {
    for (const javaScript of [true, false]) {
      const visitor = await at.visitor({ javaScript });
      const answer = await visitor.page.goto('/bestaat-niet');
      expect(answer?.status()).toBe(404);
      await visitor.onPage('Deze pagina bestaat niet');
      await visitor.follow('Naar de startpagina');
      await visitor.onPage('Een handje hulp, van een buur dichtbij');
    }
    expect(at.complaints()).toEqual([]);
  });
});
