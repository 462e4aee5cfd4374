import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { en } from '../../web/messages/en.js';
import { nl } from '../../web/messages/nl.js';
import { textsOf } from '../../web/messages/texts.testing.js';
import { tr } from '../../web/messages/tr.js';
import { uk } from '../../web/messages/uk.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

let at: Demonstration;
beforeAll(async () => {
  at = await Demonstration.start();
});
afterAll(() => at.stop());

/** Dutch sentences and words that are long enough to be nothing else. */
const dutch = [...new Set(textsOf(nl, '').map(({ text }) => text))].filter(
  (text) => text.length > 7 && !/^(Marja|2)|Marja|Zorgzame Buurten/.test(text),
);

/** Dutch texts on the page that the language does not share. */
async function dutchOn(visitor: Visitor, texts: unknown): Promise<readonly string[]> {
  const shared = new Set(textsOf(texts, '').map(({ text }) => text));
  const lines = (await visitor.page.locator('body').innerText()).split('\n').map((line) => line.trim());
  const shown = new Set(lines);
  return dutch.filter((text) => !shared.has(text) && shown.has(text));
}

async function choose(visitor: Visitor, name: string, code: Language): Promise<void> {
  await visitor.page.getByRole('button', { name, exact: true }).click();
  await visitor.page.locator(`html[lang="${code}"]`).waitFor();
}

const screens = [
  { path: '/', title: (texts: typeof en) => texts.start.heading },
  { path: '/vraag', title: (texts: typeof en) => texts.ask.what.title },
  { path: '/bereid', title: (texts: typeof en) => texts.willing.where.title },
  { path: '/hulpvragen', title: (texts: typeof en) => texts.board.title('Leusden') },
];

describe.each([
  ['English', 'en', en],
  ['Українська', 'uk', uk],
  ['Türkçe', 'tr', tr],
] as const)('a guest who chose %s', (name, code, texts) => {
  let guest: Visitor;

  it('reads it at once, and after coming back', async () => {
    guest = await at.visitor();
    await guest.open('/');
    await choose(guest, name, code);
    await guest.onPage(texts.start.heading);
    await guest.page.reload();
    await guest.onPage(texts.start.heading);
    expect(await guest.page.locator('html').getAttribute('lang')).toBe(code);
  });

  it.each(screens)('finds nothing in Dutch on $path, and no barrier', async ({ path, title }) => {
    await guest.open(path);
    expect(await faultsOf(guest, { name: `taal-${code}${path.replace('/', '-')}`, title: title(texts) })).toEqual([]);
    expect(await dutchOn(guest, texts)).toEqual([]);
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
