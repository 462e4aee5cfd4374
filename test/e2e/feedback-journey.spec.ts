import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

const words = 'De knop om te versturen is klein.';
let at: Demonstration;
let guest: Visitor;
let reader: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  [guest, reader] = [await at.visitor(), await at.visitor()];
});
afterAll(() => at.stop());

describe('an opinion about the site', () => {
  it('is written by keyboard alone, from the page about accessibility', async () => {
    const { page } = guest;
    await guest.open('/toegankelijkheid');
    await page.getByRole('link', { name: 'Vertel wat er niet werkt' }).focus();
    await page.keyboard.press('Enter');
    await guest.onPage('Uw mening');
    expect(
      await faultsOf(guest, {
        name: 'uw-mening',
        title: 'Uw mening',
        shows: 'Vertel het in uw eigen woorden',
        inTheDark: true,
      }),
    ).toEqual([]);
    await comesTo(() => page.getByLabel('Waar gaat het over?').inputValue(), 'broken');
    await page.getByLabel('Uw e-mailadres').focus();
    await page.keyboard.type('geen adres');
    await page.keyboard.press('Enter');
    await guest.sees('Er mist nog iets');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Schrijf op wat u wilt vertellen');
    expect(await faultsOf(guest, { name: 'uw-mening-fout', title: 'Uw mening', shows: 'Er mist nog iets' })).toEqual(
      [],
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type(words);
  });

  it('is not lost without internet', async () => {
    const { page } = guest;
    await page.getByLabel('Uw e-mailadres').fill('ria@voorbeeld.invalid');
    await page.context().setOffline(true);
    await guest.press('Verstuur uw mening');
    await guest.sees(/^Geen internet. Uw mening is niet verstuurd/);
    await page.context().setOffline(false);
    await page.reload();
    await comesTo(() => page.getByLabel('Vertel het in uw eigen woorden').inputValue(), words);
    await guest.press('Verstuur uw mening');
    const sent = { name: 'uw-mening-verstuurd', title: 'Uw mening', shows: 'Wij bewaren het hooguit 90 dagen.' };
    expect(await faultsOf(guest, sent)).toEqual([]);
    await guest.press('Vertel nog iets');
    await comesTo(() => page.getByLabel('Vertel het in uw eigen woorden').inputValue(), '');
  });

  it('is read and dealt with by who runs the site', async () => {
    await signIn(at, reader, 'gemeente@voorbeeld.invalid', '/uw-mening');
    await reader.follow('Lees wat mensen schreven');
    const screen = { name: 'mening-gelezen', title: 'Wat mensen schreven', shows: words };
    expect(await faultsOf(reader, screen)).toEqual([]);
    const answer = await reader.page.getByRole('link', { name: 'Stuur antwoord' }).getAttribute('href');
    expect(answer).toContain('mailto:ria%40voorbeeld.invalid');
    await reader.press('Klaar, haal weg');
    await reader.sees('Het bericht is weg.');
    const empty = { name: 'mening-leeg', title: 'Wat mensen schreven', shows: 'Er is nog niets geschreven' };
    expect(await faultsOf(reader, empty)).toEqual([]);
  });

  it('is not for others to read', async () => {
    await signIn(at, guest, 'jan@voorbeeld.invalid', '/uw-mening');
    await guest.onPage('Uw mening');
    await comesTo(() => guest.page.getByRole('link', { name: 'Lees wat mensen schreven' }).count(), 0);
    await guest.open('/gemeente/meningen');
    const refused = {
      name: 'mening-niet-voor-u',
      title: 'Wat mensen schreven',
      shows: /^Deze pagina is voor beheerders/,
    };
    expect(await faultsOf(guest, refused)).toEqual([]);
  });

  it('gave no browser a reason to complain', () => {
    const reasons = at.complaints().filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'));
    expect(reasons).toEqual([]);
  });
});
