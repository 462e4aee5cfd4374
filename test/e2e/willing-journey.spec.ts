import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askOverHttp } from './ask-over-http.js';
import { comesTo, comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { brokenWords } from './enlarged.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let neighbour: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  neighbour = await at.visitor({ keyboardAlone: true });
});
afterAll(() => at.stop());

const looks = async (inspection: Inspection): Promise<void> => {
  expect(await faultsOf(neighbour, inspection)).toEqual([]);
};
/** The answer that stands beside a name in the overview. */
const answer = (label: string): Promise<string> =>
  neighbour.page
    .locator('.zb-sum > div')
    .filter({ has: neighbour.page.getByText(label, { exact: true }) })
    .locator('dd')
    .first()
    .innerText();

describe('somebody who is willing', () => {
  it('says so in three screens', async () => {
    const email = 'nieuwe.buur@voorbeeld.invalid';
    await neighbour.open('/bereid');
    await neighbour.page.getByLabel('Uw buurt').selectOption({ label: 'Hamershof' });
    await neighbour.press('Volgende');
    await neighbour.onPage('Wat wilt u wel doen?');
    expect(await brokenWords(neighbour.page)).toEqual([]);
    await neighbour.page.getByRole('checkbox', { name: 'Koffie drinken' }).check();
    await neighbour.press('Volgende');
    await neighbour.onPage('Wanneer kunt u?');
    await neighbour.press('Ja, ik ben wel bereid');
    await neighbour.onPage('Nog 1 stap: uw e-mailadres');
    await neighbour.page.getByLabel('Uw e-mailadres').fill(email);
    await neighbour.press('Stuur mij een code');
    await neighbour.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor(email));
    await neighbour.press('Log in');
    await neighbour.page.getByLabel('Voornaam').fill('Fatma');
    await neighbour.press('Ga verder');
    // The yes was said before signing in: it is not asked twice.
    await neighbour.onPage('Fijn. U staat op de lijst');
    await comesToTell(neighbour, 'Hooguit 2 vragen per week'.toLowerCase());
  });

  it('hears honestly that nobody asks nearby, with one small other thing to do', async () => {
    await looks({ name: 'bereid-klaar', title: 'Fijn. U staat op de lijst', shows: 'Nog geen vraag in uw buurt' });
    await neighbour.follow('Nodig een buur uit');
    await looks({ name: 'uitnodigen', title: 'Nodig een buur uit', shows: `${at.url}/bereid` });
    await comesTo(() => neighbour.page.getByRole('img', { name: /Code om te scannen/ }).count(), 1);
  });

  it('sees everything that was chosen', async () => {
    await neighbour.open('/mijn-hulp');
    await looks({ name: 'mijn-hulp', title: 'Mijn hulp', shows: 'Hamershof', inTheDark: true });
    expect(await brokenWords(neighbour.page)).toEqual([]);
    await comesTo(() => answer('Wat u doet'), 'Koffie drinken');
    await comesTo(() => answer('Hoe vaak'), 'Hooguit 2 vragen per week');
  });

  it('changes one answer, and undoes it', async () => {
    await neighbour.follow('Verander: Hoe vaak');
    await looks({ name: 'mijn-hulp-hoe-vaak', title: 'Hoe vaak mogen wij vragen?' });
    await neighbour.page.getByLabel('Hoeveel vragen mogen wij u per week stellen?').selectOption('1');
    await neighbour.page.getByLabel('Rust vanaf').fill('19:30');
    await neighbour.press('Bewaar');
    await neighbour.sees('Opgeslagen.');
    await comesTo(() => answer('Hoe vaak'), 'Hooguit 1 vraag per week');
    expect(await answer('Uw rust')).toContain('19:30');
    await neighbour.press('Maak ongedaan');
    await neighbour.sees('Het is weer zoals het was.');
    await comesTo(() => answer('Hoe vaak'), 'Hooguit 2 vragen per week');
    expect(await answer('Uw rust')).toContain('21:00');
  });

  it('is told what is missing', async () => {
    await neighbour.follow('Verander: Hoe wij u vragen');
    await neighbour.page.getByRole('checkbox', { name: 'Per e-mail' }).uncheck();
    await neighbour.press('Bewaar');
    await looks({ name: 'mijn-hulp-fout', title: 'Hoe mogen wij u vragen?', shows: 'Er mist nog iets' });
    await neighbour.page.getByRole('checkbox', { name: 'Bel mij op' }).check();
    await neighbour.sees('is uw telefoonnummer nodig');
    await neighbour.follow('Terug naar mijn hulp');
    await comesTo(() => answer('Hoe wij u vragen'), 'Per e-mail');
  });

  it('takes a pause, and ends it', async () => {
    await neighbour.page.getByRole('radio', { name: '2 weken' }).check();
    await neighbour.press('Begin de pauze');
    await looks({ name: 'mijn-hulp-pauze', title: 'Mijn hulp', shows: 'U heeft pauze' });
    await neighbour.press('Stop de pauze');
    await neighbour.sees('Even pauze?');
    expect(await neighbour.text()).not.toContain('U heeft pauze');
  });

  it('who asks for much help is not asked, unless they want to be', async () => {
    const own = { category: 'groceries', neighbourhood: 'Rossenberg', email: 'nieuwe.buur@voorbeeld.invalid' };
    for (const hours of [3, 5]) await askOverHttp(at, { ...own, givenName: 'Fatma', hours });
    await neighbour.open('/mijn-hulp');
    await looks({ name: 'mijn-hulp-zelf-hulp', title: 'Mijn hulp', shows: 'U vraagt zelf veel hulp', inTheDark: true });
    const askAnyway = neighbour.page.getByRole('button', { name: 'Vraag mij toch' });
    await askAnyway.focus();
    await neighbour.page.keyboard.press('Enter');
    await neighbour.sees('Opgeslagen.');
    await comesTo(() => answer('Als u zelf hulp vraagt'), 'Ja, vraag mij dan ook');
    await comesTo(() => askAnyway.count(), 0);
  });

  it('sees and changes name and telephone', async () => {
    await neighbour.open('/gegevens');
    await looks({ name: 'gegevens', title: 'Mijn gegevens', shows: 'Fatma' });
    await neighbour.follow('Verander: Telefoon');
    await looks({ name: 'gegevens-naam', title: 'Uw naam en telefoon' });
    await neighbour.page.getByLabel(/^Telefoon/).fill('bel mij');
    await neighbour.press('Bewaar');
    await neighbour.sees('Er mist nog iets');
    await neighbour.page.getByLabel(/^Telefoon/).fill('06 12345678');
    await neighbour.press('Bewaar');
    await neighbour.sees('Opgeslagen.');
    await comesTo(() => answer('Telefoon'), '06 12345678');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
