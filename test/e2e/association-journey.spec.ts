import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo, comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const settings = '/vereniging/instellingen';

let at: Demonstration;
let marja: Visitor;
let frank: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  [marja, frank] = await Promise.all([at.visitor(), at.visitor({ width: 1280 })]);
  await signIn(at, marja, 'marja@voorbeeld.invalid', settings);
  await marja.onPage('Instellingen');
  await signIn(at, frank, 'gemeente@voorbeeld.invalid', '/gemeente');
  await frank.onPage('Verenigingen');
});
afterAll(() => at.stop());

const save = (visitor: Visitor): Promise<void> => visitor.press('Bewaar de instellingen');

describe('the settings of an association', () => {
  it('are changed by its coordinator, with who changed what below', async () => {
    await marja.sees('Wijkvereniging Rossenberg (voorbeeld)');
    await marja.page.getByLabel('Welkom voor nieuwe buren').fill('Fijn dat u er bent. <b>Marja</b>');
    await marja.page.getByRole('radio', { name: 'Op vaste tijden' }).check();
    await save(marja);
    await marja.sees('De instellingen zijn bewaard.');
    const text = await marja.text();
    expect(text).toContain('Marja: Welkom');
    expect(text).toContain('Werd: Fijn dat u er bent. <b>Marja</b>');
    const inspection = { name: 'vereniging-instellingen', title: 'Instellingen', shows: 'Marja: Openingstijden' };
    expect(await faultsOf(marja, { ...inspection, inTheDark: true })).toEqual([]);
  });

  it('say what is wrong with them, with the way to it', async () => {
    await marja.page.getByLabel('Spoed: de coördinator').selectOption('30');
    await marja.page.getByLabel('Spoed: het loket').selectOption('10');
    await save(marja);
    await marja.sees('Er mist nog iets');
    const fault = { name: 'vereniging-instellingen-fout', title: 'Instellingen', shows: 'Er mist nog iets' };
    expect(await faultsOf(marja, fault)).toEqual([]);
    await marja.page.getByLabel('Spoed: het loket').selectOption('45');
  });

  it('are not written over what somebody else changed meanwhile: both are shown, and both can be kept', async () => {
    await frank.follow('Instellingen van Wijkvereniging Rossenberg (voorbeeld)');
    await frank.onPage('Instellingen');
    await frank.page.getByLabel('Als er niemand komt').fill('Bel het wijkhuis.');
    await save(frank);
    await frank.sees('De instellingen zijn bewaard.');
    await save(marja);
    await marja.sees('Iemand anders veranderde dit net');
    const stale = { name: 'vereniging-instellingen-veranderd', title: 'Instellingen', shows: 'Nu: Bel het wijkhuis.' };
    expect(await faultsOf(marja, stale)).toEqual([]);
    // Who did that is told in the list below, before anything is decided.
    await comesToTell(marja, 'Werd: Bel het wijkhuis.');
    await marja.press('Bewaar mijn keuzes erbij');
    await marja.sees('De instellingen zijn bewaard.');
    await comesTo(() => marja.page.getByLabel('Als er niemand komt').inputValue(), 'Bel het wijkhuis.');
    await comesTo(() => marja.page.getByLabel('Spoed: het loket').inputValue(), '45');
  });

  it('can be kept with the keyboard alone', async () => {
    const { keyboard } = marja.page;
    await marja.page.getByLabel('Naam').focus();
    await keyboard.press('End');
    await keyboard.type(' 2');
    await keyboard.press('Enter');
    await marja.sees('De instellingen zijn bewaard.');
    await comesToTell(marja, 'Werd: Wijkvereniging Rossenberg (voorbeeld) 2');
  });

  it('are not for whoever works nowhere', async () => {
    const jan = await at.visitor();
    await signIn(at, jan, 'jan@voorbeeld.invalid', settings);
    await jan.sees('U werkt nog niet bij een organisatie');
    expect(await faultsOf(jan, { name: 'vereniging-geen', title: 'Instellingen', shows: 'U werkt nog niet' })).toEqual(
      [],
    );
    await jan.follow('Naar de startpagina');
    await jan.page.waitForURL(/\/$/);
    await jan.leave();
  });
});

describe('people of an association', () => {
  it('are added by e-mail address and invited', async () => {
    await marja.follow('Mensen');
    await marja.onPage('Mensen');
    await marja.page.getByLabel('E-mailadres').fill('geen adres');
    await marja.press('Stuur een uitnodiging');
    await marja.sees('Vul een e-mailadres in');
    await marja.page.getByLabel('E-mailadres').fill('lies@voorbeeld.invalid');
    await marja.press('Stuur een uitnodiging');
    await marja.sees('lies@voorbeeld.invalid is toegevoegd en krijgt een mail.');
    await at.awaitMails(
      ({ to, subject }) => to === 'lies@voorbeeld.invalid' && subject.startsWith('U bent nu coördinator'),
    );
    const members = { name: 'vereniging-mensen', title: 'Mensen', shows: 'Uitgenodigd, nog niet ingelogd' };
    expect(await faultsOf(marja, { ...members, inTheDark: true })).toEqual([]);
  });

  it('are removed after being asked once more, and never the last', async () => {
    await marja.press('Haal lies@voorbeeld.invalid weg');
    await marja.press('Ja, haal weg');
    await marja.sees('Weggehaald.');
    await marja.press(/Haal Marja/);
    await marja.press('Ja, haal weg');
    expect(await marja.sees('Dit is de laatste.')).toContain('Voeg eerst iemand anders toe.');
  });
});

describe('a new association', () => {
  it('is prepared step by step and opened when it is whole', async () => {
    await marja.open(settings);
    await marja.onPage('Instellingen');
    await marja.page.getByRole('checkbox', { name: 'Rossenberg', exact: true }).uncheck();
    await save(marja);
    await marja.sees('De instellingen zijn bewaard.');
    await frank.open('/gemeente');
    await frank.onPage('Verenigingen');
    expect(await faultsOf(frank, { name: 'gemeente', title: 'Verenigingen', shows: 'Nieuwe vereniging' })).toEqual([]);
    await frank.page.getByLabel('Naam').fill('Nieuw Rossenberg');
    await frank.press('Begin');
    await frank.onPage('Nieuw Rossenberg voorbereiden');
    await frank.page.getByRole('checkbox', { name: 'Rossenberg', exact: true }).check();
    const area = {
      name: 'gemeente-voorbereiden-gebied',
      title: 'Nieuw Rossenberg voorbereiden',
      shows: '1 buurt gekozen',
    };
    expect(await faultsOf(frank, area)).toEqual([]);
    await frank.press('Bewaar en ga verder');
    await frank.sees('Stap 2 van 5');
    await frank.page.getByLabel('E-mailadres').fill('marja@voorbeeld.invalid');
    await frank.page.getByRole('checkbox', { name: 'Mag instellingen veranderen' }).check();
    await frank.press('Stuur een uitnodiging');
    await frank.sees('marja@voorbeeld.invalid is toegevoegd');
    await frank.page.getByLabel('Contactpersoon', { exact: true }).selectOption({ label: 'Marja' });
    await frank.press('Bewaar en ga verder');
    await frank.sees('Stap 3 van 5');
    await frank.press('Bewaar en ga verder');
    await frank.sees('Stap 4 van 5');
    await frank.press('Bewaar en ga verder');
    await frank.sees('Stap 5 van 5');
    const check = {
      name: 'gemeente-voorbereiden-openen',
      title: 'Nieuw Rossenberg voorbereiden',
      shows: 'Klopt alles?',
    };
    expect(await faultsOf(frank, check)).toEqual([]);
    await frank.page.goBack();
    await frank.sees('Stap 4 van 5');
    await frank.page.goForward();
    await frank.press('Open de vereniging');
    await frank.sees('De vereniging is open.');
  });

  it('is the second of its coordinator, who says above the page for which one it is', async () => {
    await marja.open(settings);
    await marja.onPage('Instellingen');
    await marja.page.getByLabel('U werkt nu voor').selectOption({ label: 'Nieuw Rossenberg' });
    await marja.page.getByLabel('Welke organisatie?').waitFor();
    await comesTo(() => marja.page.getByLabel('Naam').inputValue(), 'Nieuw Rossenberg');
    expect(await faultsOf(marja, { name: 'vereniging-twee', title: 'Instellingen', shows: 'Gebied' })).toEqual([]);
  });

  it('left no script that failed', () => {
    expect(at.complaints()).toEqual([]);
  });
});
