import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { askOverHttp } from './ask-over-http.js';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { Demonstration, linkIn } from './demonstration.js';
import { brokenWords } from './enlarged.js';
import { faultsOf, type Inspection } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let guest: Visitor;
let asker: Visitor;
let helper: Visitor;
let coordinator: Visitor;
let id: string;
let asked: readonly ReceivedMail[];

beforeAll(async () => {
  at = await Demonstration.start();
  [guest, asker, helper, coordinator] = await Promise.all([at.visitor(), at.visitor(), at.visitor(), at.visitor()]);
});
afterAll(() => at.stop());

/** A screen that is there, and nothing that a checker of accessibility finds wrong with it. */
function screen(inspection: Inspection, reach: () => Promise<Visitor>): void {
  it(`${inspection.name} is there and accessible`, async () => {
    expect(await faultsOf(await reach(), inspection)).toEqual([]);
  });
}

async function opened(visitor: Visitor, path: string): Promise<Visitor> {
  await visitor.open(path);
  return visitor;
}

async function pressed(visitor: Visitor, button: string | RegExp): Promise<Visitor> {
  await visitor.press(button);
  return visitor;
}

describe('screens for a guest', () => {
  screen({ name: 'start', title: 'Een handje hulp, van een buur dichtbij', inTheDark: true }, () => opened(guest, '/'));
  screen({ name: 'hulpvragen-leeg', title: 'Hulpvragen in Leusden', shows: 'Er zijn nu geen vragen' }, () =>
    opened(guest, '/hulpvragen'),
  );
  screen({ name: 'hulpvraag-weg', title: 'Deze vraag staat niet meer op de lijst' }, () =>
    opened(guest, '/hulpvragen/00000000-0000-7000-8000-000000000000'),
  );
  screen({ name: 'hulp-per-telefoon', title: 'Hulp per telefoon', shows: 'Voor iedereen' }, () =>
    opened(guest, '/hulp-per-telefoon'),
  );
  screen({ name: 'privacy', title: 'Privacy', shows: '30 dagen nadat de vraag klaar is' }, () =>
    opened(guest, '/privacy'),
  );
  it('breaks no word of its table in two for who needs the largest letters', async () => {
    expect(await brokenWords((await opened(guest, '/privacy')).page)).toEqual([]);
  });
  screen({ name: 'toegankelijkheid', title: 'Toegankelijkheid', shows: /^Status C/ }, () =>
    opened(guest, '/toegankelijkheid'),
  );
  screen({ name: 'zo-werkt-het', title: 'Zo werkt het', shows: 'En als niemand kan?', inTheDark: true }, () =>
    opened(guest, '/zo-werkt-het'),
  );
  screen({ name: 'wat-buren-doen', title: 'Wat buren wel en niet doen', shows: 'Dit doen buren nooit' }, () =>
    opened(guest, '/wat-buren-doen'),
  );
  screen({ name: 'niet-gevonden', title: 'Deze pagina bestaat niet' }, () => opened(guest, '/bestaat-niet'));
  screen({ name: 'menu', title: 'Privacy', shows: 'Inloggen' }, async () => {
    await guest.open('/privacy');
    await guest.page.getByText('Menu', { exact: true }).click();
    return guest;
  });
});

describe('the ask wizard', () => {
  screen({ name: 'vraag-1-wat', title: 'Waar kan een buur u mee helpen?', inTheDark: true }, () =>
    opened(guest, '/vraag'),
  );
  screen({ name: 'vraag-1-fout', title: 'Waar kan een buur u mee helpen?', shows: 'Er mist nog iets' }, () =>
    pressed(guest, 'Volgende'),
  );
  screen({ name: 'vraag-2-wanneer', title: 'Wanneer heeft u hulp nodig?', shows: /^Hoe laat/ }, async () => {
    await guest.page.getByRole('radio', { name: dogWalk.what }).check();
    await guest.page.getByLabel('Vertel het in 1 of 2 zinnen').fill(dogWalk.sentence);
    await guest.press('Volgende');
    await guest.page.getByRole('radio', { name: /Vandaag, met spoed/ }).check();
    return guest;
  });
  screen({ name: 'vraag-2-fout', title: 'Wanneer heeft u hulp nodig?', shows: 'Er mist nog iets' }, () =>
    pressed(guest, 'Volgende'),
  );
  screen({ name: 'vraag-2-gepland', title: 'Wanneer heeft u hulp nodig?', shows: 'Welk dagdeel?' }, async () => {
    await guest.page.getByRole('radio', { name: /Op een andere dag/ }).check();
    await guest.page.getByLabel('Welke dag?').selectOption({ index: 2 });
    await guest.page.getByRole('radio', { name: /^Ochtend/ }).check();
    return guest;
  });
  screen({ name: 'vraag-3-waar', title: 'In welke buurt is dat?' }, () => pressed(guest, 'Volgende'));
  screen({ name: 'vraag-4-hoe-lang', title: 'Hoe lang duurt het ongeveer?' }, async () => {
    await guest.page.getByLabel('Buurt', { exact: true }).selectOption({ label: dogWalk.neighbourhood });
    return pressed(guest, 'Volgende');
  });
  screen({ name: 'vraag-5-wie', title: 'Hoe kunnen wij u bereiken?' }, () => pressed(guest, 'Volgende'));
  screen({ name: 'vraag-5-fout', title: 'Hoe kunnen wij u bereiken?', shows: 'Er mist nog iets' }, () =>
    pressed(guest, 'Verstuur mijn vraag'),
  );
  screen({ name: 'vraag-code', title: 'Nog 1 stap: vul de code in' }, async () => {
    await guest.page.getByLabel('Voornaam').fill('Ria');
    await guest.page.getByLabel('E-mailadres').fill('ria@voorbeeld.invalid');
    return pressed(guest, 'Verstuur mijn vraag');
  });
  screen({ name: 'vraag-code-fout', title: 'Nog 1 stap: vul de code in', shows: 'Er mist nog iets' }, () =>
    pressed(guest, 'Bevestig mijn vraag'),
  );
});

describe('signing in and being willing', () => {
  screen({ name: 'inloggen', title: 'Inloggen met uw e-mail' }, () => opened(guest, '/vragen'));
  screen({ name: 'inloggen-code', title: 'Vul de 6 cijfers in' }, async () => {
    await guest.page.getByLabel('Uw e-mailadres').fill('pas.nieuw@voorbeeld.invalid');
    return pressed(guest, 'Stuur mij een code');
  });
  screen({ name: 'inloggen-naam', title: 'Hoe heet u?' }, async () => {
    await guest.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor('pas.nieuw@voorbeeld.invalid'));
    return pressed(guest, 'Log in');
  });
  screen({ name: 'bereid-1-waar', title: 'Waar woont u?' }, () => opened(guest, '/bereid'));
  screen({ name: 'bereid-1-fout', title: 'Waar woont u?', shows: 'Er mist nog iets' }, () =>
    pressed(guest, 'Volgende'),
  );
  screen({ name: 'bereid-2-wat', title: 'Wat wilt u wel doen?' }, async () => {
    await guest.page.getByLabel('Uw buurt').selectOption({ label: dogWalk.neighbourhood });
    return pressed(guest, 'Volgende');
  });
  screen({ name: 'bereid-3-wanneer', title: 'Wanneer kunt u?' }, async () => {
    await guest.page.getByRole('checkbox', { name: 'Hond uitlaten' }).check();
    return pressed(guest, 'Volgende');
  });
});

describe('a request that is open', () => {
  beforeAll(async () => {
    await askOverHttp(at, { category: 'coffee', neighbourhood: 'Hamershof', givenName: 'Bep', hours: 24 });
    await askOverHttp(at, { category: 'groceries', neighbourhood: 'Tabaksteeg', givenName: 'Cor', hours: 48 });
    id = await askAsGuest(at, asker);
    asked = await at.awaitMails(({ text }) => text.includes('/antwoord/') && text.includes(dogWalk.sentence), 2);
    await signIn(at, helper, asked[0]!.to, '/gevraagd');
    await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
  });

  screen({ name: 'vraag-verstuurd', title: 'Uw vraag is verstuurd', inTheDark: true }, async () => asker);
  screen({ name: 'mijn-vragen', title: 'Mijn vragen', shows: 'Wij vragen buren' }, () => opened(asker, '/vragen'));
  screen({ name: 'hulpvragen', title: 'Hulpvragen in Leusden', shows: 'Met spoed', inTheDark: true }, () =>
    opened(helper, '/hulpvragen'),
  );
  screen({ name: 'hulpvraag', title: 'Wilt u helpen?', shows: 'Wat gebeurt er na uw ja?' }, () =>
    opened(helper, `/hulpvragen/${id}`),
  );
  screen({ name: 'aan-u-gevraagd', title: 'Aan u gevraagd', shows: 'Waarom vragen wij u?' }, () =>
    opened(helper, '/gevraagd'),
  );
  screen({ name: 'werklijst', title: 'Werklijst', shows: 'Wij vragen buren' }, () => opened(coordinator, '/werklijst'));
  screen({ name: 'werklijst-vraag', title: 'Werklijst', shows: 'Wat is er gebeurd, en wat komt er' }, () =>
    opened(coordinator, `/werklijst/${id}`),
  );
  screen({ name: 'werklijst-niet-voor-u', title: 'Werklijst', shows: /coördinatoren/ }, () =>
    opened(helper, '/werklijst'),
  );
  screen({ name: 'niet-voor-u', title: 'Deze vraag vinden wij niet' }, () => opened(coordinator, '/vragen/onbekend'));
  screen({ name: 'pagina-antwoord', title: /^Truus vraagt u/, inTheDark: true }, () =>
    opened(guest, linkIn(asked[0]!, 'antwoord')),
  );
  screen({ name: 'pagina-link-werkt-niet', title: 'Deze link werkt niet meer' }, () =>
    opened(guest, '/antwoord/AAAAAAAAAAAAAAAAAAAAAA'),
  );
  screen({ name: 'pagina-pauze', title: 'Even geen vragen' }, () => opened(guest, linkIn(asked[0]!, 'pauze')));
  screen({ name: 'postvak', title: /E-mails/ }, () => opened(guest, `/demo?to=${asked[0]!.to}`));
  screen({ name: 'postvak-bericht', title: /E-mails|Truus/ }, () =>
    opened(guest, `/demo?to=${asked[0]!.to}&id=${asked[0]!.id}`),
  );
});

describe('a yes', () => {
  screen({ name: 'pagina-ja', title: 'U zei ja. Dank u wel!' }, async () => {
    await guest.open(linkIn(asked[0]!, 'antwoord'));
    return pressed(guest, 'Ja, ik help');
  });
  screen({ name: 'pagina-al-gevonden', title: 'Er is al een buur gevonden' }, () =>
    opened(guest, linkIn(asked[1]!, 'antwoord')),
  );
  screen({ name: 'pagina-reserve', title: 'U bent reserve. Dank u wel!' }, () =>
    pressed(guest, 'Ja, zet mij als reserve'),
  );
  screen({ name: 'vraag-bevestig-buur', title: 'Uw vraag', shows: /^Is het goed dat/ }, () =>
    opened(asker, `/vragen/${id}`),
  );
  screen({ name: 'afspraak-wacht', title: 'U zei ja. Fijn!' }, () => opened(helper, `/afspraken/${id}`));
  screen({ name: 'pagina-bevestigen', title: /wil u helpen$/ }, async () => {
    const [mail] = await at.awaitMails(({ to, text }) => to === dogWalk.email && text.includes('/bevestigen/'));
    return opened(guest, linkIn(mail!, 'bevestigen'));
  });
  screen({ name: 'pagina-bevestigd', title: /komt u helpen$/ }, () => pressed(guest, /mag komen$/));
});

describe('an agreement', () => {
  screen({ name: 'vraag-afgesproken', title: 'Uw vraag', shows: /komt u helpen$/ }, () =>
    opened(asker, `/vragen/${id}`),
  );
  screen({ name: 'afspraak', title: 'U helpt Truus', shows: dogWalk.address, inTheDark: true }, () =>
    opened(helper, `/afspraken/${id}`),
  );
  screen({ name: 'afspraak-toch-niet', title: 'U helpt Truus', shows: 'Ja, ik kan toch niet' }, () =>
    pressed(helper, 'Ik kan toch niet'),
  );
  screen({ name: 'mijn-afspraken', title: 'Mijn afspraken', shows: dogWalk.what }, () => opened(helper, '/afspraken'));
  screen({ name: 'pagina-afloop', title: 'Is het gelukt?' }, async () => {
    await at.passHours(3.2);
    const [mail] = await at.awaitMails(({ to, text }) => to === dogWalk.email && text.includes('/afloop/'));
    return opened(guest, linkIn(mail!, 'afloop'));
  });
  screen({ name: 'vraag-gelukt-vraag', title: 'Uw vraag', shows: 'Is het gelukt?' }, () =>
    opened(asker, `/vragen/${id}`),
  );
  screen({ name: 'pagina-afloop-dank', title: /Dank u wel/ }, () => pressed(guest, 'Ja, het is gelukt'));
  screen({ name: 'vraag-gelukt', title: 'Uw vraag', shows: 'Het is gelukt. Fijn!' }, () =>
    opened(asker, `/vragen/${id}`),
  );
});

describe('a request that nobody takes', () => {
  beforeAll(async () => {
    await at.startDay();
    await askOverHttp(at, { category: 'walk-dog', neighbourhood: 'Rossenberg', givenName: 'Dirk', hours: 2 });
    await at.passHours(0.8);
    await at.awaitMails(({ text }) => text.includes('Deze vraag is nu van u'));
  });

  screen({ name: 'werklijst-niemand', title: 'Werklijst', shows: 'Niemand gevonden', inTheDark: true }, () =>
    opened(coordinator, '/werklijst'),
  );
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
