import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import { Keyboard } from './keyboard.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const aMinute = 60;
const words = 'Waar kan ik samen met anderen eten?';

let at: Demonstration;
let marja: Visitor;
let resident: Visitor;
let hands: Keyboard;
beforeAll(async () => {
  at = await Demonstration.start();
  [marja, resident] = await Promise.all([at.visitor(), at.visitor()]);
  hands = new Keyboard(marja);
  await signIn(at, marja, 'marja@voorbeeld.invalid', '/vereniging/instellingen');
  await marja.onPage('Instellingen');
});
afterAll(async () => {
  process.stdout.write(`\n${hands.table()}\n`);
  await at.stop();
});

const looks = (visitor: Visitor, inspection: Inspection): Promise<readonly string[]> =>
  faultsOf(visitor, { inTheDark: true, ...inspection });

describe('who has no JavaScript', () => {
  it('is led from every screen to whom to call, in a language they read', async () => {
    const reader = await at.visitor({ javaScript: false });
    await reader.open('/vraag');
    await reader.onPage('Bel ons gerust');
    await reader.follow('Bekijk wie u kunt bellen');
    await reader.onPage('Hulp per telefoon');
    expect(await reader.page.getByRole('link', { name: /Bel Marja/ }).getAttribute('href')).toMatch(/^tel:\d+$/);
    await reader.follow('Türkçe');
    await reader.onPage('Telefonla yardım');
    await reader.open('/');
    await reader.follow('Bekijk wie u kunt bellen');
    await reader.onPage('Hulp per telefoon');
    // The checker is a script: another browser runs it on the same page.
    await resident.open('/bellen');
    const inspection = { name: 'bellen', title: 'Hulp per telefoon', shows: 'Bij u in de buurt' };
    expect(await looks(resident, inspection)).toEqual([]);
  });
});

describe('an association with opening hours', () => {
  it('chooses who helps outside them', async () => {
    await marja.page.getByRole('radio', { name: 'Op vaste tijden' }).check();
    const fallback = marja.page.getByLabel('Wie helpt als u er niet bent?');
    await fallback.selectOption('welfare');
    await marja.sees('Het welzijnswerk krijgt alleen vragen aan het loket.');
    expect(
      await looks(marja, {
        name: 'instellingen-wie-helpt',
        title: 'Instellingen',
        shows: 'Wie helpt als u er niet bent?',
      }),
    ).toEqual([]);
    await fallback.selectOption('desk');
    await marja.press('Bewaar de instellingen');
    await marja.sees('De instellingen zijn bewaard.');
  });

  it('shows its hours to whoever asks, and who helps outside them', async () => {
    await resident.open('/hulp-per-telefoon');
    await resident.sees('Nu open');
    expect(
      await looks(resident, { name: 'telefoon-open', title: 'Hulp per telefoon', shows: /^Buiten deze tijden helpt/ }),
    ).toEqual([]);
    await at.passHours(5);
    await resident.open('/hulp-per-telefoon');
    await resident.sees('Nu dicht');
    expect(
      await looks(resident, {
        name: 'telefoon-dicht',
        title: 'Hulp per telefoon',
        shows: 'Weer open: morgen om 09:00 uur.',
      }),
    ).toEqual([]);
    await resident.open('/loket');
    await resident.page.getByLabel('In welke buurt woont u?').selectOption({ label: 'Rossenberg' });
    expect(await looks(resident, { name: 'loket-dicht', title: 'Waar kan ik terecht?', shows: /^Nu helpt/ })).toEqual(
      [],
    );
    await at.startDay();
  });
});

describe('somebody on the telephone without e-mail', () => {
  it('has a question noted with the keyboard, within a minute, and hears a code', async () => {
    await marja.open('/werklijst/loket');
    await marja.onPage('Vragen aan het loket');
    await marja.page.getByText('Iemand belt met een vraag').focus();
    await hands.deal('question to the desk by telephone', async () => {
      await hands.press('Enter', 'Tab');
      await hands.type('06 12345670');
      await hands.press('Tab');
      await hands.type('Truus');
      await hands.press('Tab');
      await hands.type('Ross');
      await hands.press('Tab');
      await hands.type(words);
      await hands.press('Control+Enter');
      await marja.sees(/^De vraag is genoteerd\./);
      await hands.press('Tab', 'Enter');
      await marja.sees(/^Lees voor:/);
    });
    expect(
      await looks(marja, {
        name: 'loket-volgcode',
        title: 'Vragen aan het loket',
        shows: 'Deze code staat alleen hier',
      }),
    ).toEqual([]);
    const [download] = await Promise.all([marja.page.waitForEvent('download'), marja.follow('Bewaar de brief (PDF)')]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('follows it with that code, without an account, and is told when a code is wrong', async () => {
    const code = await marja.page.locator('code').first().innerText();
    await resident.open('/hulp-per-telefoon');
    await resident.follow('Volg uw vraag met een code');
    const title = 'Hoe staat het met uw vraag?';
    await resident.onPage(title);
    await resident.press('Kijk hoe het staat');
    await resident.sees('Vul de code in');
    await resident.page.getByLabel('Uw code').fill('ABCD-EFGH');
    await resident.page.keyboard.press('Enter');
    expect(await looks(resident, { name: 'volg-fout', title, shows: 'Deze code kennen wij niet' })).toEqual([]);
    await resident.page.getByLabel('Uw code').fill(code.toLowerCase().replace('-', ' '));
    await resident.page.keyboard.press('Enter');
    await resident.sees('Wij zoeken het uit');
    const text = await resident.text();
    expect(text).toContain('Wijkvereniging Rossenberg');
    expect(text).not.toContain('Truus');
    expect(text).not.toContain(words);
    expect(await looks(resident, { name: 'volg', title, shows: 'Wij zoeken het uit' })).toEqual([]);
    await resident.open(`/volg#${code.replace('-', '')}`);
    await resident.page.reload();
    await resident.sees('Wij zoeken het uit');
    expect(resident.page.url()).not.toContain('#');
  });

  it('is recognised when the same number calls again, with what runs already', async () => {
    await marja.press('Noteer nog een vraag');
    await marja.page.getByLabel('Telefoonnummer').fill('06 12345670');
    await marja.sees('1 beller belde eerder');
    expect(
      await looks(marja, {
        name: 'loket-eerder',
        title: 'Vragen aan het loket',
        shows: 'Loopt al. Gaat het hierover?',
      }),
    ).toEqual([]);
    await marja.press('Dit is Truus');
    await marja.sees('U noteert voor Truus, die eerder belde.');
  });

  it('has a request taken down with the keyboard, within a minute, and hears a code for that as well', async () => {
    await marja.open('/werklijst/telefoon');
    await marja.page.locator('#phone:focus').waitFor();
    await hands.deal('request by telephone', async () => {
      await hands.type('06 12345671');
      await hands.press('Tab');
      await hands.type('Cor');
      await hands.pressUntil('Tab', /In welke buurt/);
      await hands.type('Ross');
      await hands.press('Tab');
      await hands.type('Voorbeeldpad 3');
      await hands.pressUntil('Tab', /Wat is er nodig/);
      await hands.type('De hond');
      await hands.press('Tab');
      await hands.type('Boef moet even naar buiten.');
      await hands.pressUntil('Tab', /met spoed/);
      await hands.press('Space', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Space');
      await hands.press('Control+Enter');
      await marja.sees('De vraag is verstuurd');
      await hands.pressUntil('Tab', 'Maak een code');
      await hands.press('Enter');
      await marja.sees(/^Lees voor:/);
    });
    expect(
      await looks(marja, {
        name: 'telefoon-volgcode',
        title: 'Nieuwe vraag per telefoon',
        shows: 'Deze code staat alleen hier',
      }),
    ).toEqual([]);
    const code = await marja.page.locator('code').first().innerText();
    await resident.open(`/volg#${code.replace('-', '')}`);
    await resident.page.reload();
    await resident.sees('De hond uitlaten, ');
  });

  it('costs less than a minute each, at 200 ms a key', () => {
    for (const { item, keys, letters } of hands.dealings) {
      expect(`${item}: ${(keys + letters) * 0.2 < aMinute}`).toBe(`${item}: true`);
    }
  });

  it('left no script that failed', () => {
    expect(at.complaints()).toEqual([]);
  });
});
