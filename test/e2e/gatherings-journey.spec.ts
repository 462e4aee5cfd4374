import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, faultsOfState, type Inspection } from './inspect.js';
import { Keyboard } from './keyboard.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const coffee = 'Koffie in Rossenberg';

let at: Demonstration;
let reader: Visitor;
let marja: Visitor;

const looks = async (visitor: Visitor, inspection: Inspection): Promise<void> => {
  expect(await faultsOf(visitor, inspection)).toEqual([]);
};

beforeAll(async () => {
  at = await Demonstration.start();
  reader = await at.visitor();
  marja = await at.visitor({ width: 1280 });
});
afterAll(() => at.stop());

describe('gatherings', () => {
  it('are found at the foot of every page by who is not signed in, and by buurt', async () => {
    await reader.open('/');
    await reader.follow('Ontmoetingen');
    await looks(reader, { name: 'ontmoetingen', title: 'Ontmoetingen', shows: coffee, inTheDark: true });
    await reader.page.getByRole('combobox', { name: 'Waar' }).selectOption({ label: 'Stoutenburg' });
    await reader.sees('Hier is nu niets');
    expect(await faultsOfState(reader, { title: 'Ontmoetingen', shows: 'Hier is nu niets' })).toEqual([]);
    await reader.page.goBack();
    await reader.follow(/^Bekijk.*Koffie in Rossenberg/);
    await looks(reader, { name: 'ontmoeting-gast', title: coffee, shows: 'Ik kom' });
    await reader.page
      .getByRole('link', { name: /^Ik kom/ })
      .first()
      .click();
    await reader.page.waitForURL(/\/inloggen\?terug=%2Fontmoetingen%2F/);
  });

  it('are visited with one tap, with others along, and left and joined again', async () => {
    await signIn(at, reader, 'wim@voorbeeld.invalid', '/ontmoetingen');
    await reader.follow(/^Bekijk.*Koffie in Rossenberg/);
    await reader.page.getByLabel('Wie neemt u mee?').first().selectOption({ label: '2 anderen' });
    await reader.page
      .getByRole('button', { name: /^Ik kom/ })
      .first()
      .click();
    await reader.sees('U komt met 2 anderen');
    await looks(reader, { name: 'ontmoeting', title: coffee, shows: 'U komt met 2 anderen', inTheDark: true });
    const keys = new Keyboard(reader);
    await keys.pressUntil('Tab', /^Toch niet/);
    await keys.press('Enter');
    await reader.sees('U komt niet. Dat is doorgegeven.');
    await keys.pressUntil('Tab', /^Ik kom toch wel/);
    await keys.press('Enter');
    await reader.sees('U komt met 2 anderen');
    expect(await faultsOfState(reader, { title: coffee, shows: 'U komt met 2 anderen' })).toEqual([]);
  });

  it('are announced by an organiser, who sees how many come and nobody by name', async () => {
    await signIn(at, marja, 'marja@voorbeeld.invalid', '/werklijst');
    await marja.page.getByRole('main').getByRole('link', { name: 'Ontmoetingen' }).click();
    await looks(marja, {
      name: 'ontmoetingen-organiseren',
      title: 'Ontmoetingen van uw organisatie',
      shows: '3 mensen gaven zich op',
    });
    expect(await marja.text()).not.toContain('Wim');
    await marja.follow('Kondig een ontmoeting aan');
    const { page } = marja;
    await page.getByRole('button', { name: 'Kondig aan' }).click();
    await marja.sees('Vul een naam in');
    const title = 'Ontmoetingen van uw organisatie';
    expect(await faultsOfState(marja, { title, shows: 'Vul een naam in' })).toEqual([]);
    await page.getByLabel('Naam').fill('Soep op zaterdag');
    await page.getByLabel('Wat gaan mensen doen?').fill('Wij eten samen soep.');
    await page.getByLabel('Plaats').fill('Voorbeeldzaal 3');
    await page.getByLabel('Buurt', { exact: true }).selectOption({ label: 'Rossenberg' });
    await looks(marja, { name: 'ontmoeting-aankondigen', title, shows: 'Nieuwe ontmoeting' });
    await page.getByRole('button', { name: 'Kondig aan' }).click();
    await marja.sees(/Aangekondigd, voor \d+ keer/);
    await marja.sees('Soep op zaterdag');
  });

  it('are changed and cancelled, and who would come reads that it is off', async () => {
    await marja.follow(/^Verander.*Koffie in Rossenberg/);
    await marja.page.getByLabel('Begint om').fill('11:00');
    await marja.press('Bewaar');
    await marja.sees('Veranderd. Wie komt');
    await at.awaitMails(({ to, subject }) => to === 'wim@voorbeeld.invalid' && subject === `Veranderd: ${coffee}`);
    // One of many dates, which cannot be brought back: the question names it.
    await marja.page
      .getByRole('button', { name: /^Zeg af/ })
      .first()
      .click();
    expect(await marja.page.getByRole('dialog').innerText()).toMatch(
      /, van \d\d:\d\d tot \d\d:\d\d uur\. Wie zou komen/,
    );
    await marja.press('Nee, ga terug');
    await marja.press(/^Zeg alles af.*Koffie in Rossenberg/);
    await marja.press('Ja, zeg alles af');
    await marja.sees('Afgezegd. Wie zou komen');
    await at.awaitMails(({ to, subject }) => to === 'wim@voorbeeld.invalid' && subject === `Gaat niet door: ${coffee}`);
    await reader.page.reload();
    expect(await faultsOfState(reader, { title: coffee, shows: 'Gaat niet door' })).toEqual([]);
  });

  it('are asked about when nobody noted how many came', async () => {
    await at.passHours(24 * 12);
    await marja.open('/werklijst?soort=nieuw');
    await marja.follow(/Hoeveel mensen kwamen er\?/);
    await looks(marja, {
      name: 'ontmoetingen-doorgeven',
      title: 'Ontmoetingen van uw organisatie',
      shows: 'Door te geven',
    });
    const [first] = await marja.page.getByRole('button', { name: /^Geef door/ }).all();
    await first!.click();
    await marja.sees('Vul een getal in van 0 tot 2000');
    await marja.page.getByLabel('Hoeveel mensen kwamen er?').first().fill('14');
    await first!.click();
    await marja.sees('14 mensen kwamen');
    await marja.press(/^Verbeter het aantal/);
    await comesTo(() => marja.page.evaluate(() => (document.activeElement as HTMLInputElement).value), '14');
    await marja.press('Nee, ga terug');
    await marja.sees('14 mensen kwamen');
    expect(await marja.text()).toContain('Koffie');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
