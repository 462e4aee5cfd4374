import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

let at: Demonstration;
let anja: Visitor;
let jan: Visitor;
let wim: Visitor;
let link: string;

beforeAll(async () => {
  at = await Demonstration.start();
  const open = (): Promise<Visitor> => at.visitor({ keyboardAlone: true });
  [anja, jan, wim] = [await open(), await open(), await open()];
});
afterAll(() => at.stop());

const looks = async (visitor: Visitor, inspection: Inspection): Promise<void> => {
  expect(await faultsOf(visitor, inspection)).toEqual([]);
};

/** Signs in on the page that asks for it, and goes on from there. */
async function signIn(visitor: Visitor, email: string): Promise<void> {
  const last = await at.lastMail();
  await visitor.page.getByLabel('Uw e-mailadres').fill(email);
  await visitor.press('Stuur mij een code');
  await visitor.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor(email, last));
  await visitor.press('Log in');
}

/** Goes by the keyboard to what has this name, and presses it. */
async function byKeyboard(visitor: Visitor, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  const wanted = visitor.page.getByRole(key === 'Space' ? 'checkbox' : 'button', { name }).first();
  await wanted.waitFor();
  for (let steps = 0; steps < 120; steps += 1) {
    await visitor.page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await visitor.page.keyboard.press(key);
      return;
    }
  }
  throw new Error(`The keyboard does not reach ${String(name)}`);
}

describe('a caregiver', () => {
  it('starts a circle, and is told what is missing', async () => {
    await anja.open('/kring');
    await signIn(anja, 'anja@voorbeeld.invalid');
    await looks(anja, { name: 'kring-begin', title: 'Zorgkring', shows: 'Begin een zorgkring', inTheDark: true });
    await anja.press('Begin mijn zorgkring');
    await anja.sees('Kies uw buurt uit de lijst');
    await anja.page.getByLabel('In welke buurt woont u?').selectOption({ label: 'Rossenberg' });
    await anja.page.getByLabel('Adres (mag later)').fill('Voorbeeldstraat 1');
    await anja.press('Begin mijn zorgkring');
    await anja.onPage('Mijn zorgkring');
    expect(anja.page.url()).toMatch(/\/kring\/[\w-]+\/plan$/);
  });

  it('puts something in the agenda with the keyboard alone', async () => {
    await looks(anja, { name: 'kring-plan-leeg', title: 'Mijn zorgkring', shows: 'Er staat nog niets in de agenda.' });
    await byKeyboard(anja, 'Zet in de agenda');
    await looks(anja, { name: 'kring-plan-fout', title: 'Mijn zorgkring', shows: 'Kies minstens 1 dag' });
    await anja.page.getByLabel('Wat is er nodig?').focus();
    await anja.page.keyboard.type('Een boodschap');
    await anja.page.keyboard.press('Tab');
    await anja.page.keyboard.type('Wie haalt boodschappen voor mij?');
    await byKeyboard(anja, 'Dinsdag', 'Space');
    await byKeyboard(anja, 'Zet in de agenda');
    expect(await anja.sees(/Er staan nu \d+ keren in de agenda/)).toMatch(/1[23] keren/);
    await looks(anja, { name: 'kring-plan', title: 'Mijn zorgkring', shows: 'Elke week op dinsdag om 10:00 uur' });
  });

  it('makes a link and lets in who asks', async () => {
    await anja.follow('Wie doet er mee');
    await anja.press('Maak een link');
    link = await anja.sees(/\/kring\/mee#/);
    await looks(anja, { name: 'kring-uitnodigen', title: 'Mijn zorgkring', shows: /Deze link werkt tot en met/ });
    for (const [visitor, email] of [
      [jan, 'jan@voorbeeld.invalid'],
      [wim, 'wim@voorbeeld.invalid'],
    ] as const) {
      await visitor.open(new URL(link).pathname + new URL(link).hash);
      await signIn(visitor, email);
      await visitor.onPage('U bent gevraagd voor de zorgkring van Anja');
      expect(visitor.page.url()).not.toContain('#');
      if (visitor === jan)
        await looks(jan, { name: 'kring-meedoen', title: /zorgkring van Anja/, shows: 'Uw rol: Helper' });
      await visitor.press('Ik doe mee');
      await visitor.sees('U heeft zich gemeld');
    }
    await looks(jan, { name: 'kring-gemeld', title: 'U heeft zich gemeld' });
    await anja.sees('Wil meedoen');
    await looks(anja, { name: 'kring-mensen', title: 'Mijn zorgkring', shows: 'Ja, mag erbij' });
    await anja.press(/^Ja, mag erbij\s*: Jan/);
    await anja.press(/^Ja, mag erbij\s*: Wim/);
    await at.awaitMails(
      ({ to, subject }) => to === 'jan@voorbeeld.invalid' && subject === 'U doet mee in de zorgkring van Anja',
    );
  });
});

describe('members', () => {
  it('take a turn, see where to go, and ask each other to swap; the first has it, live', async () => {
    await jan.follow('Bekijk uw zorgkring');
    await jan.follow(/^Bekijk\s*: Zorgkring van Anja/);
    await jan.onPage('Zorgkring van Anja');
    expect(await jan.text()).not.toContain('Voorbeeldstraat 1');
    await jan.page
      .getByRole('button', { name: /^Ik kom/ })
      .first()
      .click();
    await jan.sees('Fijn! U komt.');
    await looks(jan, {
      name: 'kring-agenda',
      title: 'Zorgkring van Anja',
      shows: 'Voorbeeldstraat 1',
      inTheDark: true,
    });
    await jan.page.getByRole('button', { name: /^Vraag iemand anders/ }).click();
    await looks(jan, { name: 'kring-ruilen', title: 'Zorgkring van Anja', shows: 'Wie wilt u vragen?' });
    await byKeyboard(jan, 'Vraag het');
    await jan.sees('Tot iemand ja zegt, blijft het uw beurt.');
    const [mail] = await at.awaitMails(
      ({ to, subject }) => to === 'wim@voorbeeld.invalid' && subject.includes('ruilen met Jan'),
    );
    expect(mail?.text).not.toContain('Voorbeeldstraat');
    await wim.follow('Bekijk uw zorgkring');
    await wim.follow(/^Bekijk\s*: Zorgkring van Anja/);
    await wim.sees('Jan vraagt of u kunt');
    await wim.page.getByRole('button', { name: /^Ik neem het over/ }).click();
    await wim.sees('U komt');
    // Without being touched: the page of the other hears of it.
    await jan.sees('Wim komt');
  });

  it('give a turn back after thinking twice, and leave', async () => {
    await wim.page.getByRole('button', { name: /^Geef terug/ }).click();
    await wim.press('Ja, geef terug');
    await wim.sees('De beurt is weer open.');
    await wim.follow('Wie doet er mee');
    await wim.press(/^Ga uit de kring/);
    await wim.press('Ja, ik ga uit de kring');
    await wim.onPage(/^Zorgkring$/);
    expect(await wim.text()).not.toContain('Zorgkring van Anja');
  });
});

describe('what nobody takes', () => {
  it('goes to the board in time, and stands there for the caregiver', async () => {
    await anja.follow('Agenda');
    await anja.sees('Nog niemand');
    await looks(anja, { name: 'kring-agenda-mantelzorger', title: 'Mijn zorgkring', shows: 'Nog niemand' });
    // Tuesday at two plus 94 hours is Saturday noon: within three days of the next Tuesday at ten.
    await at.passHours(94);
    // The sweep looks every half minute.
    await anja.page.getByText('Op het bord').first().waitFor({ timeout: 60_000 });
    await anja.page.getByRole('link', { name: /^Bekijk de vraag/ }).click();
    await anja.sees('Wie haalt boodschappen voor mij?');
    expect(anja.page.url()).toMatch(/\/vragen\//);
  });

  it('is over when the circle ends', async () => {
    await anja.open('/kring');
    await looks(anja, { name: 'kringen', title: 'Zorgkring', shows: 'Mijn zorgkring' });
    await anja.follow(/^Bekijk\s*: Mijn zorgkring/);
    await anja.follow('Instellingen');
    await looks(anja, {
      name: 'kring-instellen',
      title: 'Mijn zorgkring',
      shows: 'Wanneer vragen wij een andere buur?',
    });
    await anja.press('Stop de zorgkring');
    await anja.press('Ja, stop de zorgkring');
    expect(await anja.sees('Deze zorgkring is gestopt.')).toContain('gestopt');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
