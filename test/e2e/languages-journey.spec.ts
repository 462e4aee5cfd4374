import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { en } from '../../web/messages/en.js';
import { nl } from '../../web/messages/nl.js';
import { textsOf } from '../../web/messages/texts.testing.js';
import { tr } from '../../web/messages/tr.js';
import { uk } from '../../web/messages/uk.js';
import { askAsGuest, dogWalk } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration, linkIn } from './demonstration.js';
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
  await visitor.page.getByRole('link', { name, exact: true }).click();
  await visitor.page.locator(`html[lang="${code}"]`).waitFor();
}

const screens = [
  { path: '/', title: (texts: typeof en) => texts.start.heading },
  { path: '/vraag', title: (texts: typeof en) => texts.ask.what.title },
  { path: '/bereid', title: (texts: typeof en) => texts.willing.where.title },
  { path: '/hulpvragen', title: (texts: typeof en) => texts.board.title('Leusden') },
];

describe('a guest whose telephone has no script yet', () => {
  it('chooses a language, and reads the first page in it from then on', async () => {
    const guest = await at.visitor({ javaScript: false, keyboardAlone: true });
    await guest.open('/');
    await guest.follow('Türkçe');
    await guest.onPage(tr.start.heading);
    await guest.open('/');
    await guest.onPage(tr.start.heading);
    await comesTo(() => guest.page.locator('html').getAttribute('lang'), 'tr');
  });
});

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
    await comesTo(() => guest.page.locator('html').getAttribute('lang'), code);
  });

  it.each(screens)('finds nothing in Dutch on $path, and no barrier', async ({ path, title }) => {
    await guest.open(path);
    expect(await faultsOf(guest, { name: `taal-${code}${path.replace('/', '-')}`, title: title(texts) })).toEqual([]);
    expect(await dutchOn(guest, texts)).toEqual([]);
  });

  it('hears in Dutch what organisers wrote, and the rest in this language', async () => {
    const spokenIn = (what: string) =>
      guest.page
        .locator(what)
        .first()
        .evaluate((one) => one.closest('[lang]')?.getAttribute('lang'));
    await guest.open('/ontmoetingen');
    await guest.onPage(texts.gatherings.title);
    await comesTo(() => spokenIn('.zb-item h3'), 'nl');
    await comesTo(() => spokenIn('.zb-item__act a'), code);
    await guest.page.locator('.zb-item__act a').first().click();
    await comesTo(() => spokenIn('main h1'), 'nl');
    await comesTo(() => spokenIn('main h1 + .utrecht-badge-status'), code);
    await comesTo(() => spokenIn('main .zb-prose'), 'nl');
  });
});

describe('somebody who reads Ukrainian', () => {
  const email = 'oksana@voorbeeld.invalid';
  const wanted = {
    ...dogWalk,
    what: uk.categories.names['walk-dog'].title,
    sentence: 'Песику треба надвір.',
    givenName: 'Oksana',
    email,
  };
  let oksana: Visitor;

  it('asks for help, with the code in Ukrainian, and sees what happens next', async () => {
    oksana = await at.visitor();
    await oksana.open('/');
    await choose(oksana, 'Українська', 'uk');
    await askAsGuest(at, oksana, wanted, uk);
    const [code] = await at.mails(email).then((mails) => mails.filter(({ subject }) => /^\d{6} /.test(subject)));
    expect(code?.text).toContain('Підтвердьте прохання цим кодом');
    const inspection = { name: 'taal-uk-verstuurd', title: uk.request.sentTitle, shows: uk.request.next };
    expect(await faultsOf(oksana, inspection)).toEqual([]);
    expect(await dutchOn(oksana, uk)).toEqual([]);
  });

  it('gets the letter in Ukrainian, and a page behind its link that changes language by keyboard', async () => {
    const [asked] = await at.awaitMails(({ text }) => text.includes('/antwoord/'));
    const neighbour = await at.visitor({ javaScript: false });
    await neighbour.open(linkIn(asked!, 'antwoord'));
    await neighbour.press('Ja, ik help');
    await neighbour.onPage('U zei ja. Dank u wel!');
    const wantsToHelp = /хоче вам допомогти/;
    const [letter] = await at.awaitMails(({ to, subject }) => to.includes(email) && wantsToHelp.test(subject));
    expect(letter?.text).not.toMatch(/Zegt u|Bekijk|buur\b/);
    await oksana.open(linkIn(letter!, 'bevestigen'));
    const inspection = { name: 'taal-uk-bevestigen', title: wantsToHelp, shows: 'Ви згодні? Тоді домовлено.' };
    expect(await faultsOf(oksana, inspection)).toEqual([]);
    await comesTo(() => oksana.page.locator('html').getAttribute('lang'), 'uk');
    await oksana.page.getByRole('link', { name: 'English', exact: true }).press('Enter');
    await oksana.onPage(/wants to help you$/);
    await oksana.page.getByRole('button', { name: /^Yes, .+ may come$/ }).press('Enter');
    await oksana.sees('It is agreed');
    await comesTo(() => oksana.page.locator('html').getAttribute('lang'), 'en');
  });

  it('finds it so on another device, because the profile knows', async () => {
    expect(await oksana.page.evaluate(async () => (await fetch('/v1/me')).text())).toContain('"language":"uk"');
    await oksana.page.evaluate(() => localStorage.removeItem('zb-language'));
    await oksana.open('/gegevens');
    await oksana.page.waitForFunction(() => localStorage.getItem('zb-language') === '"uk"');
    await oksana.open('/gegevens');
    await oksana.onPage(uk.myData.title);
    expect(await dutchOn(oksana, uk)).toEqual([]);
  });

  it('works in Dutch where organisers work, and reads Ukrainian again after that', async () => {
    await oksana.open('/werklijst');
    await oksana.page.locator('html[lang="nl"]').waitFor();
    await oksana.open('/');
    await oksana.onPage(uk.start.heading);
    await comesTo(() => oksana.page.locator('html').getAttribute('lang'), 'uk');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
