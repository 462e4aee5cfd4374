import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

const email = 'jan@voorbeeld.invalid';
const moved = 'jan.verhuisd@voorbeeld.invalid';

let at: Demonstration;
let person: Visitor;
let telephone: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  [person, telephone] = await Promise.all([at.visitor({ keyboardAlone: true }), at.visitor()]);
  await signIn(at, telephone, email, '/gegevens');
  await telephone.onPage('Mijn gegevens');
  await signIn(at, person, email, '/gegevens');
  await person.onPage('Mijn gegevens');
});
afterAll(() => at.stop());

const looks = async (inspection: Inspection): Promise<void> => {
  expect(await faultsOf(person, inspection)).toEqual([]);
};
const codeField = (address: string) => person.page.getByLabel(`Code uit de e-mail naar ${address}`);

/** What a device may keep of nobody: lists that everybody may read, and how the device is set. */
const ofNobody = new Set(['zb-read-/v1/neighbourhoods', 'zb-read-/v1/associations', 'zb-clock-offset', 'zb-language']);

describe('the rights of a person', () => {
  it('to see where one is signed in, and to end it', async () => {
    await person.follow('Bekijk waar u bent ingelogd');
    await looks({ name: 'gegevens-apparaten', title: 'Waar u bent ingelogd', shows: 'Dit apparaat' });
    await person.press('Log overal uit, behalve hier');
    await person.sees('U bent nu alleen nog hier ingelogd.');
    expect(await telephone.status('/v1/me')).toBe(401);
    expect(await person.status('/v1/me')).toBe(200);
  });

  it('to another address, with a code of each', async () => {
    await person.open('/gegevens');
    await person.follow('Verander: E-mail');
    await person.press('Stuur 2 codes');
    await looks({ name: 'gegevens-e-mail-fout', title: 'Een ander e-mailadres', shows: 'Er mist nog iets' });
    const after = await at.lastMail();
    await person.page.getByLabel('Uw nieuwe e-mailadres').fill(moved);
    await person.press('Stuur 2 codes');
    await codeField(email).fill(await at.codeFor(email, after));
    await codeField(moved).fill(await at.codeFor(moved, after));
    await looks({ name: 'gegevens-e-mail-codes', title: 'Een ander e-mailadres' });
    await person.press('Verander mijn adres');
    await person.sees('Opgeslagen.');
    await comesToTell(person, moved);
  });

  it('to take everything along, as a page and as data', async () => {
    await person.follow('Neem uw gegevens mee');
    await looks({ name: 'gegevens-meenemen', title: 'Neem uw gegevens mee' });
    const after = await at.lastMail();
    await person.press('Stuur mij een code');
    await codeField(moved).fill(await at.codeFor(moved, after));
    await person.press('Maak het bestand');
    await looks({ name: 'gegevens-klaar', title: 'Neem uw gegevens mee', shows: 'Uw gegevens staan klaar' });
    for (const button of ['Bewaar als leesbare pagina', /JSON/]) {
      const [download] = await Promise.all([person.page.waitForEvent('download'), person.press(button)]);
      expect(await readFile(await download.path(), 'utf8')).toContain(moved);
    }
  });

  it('to be erased, after hearing what that means', async () => {
    await person.open('/gegevens/wissen');
    await looks({ name: 'gegevens-wissen', title: 'Wis uw account', shows: 'Dit kunt u niet terugdraaien' });
    const after = await at.lastMail();
    await person.press('Stuur mij een code');
    await codeField(moved).fill(await at.codeFor(moved, after));
    await person.press('Ja, wis mijn account');
    await looks({ name: 'gewist', title: 'Uw account is gewist' });
    expect(await person.status('/v1/me')).toBe(401);
    const kept = await person.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zb-')));
    expect(kept.filter((key) => !ofNobody.has(key))).toEqual([]);
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
