import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const question = 'Waar kan mijn moeder overdag terecht?';

let at: Demonstration;
let coordinator: Visitor;
let desk: Visitor;
let guest: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  [coordinator, desk, guest] = await Promise.all([at.visitor(), at.visitor(), at.visitor()]);
  await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
  await coordinator.onPage('Werklijst');
  await signIn(at, desk, 'huiskamer@voorbeeld.invalid', '/werklijst');
  await desk.onPage('Werklijst');
});
afterAll(() => at.stop());

const looks = (visitor: Visitor, inspection: Inspection): Promise<readonly string[]> =>
  faultsOf(visitor, { inTheDark: true, ...inspection });
/** Presses the key until the control with this name has the focus, and then Enter. */
async function byKeyboard({ page }: Visitor, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).first();
  await wanted.waitFor();
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} cannot be reached with Tab`);
}

describe('trust', () => {
  it('has a page where a coordinator makes a sheet of cards, and withdraws it, with the keyboard alone', async () => {
    await coordinator.follow('Vertrouwen');
    expect(
      await looks(coordinator, { name: 'vertrouwen', title: 'Vertrouwen', shows: 'Zoek een buur op naam' }),
    ).toEqual([]);
    await byKeyboard(coordinator, 'Maak het blad');
    await coordinator.sees('Het blad is klaar');
    const [download] = await Promise.all([
      coordinator.page.waitForEvent('download'),
      coordinator.follow('Bewaar het blad (PDF)'),
    ]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await coordinator.sees('0 van 8 gebruikt');
    expect(
      await looks(coordinator, { name: 'vertrouwen-blad', title: 'Vertrouwen', shows: 'Het blad is klaar' }),
    ).toEqual([]);
    await byKeyboard(coordinator, /^Trek in/);
    await coordinator.sees('Dit blad intrekken?');
    await coordinator.page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).press('Enter');
    await coordinator.sees('Ingetrokken');
  });

  it('notes the day on a certificate, and says what is wrong with another', async () => {
    await coordinator.page
      .getByRole('button', { name: /^Noteer een VOG/ })
      .first()
      .click();
    await coordinator.press('Bewaar de datum');
    await coordinator.sees('Vul de datum in die op de VOG staat');
    expect(
      await looks(coordinator, { name: 'vertrouwen-vog', title: 'Vertrouwen', shows: 'U zag de VOG zelf' }),
    ).toEqual([]);
    await coordinator.page.getByLabel('Datum op de VOG').fill('2026-10-01');
    await coordinator.press('Bewaar de datum');
    await coordinator.sees('Bewaard voor');
    await coordinator.sees(/VOG van .*oktober/);
  });

  it('tells a guest with a card what it is, and who is signed in when a code does not work', async () => {
    await guest.open('/borg/ABCD-EFGH-0123');
    expect(
      await looks(guest, { name: 'borg-gast', title: 'U kreeg een kaartje', shows: 'Log in om het te gebruiken' }),
    ).toEqual([]);
    const neighbour = await at.visitor();
    await signIn(at, neighbour, 'jan@voorbeeld.invalid', '/borg/ABCD-EFGH-0123');
    await neighbour.onPage('U kreeg een kaartje');
    await comesTo(() => neighbour.page.getByLabel('Code op uw kaartje').inputValue(), 'ABCD-EFGH-0123');
    await neighbour.press('Gebruik mijn kaartje');
    expect(
      await looks(neighbour, { name: 'borg-fout', title: 'U kreeg een kaartje', shows: 'Deze code werkt niet' }),
    ).toEqual([]);
    await neighbour.open('/gegevens/vertrouwen');
    expect(
      await looks(neighbour, {
        name: 'gegevens-vertrouwen',
        title: 'Hoe goed wij u kennen',
        shows: 'Kreeg u een kaartje',
      }),
    ).toEqual([]);
    await neighbour.leave();
  });
});

describe('being away', () => {
  it('says what is missing, and stops the mail a day', async () => {
    await coordinator.open('/werklijst');
    await coordinator.follow('Afwezig en mail');
    expect(
      await looks(coordinator, { name: 'afwezig', title: 'Afwezig en mail', shows: 'U krijgt deze mail.' }),
    ).toEqual([]);
    await byKeyboard(coordinator, 'Stop deze mail');
    await coordinator.sees('U krijgt deze mail niet.');
    await coordinator.press('Stuur mij deze mail');
    await coordinator.sees('U krijgt deze mail.');
  });
});

describe('a question to the desk', () => {
  it('is asked by a guest, whose faults are said at once, and who shows an address with a code', async () => {
    await guest.open('/loket');
    await guest.onPage('Waar kan ik terecht?');
    await byKeyboard(guest, 'Stel mijn vraag');
    expect(
      await looks(guest, { name: 'loket-fout', title: 'Waar kan ik terecht?', shows: 'Schrijf uw vraag op' }),
    ).toEqual([]);
    const { page } = guest;
    await page.getByLabel('Wat wilt u weten?').fill(question);
    await page.getByLabel('Uw voornaam').fill('Noor');
    await page.getByLabel('Uw e-mailadres').fill('noor@voorbeeld.invalid');
    await page.getByLabel(/^Het is zwaar/).focus();
    await page.keyboard.press('Space');
    await byKeyboard(guest, 'Stel mijn vraag');
    await guest.sees('Vul een telefoonnummer in, bijvoorbeeld 06 12345678');
    await page.getByLabel('Uw telefoonnummer').fill('06 55000123');
    expect(await looks(guest, { name: 'loket', title: 'Waar kan ik terecht?', shows: 'Uw telefoonnummer' })).toEqual(
      [],
    );
    const after = await at.lastMail();
    await guest.press('Stel mijn vraag');
    await guest.onPage('Vul de code in');
    await page.getByLabel('De code uit uw e-mail').fill(await at.codeFor('noor@voorbeeld.invalid', after));
    await guest.press('Verstuur mijn vraag');
    expect(
      await looks(guest, {
        name: 'mijn-loketvragen',
        title: 'Mijn vragen aan het loket',
        shows: 'Uw vraag is verstuurd.',
      }),
    ).toEqual([]);
    await guest.sees(question);
    await guest.sees(/heeft uw vraag/);
    await byKeyboard(guest, 'Toch niet bellen');
    await guest.sees('Vindt u het zwaar? Iemand kan u bellen en contact houden.');
    await byKeyboard(guest, 'Ja, bel mij');
    await guest.sees('U wilt dat iemand u belt en contact houdt.');
  });

  it('stands with the desk, which offers it to an association that takes it and answers', async () => {
    await desk.open('/werklijst?soort=loket');
    await desk.sees('Vraag aan het loket');
    await desk.open('/werklijst/loket');
    expect(
      await looks(desk, { name: 'werklijst-loket', title: 'Vragen aan het loket', shows: 'Wil gebeld worden' }),
    ).toEqual([]);
    const offer = desk.page.getByLabel('Bied aan iemand anders aan').first();
    const association = await offer.evaluate(
      (element) =>
        [...(element as HTMLSelectElement).options].find(({ text }) => text.includes('Rossenberg'))?.value ?? '',
    );
    expect(association).not.toBe('');
    // Looking down the list with the arrows shows nobody the question; only the press after the choice does.
    await offer.press('ArrowDown');
    expect(await offer.inputValue()).not.toBe('');
    await offer.selectOption(association);
    await desk.press('Bied aan');
    await desk.sees(/Aangeboden aan/);
    await coordinator.open('/werklijst/loket');
    await coordinator.sees('Deze vraag is u aangeboden.');
    await byKeyboard(coordinator, 'Neem de vraag');
    await coordinator.press('Toon het telefoonnummer');
    await coordinator.sees('06 55000123');
    await coordinator.page.getByLabel('Uw antwoord').fill('Elke dinsdag kan zij naar de Huiskamer.');
    await coordinator.press(/^Verstuur het antwoord/);
    expect(
      await looks(coordinator, {
        name: 'werklijst-loket-fout',
        title: 'Vragen aan het loket',
        shows: 'Kies waar de vraag',
      }),
    ).toEqual([]);
    await coordinator.page.getByLabel('Waar gaat de vraag over?').selectOption('finding-the-way');
    await coordinator.press(/^Verstuur het antwoord/);
    await coordinator.sees('Beantwoord');
    await guest.open('/mijn-vragen-aan-het-loket');
    await guest.sees('Elke dinsdag kan zij naar de Huiskamer.');
    expect(
      await looks(guest, {
        name: 'mijn-loketvragen-antwoord',
        title: 'Mijn vragen aan het loket',
        shows: 'Beantwoord',
      }),
    ).toEqual([]);
    await at.awaitMails(({ to, subject }) => to === 'noor@voorbeeld.invalid' && subject === 'Antwoord op uw vraag');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
