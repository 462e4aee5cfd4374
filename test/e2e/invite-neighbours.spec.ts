import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let coordinator: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  coordinator = await at.visitor();
  await signIn(at, coordinator, 'huiskamer@voorbeeld.invalid', '/werklijst');
});
afterAll(() => at.stop());

/** What has the focus says this: on a telephone that is also what is to be seen. */
const focusSays = (text: string): Promise<void> =>
  comesTo(() => coordinator.page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim()), text);

describe('an organiser writes to who is willing', () => {
  it('finds the groups from the work list, with the rules that make them', async () => {
    await coordinator.onPage('Werklijst');
    await coordinator.follow('Nodig buren uit');
    const faults = await faultsOf(coordinator, {
      name: 'werklijst-uitnodigen',
      title: 'Nodig buren uit',
      shows: 'Hielp nog nooit. Kreeg nog nooit een vraag. Is al 7 dagen of meer wel bereid.',
      inTheDark: true,
    });
    expect(faults).toEqual([]);
  });

  it('is told what does not belong in the own words, and cannot send them', async () => {
    await coordinator.press('Schrijf deze groep: Nog nooit gevraagd');
    await coordinator.page.getByLabel('Uw eigen woorden').fill('Bel mij op 06 12345678.');
    await coordinator.press('Bekijk de brief');
    await coordinator.sees('Haal dit eerst uit uw tekst');
    await focusSays('Zo ziet de brief eruit');
    await comesTo(() => coordinator.page.getByRole('button', { name: 'Verstuur de brieven' }).count(), 0);
  });

  it('finds the own words again after looking at the other groups', async () => {
    await coordinator.press('Kies een andere groep');
    await coordinator.press('Schrijf deze groep: Nog nooit gevraagd');
    await comesTo(() => coordinator.page.getByLabel('Uw eigen woorden').inputValue(), 'Bel mij op 06 12345678.');
    await coordinator.press('Bekijk de brief');
    await coordinator.sees('Haal dit eerst uit uw tekst');
  });

  it('sees the whole letter and who is held out, with the keyboard alone, and sends it', async () => {
    const { page } = coordinator;
    await page.getByLabel('Uw eigen woorden').fill('Ik hoop u eens te zien in de Huiskamer.');
    await coordinator.sees('U veranderde uw tekst. Bekijk de brief opnieuw.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const faults = await faultsOf(coordinator, {
      name: 'werklijst-uitnodigen-brief',
      title: 'Nodig buren uit',
      shows: 'Ik wil geen uitnodigingen meer',
    });
    expect(faults).toEqual([]);
    await coordinator.sees(/Het lot wijst \d+ mensen aan die nu geen brief krijgen/);
    await page.getByRole('button', { name: 'Verstuur de brieven' }).focus();
    await page.keyboard.press('Enter');
    await focusSays('De brieven gaan op weg.');
    expect(await coordinator.sees(/Brieven verstuurd: /)).toMatch(/verstuurd: (minder dan 10|\d+) van \d+\./);
    await coordinator.sees(/^U schreef deze groep al\. Dat kan weer na /);
    const begun = await faultsOf(coordinator, {
      name: 'werklijst-uitnodigen-verstuurd',
      title: 'Nodig buren uit',
      shows: /kijken wij of het werkte/,
    });
    expect(begun).toEqual([]);
  });

  it('lets whoever gets the letter stop with one press, without JavaScript and without signing in', async () => {
    const [mail] = await at.awaitMails(({ text }) => text.includes('/geen-uitnodigingen/'), 5);
    expect(mail?.text).toContain('Ik hoop u eens te zien in de Huiskamer.');
    const path = /\/geen-uitnodigingen\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    const anew = await at.visitor();
    await anew.open(path);
    const faults = await faultsOf(anew, {
      name: 'geen-uitnodigingen',
      title: 'Geen uitnodigingen meer',
      shows: 'Stuur mij geen uitnodigingen',
    });
    expect(faults).toEqual([]);
    const neighbour = await at.visitor({ javaScript: false });
    await neighbour.open(path);
    await neighbour.press('Stuur mij geen uitnodigingen');
    await neighbour.onPage('U krijgt geen uitnodigingen meer');
    await signIn(at, anew, mail?.to ?? '', '/mijn-hulp');
    const mine = await faultsOf(anew, {
      name: 'mijn-hulp-uitnodigingen',
      title: 'Mijn hulp',
      shows: 'U krijgt geen uitnodigingen. Vragen van buren krijgt u wel.',
    });
    expect(mine).toEqual([]);
    await anew.press('Ik wil weer uitnodigingen');
    await anew.sees(/Uw coördinator mag u schrijven over helpen/);
  });

  it('stops the letters after being asked once more', async () => {
    await coordinator.open('/werklijst/uitnodigen');
    // The letters of the first day do not reach everybody of this group.
    await coordinator.page.getByRole('button', { name: /^Stop deze brieven: / }).click();
    await coordinator.sees('Geen brieven meer sturen?');
    await coordinator.page.getByRole('button', { name: 'Stop deze brieven', exact: true }).click();
    expect(await coordinator.sees('Er gaan geen brieven meer weg.')).toContain('brieven');
    await comesTo(() => coordinator.page.locator('li:focus').getByText('Gestopt').count(), 1);
  });

  it('makes cards for the street, which begin at the right neighbourhood', async () => {
    await coordinator.page.getByLabel('Voor welke buurt?').selectOption({ label: 'Wildenburg' });
    await coordinator.press('Maak de kaartjes');
    const file = await coordinator.page.getByRole('link', { name: 'Bewaar de kaartjes' }).getAttribute('download');
    expect(file).toMatch(/[.]pdf$/);
    const neighbour = await at.visitor();
    await neighbour.open('/bereid?buurt=BU03270008');
    await neighbour.page.waitForFunction(() => {
      const select = document.querySelector('select');
      return select?.selectedOptions[0]?.textContent === 'Wildenburg';
    });
  });
});
