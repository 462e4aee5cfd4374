import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo, comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { Keyboard } from './keyboard.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let asker: Visitor;
let request = '';

beforeAll(async () => {
  at = await Demonstration.start();
  asker = await at.visitor();
});
afterAll(() => at.stop());

const email = 'sanne@voorbeeld.invalid';
const looks = async (inspection: Inspection): Promise<void> => {
  expect(await faultsOf(asker, inspection)).toEqual([]);
};

describe('asking for a relative', () => {
  it('offers words to begin with, and tells what a neighbour does and does not do', async () => {
    // The demonstration has published nothing: what stands at the last question is looked at here.
    const evidence = { municipality: 'Leusden', tenths: 7, quarter: '2026-Q3', publishedAt: '2026-10-12T08:00:00Z' };
    await asker.page.route('**/v1/evidence', (route) => route.fulfill({ json: { evidence } }));
    await asker.open('/vraag');
    await asker.page.getByRole('radio', { name: 'Even iemand erbij' }).check();
    await asker.press('Wie is er even bij mijn man? Dan kan ik weg.');
    expect(await asker.page.getByLabel('Vertel het in 1 of 2 zinnen').inputValue()).toContain('Dan kan ik weg');
    await asker.page.getByText('Wat doet een buur wel en niet?').click();
    await looks({ name: 'vraag-1-woorden', title: 'Waar kan een buur u mee helpen?', shows: 'Er gewoon zijn' });
  });

  it('keeps what was typed on this device', async () => {
    await asker.page.reload();
    expect(await asker.page.getByLabel('Vertel het in 1 of 2 zinnen').inputValue()).toContain('Dan kan ik weg');
  });

  it('goes on only when the relative agrees', async () => {
    await asker.press('Volgende');
    await asker.page.getByRole('radio', { name: /Op een andere dag/ }).check();
    await asker.page.getByLabel('Welke dag?').selectOption({ index: 3 });
    await asker.page.getByRole('radio', { name: /^Middag/ }).check();
    await asker.press('Volgende');
    await asker.page.getByLabel('Buurt', { exact: true }).selectOption({ label: 'Rossenberg' });
    await asker.press('Volgende');
    await asker.press('Volgende');
    await asker.page.getByRole('radio', { name: 'Voor een naaste' }).check();
    await asker.page.getByLabel('Voornaam van uw naaste').fill('Piet');
    await asker.page.getByLabel('Voornaam', { exact: true }).fill('Sanne');
    await asker.page.getByLabel('E-mailadres').fill(email);
    await asker.sees('In Leusden zei bij 7 van de 10 vragen binnen 1 dag een buur ja.');
    await asker.sees(/kwartaal 3 van 2026. Gepubliceerd op 12 oktober 2026/);
    await asker.press('Verstuur mijn vraag');
    await looks({ name: 'vraag-5-naaste', title: 'Hoe kunnen wij u bereiken?', shows: 'Vraag eerst of uw naaste' });
    await asker.page.getByRole('checkbox', { name: /Mijn naaste weet dit/ }).check();
    await asker.press('Verstuur mijn vraag');
    await asker.onPage('Nog 1 stap: vul de code in');
    await comesToTell(asker, email);
  });

  it('gets another code for the same request, and the first one stops working', async () => {
    const first = await at.codeFor(email);
    const after = await at.lastMail();
    await asker.press('Stuur een nieuwe code');
    await asker.sees('Er is een nieuwe e-mail onderweg.');
    const second = await at.codeFor(email, after);
    await asker.page.getByLabel('De code uit uw e-mail').fill(first);
    await asker.press('Bevestig mijn vraag');
    await asker.sees('Deze code klopt niet');
    await asker.page.getByLabel('De code uit uw e-mail').fill(second);
    await asker.press('Bevestig mijn vraag');
    await asker.onPage('Uw vraag is verstuurd');
    request = /\/vragen\/([\w-]+)/.exec(asker.page.url())?.[1] ?? '';
    expect(request).not.toBe('');
  });

  it('tells the number on which the coordinator has promised to call', async () => {
    await asker.sees('Op welk nummer kan Marja u bellen?');
    const number = asker.page.getByLabel('Telefoon');
    await number.fill('12');
    await asker.press('Bewaar mijn nummer');
    await looks({ name: 'vraag-nummer', title: 'Uw vraag is verstuurd', shows: /^Vul een telefoonnummer in/ });
    await number.fill('06 12345678');
    await asker.press('Bewaar mijn nummer');
    await asker.sees('Uw nummer is bewaard.');
    expect(await asker.text()).not.toContain('Op welk nummer kan Marja');
  });

  it('stands once among the requests of the asker, and not on the device', async () => {
    await asker.open('/vragen');
    await asker.onPage('Mijn vragen');
    await asker.sees('Wij vragen buren');
    await comesTo(() => asker.page.locator('.zb-list > li').count(), 1);
    expect(await asker.page.evaluate(() => localStorage.getItem('zb-draft'))).toBeNull();
  });
});

describe('changing a request', () => {
  it('saves what was changed', async () => {
    await asker.open(`/vragen/${request}`);
    await asker.follow('Wijzig de vraag');
    await looks({ name: 'vraag-wijzig', title: 'Wijzig uw vraag' });
    await asker.page.getByLabel('Vertel het in 1 of 2 zinnen').fill('Wie is er even bij Piet?');
    await asker.press('Bewaar de wijziging');
    await asker.sees('Uw wijziging is opgeslagen.');
    expect(await asker.text()).not.toContain('Dan kan ik weg');
    await looks({ name: 'vraag-gewijzigd', title: 'Uw vraag', shows: 'Wie is er even bij Piet?' });
  });

  it('shows both versions when somebody else was first, and loses neither', async () => {
    await asker.open(`/vragen/${request}/wijzig`);
    await asker.onPage('Wijzig uw vraag');
    await asker.page.evaluate(async (id) => {
      const path = `/v1/help-requests/${id}`;
      const etag = (await fetch(path)).headers.get('ETag') ?? '';
      const headers = { 'Content-Type': 'application/json', 'If-Match': etag };
      await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ summary: 'Door een ander' }) });
    }, request);
    await asker.page.getByLabel('Vertel het in 1 of 2 zinnen').fill('Door mijzelf');
    await asker.press('Bewaar de wijziging');
    await looks({ name: 'vraag-net-veranderd', title: 'Uw vraag is net veranderd', shows: 'Door een ander' });
    await asker.press('Bewaar toch mijn wijziging');
    await asker.sees('Uw wijziging is opgeslagen.');
    await comesToTell(asker, 'Door mijzelf');
  });

  it('is not for another person', async () => {
    const other = await at.visitor();
    await signIn(at, other, 'jan@voorbeeld.invalid', `/vragen/${request}/wijzig`);
    await other.onPage('Deze vraag vinden wij niet');
    expect(await other.text()).not.toContain('Door mijzelf');
  });

  it('takes it back, and asks the same again with everything filled in', async () => {
    await asker.press('Trek de vraag in');
    await asker.press('Ja, trek de vraag in');
    // The button that was pressed is gone: who works with the keyboard stays in the page.
    await asker.page.waitForFunction(() => document.activeElement?.id === 'inhoud');
    await looks({ name: 'vraag-ingetrokken', title: 'Uw vraag', shows: 'Toch nog hulp nodig?' });
    await asker.press('Stel deze vraag opnieuw');
    await asker.onPage('Wanneer heeft u hulp nodig?');
    await asker.follow('Terug');
    await asker.onPage('Waar kan een buur u mee helpen?');
    await comesTo(() => asker.page.getByLabel('Vertel het in 1 of 2 zinnen').inputValue(), 'Door mijzelf');
  });

  it('forgets the draft when the asker signs out', async () => {
    expect(await asker.page.evaluate(() => localStorage.getItem('zb-draft'))).not.toBeNull();
    await asker.page.getByText('Menu', { exact: true }).click();
    await asker.press('Uitloggen');
    await asker.sees('U bent uitgelogd.');
    expect(
      await asker.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zb-draft'))),
    ).toEqual([]);
  });
});

describe('asking for every week', () => {
  it('is the third choice, and says what happens the first time and after it', async () => {
    const guest = await at.visitor();
    const keys = new Keyboard(guest);
    const sees = async (inspection: Inspection) => expect(await faultsOf(guest, inspection)).toEqual([]);
    await guest.open('/vraag');
    await guest.page.getByRole('radio', { name: 'Een boodschap halen' }).check();
    await guest.page.getByLabel('Vertel het in 1 of 2 zinnen').fill('Wie haalt elke week boodschappen voor mij?');
    await guest.press('Volgende');
    await guest.onPage('Wanneer heeft u hulp nodig?');
    await keys.pressUntil('Tab', /Vandaag, met spoed/);
    await keys.press('ArrowDown', 'ArrowDown');
    await guest.sees('Op welke dagen?');
    await guest.press('Volgende');
    await sees({ name: 'vraag-2-elke-week-fout', title: 'Wanneer heeft u hulp nodig?', shows: 'Kies minstens 1 dag' });
    await keys.pressUntil('Tab', 'Vrijdag');
    await keys.press('Space');
    await guest.page.getByLabel('Hoe laat?').fill('10:00');
    await guest.page.getByLabel('Hoe lang is dit nodig?').selectOption('4');
    await guest.sees(/De eerste keer is vrijdag .* om 10:00 uur/);
    await sees({
      name: 'vraag-2-elke-week',
      title: 'Wanneer heeft u hulp nodig?',
      shows: /De eerste keer is vrijdag/,
      inTheDark: true,
    });
    await guest.press('Volgende');
    await guest.page.getByLabel('Buurt', { exact: true }).selectOption({ label: 'Rossenberg' });
    await guest.page.getByLabel(/Straat en huisnummer/).fill('Voorbeeldpad 4');
    await guest.press('Volgende');
    await guest.onPage('Hoe lang duurt het ongeveer?');
    expect(await guest.text()).not.toContain('Hoeveel buren zijn er nodig?');
    await comesToTell(guest, 'Elke week op vrijdag om 10:00 uur');
    await guest.press('Volgende');
    await guest.page.getByLabel('Voornaam', { exact: true }).fill('Gerda');
    await guest.page.getByLabel('E-mailadres').fill('gerda@voorbeeld.invalid');
    const last = await at.lastMail();
    await guest.press('Verstuur mijn vraag');
    await guest.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor('gerda@voorbeeld.invalid', last));
    await guest.press('Bevestig mijn vraag');
    await guest.onPage('Uw vraag is verstuurd');
    await guest.sees(/De volgende keren bekijkt, verandert en stopt u in uw zorgkring/);
    await sees({
      name: 'vraag-elke-week-verstuurd',
      title: 'Uw vraag is verstuurd',
      shows: /Elke week op vrijdag om 10:00 uur, tot en met/,
    });
    await guest.follow('Bekijk uw zorgkring');
    await guest.onPage('Mijn zorgkring');
    await guest.sees('Op het bord');
    await comesTo(() => guest.page.getByText('Nog niemand', { exact: true }).count(), 3);
    await guest.page.goBack();
    await guest.onPage('Uw vraag is verstuurd');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
