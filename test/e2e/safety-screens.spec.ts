import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askOverHttp } from './ask-over-http.js';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let neighbour: Visitor;
let coordinator: Visitor;
let requestId: string;

beforeAll(async () => {
  at = await Demonstration.start();
  [neighbour, coordinator] = await Promise.all([at.visitor(), at.visitor()]);
  requestId = await askOverHttp(at, { category: 'walk-dog', neighbourhood: 'Rossenberg', givenName: 'Dirk', hours: 3 });
  const [asked] = await at.awaitMails(({ text }) => text.includes('/antwoord/'));
  await signIn(at, neighbour, asked!.to, '/gevraagd');
  await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
  await coordinator.onPage('Werklijst');
});
afterAll(() => at.stop());

/** A screen at an address, with nothing wrong with it. */
function screen(who: () => Visitor, path: () => string, inspection: Inspection): void {
  it(`${inspection.name} is there and accessible`, async () => {
    await who().open(path());
    expect(await faultsOf(who(), inspection)).toEqual([]);
  });
}

describe('safety, for a neighbour', () => {
  it('melden is there and accessible, and says what is missing', async () => {
    await neighbour.page.getByText('Voelt het niet goed?').first().click();
    await neighbour.follow('Meld wat er is gebeurd');
    const title = 'Wat is er gebeurd?';
    expect(await faultsOf(neighbour, { name: 'melden', title, shows: 'Uw coördinator leest dit.' })).toEqual([]);
    await neighbour.press('Verstuur mijn melding');
    expect(await faultsOf(neighbour, { name: 'melden-fout', title, shows: 'Er mist nog iets' })).toEqual([]);
    await neighbour.page.getByRole('radio').last().check();
    await neighbour.press('Verstuur mijn melding');
    expect(await faultsOf(neighbour, { name: 'melden-verstuurd', title: 'Uw melding is verstuurd' })).toEqual([]);
  });

  it('melden without anything to report about leads to what it can be about', async () => {
    await neighbour.open('/melden');
    await neighbour.sees('Deze pagina hoort bij een vraag of een afspraak.');
    await neighbour.follow('Mijn afspraken');
    await neighbour.onPage('Mijn afspraken');
    expect(new URL(neighbour.page.url()).pathname).toBe('/afspraken');
  });

  screen(
    () => neighbour,
    () => '/wie-keek',
    { name: 'wie-keek', title: 'Wie keek naar mijn gegevens?', shows: 'Niemand keek naar uw gegevens' },
  );
  screen(
    () => neighbour,
    () => '/blokkades',
    { name: 'blokkades', title: 'Mijn blokkades', shows: 'U heeft niemand geblokkeerd' },
  );
  screen(
    () => neighbour,
    () => '/maatregelen',
    { name: 'maatregelen', title: 'Maatregelen over mij', shows: 'U kunt gewoon meedoen.' },
  );
});

describe('on the telephone and behind the work list', () => {
  screen(
    () => coordinator,
    () => '/werklijst/meldingen',
    { name: 'werklijst-meldingen', title: 'Meldingen', shows: 'Over Dirk' },
  );
  it('telefoon is there and accessible, and says what is missing', async () => {
    const title = 'Nieuwe vraag per telefoon';
    await coordinator.open('/werklijst/telefoon');
    const empty = { name: 'werklijst-telefoon', title, shows: 'Zeg dit tegen de beller' };
    expect(await faultsOf(coordinator, empty)).toEqual([]);
    await coordinator.press('Verstuur de vraag');
    const fault = { name: 'werklijst-telefoon-fout', title, shows: 'Er mist nog iets' };
    expect(await faultsOf(coordinator, fault)).toEqual([]);
  });

  screen(
    () => coordinator,
    () => `/werklijst/${requestId}/bellen`,
    { name: 'werklijst-bellen', title: 'Bel buren voor deze vraag', shows: 'Wij kiezen wie u belt.' },
  );
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
