import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { comesTo, comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(120_000);

let at: Demonstration;
let asker: Visitor;
let newcomer: Visitor;
let jan: Visitor;

const newcomerEmail = 'nieuwe.buur@voorbeeld.invalid';

beforeAll(async () => {
  at = await Demonstration.start();
  [asker, newcomer, jan] = [await at.visitor(), await at.visitor(), await at.visitor({ width: 1280 })];
});
afterAll(() => at.stop());

describe('a neighbour who is willing', () => {
  it('signs up in three steps, with a yes that is not asked again after signing in', async () => {
    const { page } = newcomer;
    await newcomer.open('/bereid');
    await page.getByLabel('Uw buurt').selectOption({ label: dogWalk.neighbourhood });
    await newcomer.press('Volgende');
    await page.getByRole('checkbox', { name: 'Hond uitlaten' }).check();
    await newcomer.press('Volgende');
    await page.getByRole('checkbox', { name: 'U mag mij ook vragen als het spoed heeft' }).check();
    await newcomer.press('Ja, ik ben wel bereid');
    await newcomer.onPage('Nog 1 stap: uw e-mailadres');
    await page.getByLabel('Uw e-mailadres').fill(newcomerEmail);
    await newcomer.press('Stuur mij een code');
    await page.getByLabel('De code uit uw e-mail').fill(await at.codeFor(newcomerEmail));
    await newcomer.press('Log in');
    await newcomer.onPage('Hoe heet u?');
    await page.getByLabel('Voornaam').fill('Nadia');
    await newcomer.press('Ga verder');
    await newcomer.onPage('Fijn. U staat op de lijst');
    expect(await (await page.request.get('/v1/helper-profile')).json()).toMatchObject({ acute: true });
  });

  it('says yes to a request on the board', async () => {
    await askAsGuest(at, asker);
    await newcomer.follow('Bekijk wie nu hulp vraagt');
    await newcomer.follow(/^Ik kan helpen/);
    await newcomer.onPage('Wilt u helpen?');
    await newcomer.press('Ja, ik help');
    await newcomer.onPage('U zei ja. Fijn!');
    expect(await newcomer.text()).not.toContain(dogWalk.address);
    expect(await asker.sees(/^Is het goed dat/)).toBe('Is het goed dat Nadia komt?');
  });

  it('can withdraw, after which the asker and the board know', async () => {
    await jan.open('/hulpvragen');
    await jan.onPage('Hulpvragen in Leusden');
    await newcomer.press('Ik kan toch niet');
    await newcomer.press('Ja, ik kan toch niet');
    await newcomer.onPage('Mijn afspraken');
    // Who was asked before is not asked again: when that was everybody, the coordinator has it at once.
    await asker.sees(/Wij vragen nu buren|Marja zoekt nu met u verder/);
    await comesTo(() => asker.page.getByRole('heading', { name: /Is het goed dat/ }).count(), 0);
    await jan.page.getByRole('button', { name: 'Toon 1 nieuwe vraag' }).click();
    await jan.page.getByRole('link', { name: /^Ik kan helpen/ }).waitFor();
  });
});

describe('an agreement', () => {
  it('is made by another neighbour from the board and the asker', async () => {
    await signIn(at, jan, 'jan@voorbeeld.invalid', '/hulpvragen');
    await jan.follow(/^Ik kan helpen/);
    await jan.press('Ja, ik help');
    await jan.onPage('U zei ja. Fijn!');
    await asker.press('Ja, dat is goed');
    await asker.sees('Jan komt u helpen');
    await jan.sees('Truus heeft ook ja gezegd');
    await comesToTell(jan, dogWalk.address);
  });

  it('ends with the question whether it worked, to both', async () => {
    await at.passHours(3.2);
    await asker.page.reload();
    await asker.press('Ja, het is gelukt');
    expect(await asker.sees(/^Het is gelukt/)).toBe('Het is gelukt. Fijn!');
    expect(await jan.sees(/^Het is gelukt/)).toBe('Het is gelukt. Dank u wel!');
  });
});

describe('a request that is not needed any more', () => {
  it('is withdrawn after asking once more, and leaves the board', async () => {
    await at.startDay();
    const [other, watcher] = [await at.visitor(), await at.visitor()];
    await askAsGuest(at, other, { ...dogWalk, email: 'ans@voorbeeld.invalid', givenName: 'Ans' });
    await watcher.open('/hulpvragen');
    await watcher.page.getByRole('link', { name: /^Ik kan helpen/ }).waitFor();
    await other.press('Trek de vraag in');
    await other.press('Nee, ga terug');
    await other.sees('Wij vragen nu buren');
    await other.press('Trek de vraag in');
    await other.press('Ja, trek de vraag in');
    expect(await other.sees('U heeft deze vraag ingetrokken')).not.toBe('');
    await watcher.page.getByRole('link', { name: /^Ik kan helpen/ }).waitFor({ state: 'detached' });
  });

  it('gave no browser a reason to complain', () => {
    expect(at.complaints()).toEqual([]);
  });
});
