import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { dogWalk, signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import { PersonOverHttp } from './person-over-http.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

const minute = 60_000;
const anja = 'anja@voorbeeld.invalid';
const rossenberg = 'BU03270107';

let at: Demonstration;
let asker: Visitor;
let willing: Visitor;
let unable: Visitor;
let request: string;
let mailsBefore: number;

beforeAll(async () => {
  at = await Demonstration.start();
  [asker, willing, unable] = await Promise.all([at.visitor(), at.visitor(), at.visitor()]);
  request = await postAsAnja();
  const [one, other] = await at.awaitMails(({ text }) => text.includes('/antwoord/'), 2);
  await offersMoreThanOneKind(other!.to);
  await signIn(at, unable, other!.to, '/gevraagd');
  await signIn(at, willing, one!.to, '/mijn-hulp');
  await signIn(at, asker, anja, `/vragen/${request}`);
});
afterAll(() => at.stop());

async function postAsAnja(): Promise<string> {
  const person = await PersonOverHttp.signIn(at, anja);
  const now = await at.now();
  const body = {
    category: 'walk-dog',
    urgency: 'acute',
    summary: dogWalk.sentence,
    window: { from: new Date(now).toISOString(), until: new Date(now + 180 * minute).toISOString() },
    expectedMinutes: 30,
    neighbourhoodCode: rossenberg,
    address: dogWalk.address,
  };
  return (await person.call<{ id: string }>('POST', '/v1/help-requests', { body })).id;
}

/** The last kind of help stays, so that one that can be left out needs another beside it. */
async function offersMoreThanOneKind(email: string): Promise<void> {
  const person = await PersonOverHttp.signIn(at, email);
  const profile = await person.call<HelperProfileBody>('GET', '/v1/helper-profile');
  await person.call('PUT', '/v1/helper-profile', { body: { ...profile, categories: ['walk-dog', 'coffee'] } });
}

async function byKeyboard({ page }: Visitor, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).focus();
  await page.keyboard.press('Enter');
}
/** What stands beside a name in the overview of somebody's help. */
const answer = ({ page }: Visitor, label: string): Promise<string> =>
  page
    .locator('.zb-sum > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .first()
    .innerText();

describe('a no', () => {
  const asked = { title: 'Aan u gevraagd' };

  it('needs no reason, and may have one: not now', async () => {
    await unable.sees('Waarom vragen wij u?');
    await byKeyboard(unable, 'Nee, deze keer niet');
    expect(
      await faultsOf(unable, { ...asked, name: 'gevraagd-nee', shows: 'Wilt u zeggen waarom?', inTheDark: true }),
    ).toEqual([]);
    await byKeyboard(unable, 'Ik kan nu niet');
    expect(
      await faultsOf(unable, { ...asked, name: 'gevraagd-kan-nu-niet', shows: 'Het gaat alleen om deze vraag.' }),
    ).toEqual([]);
  });

  it('"not my thing" is confirmed first, and taken back at the same place', async () => {
    await byKeyboard(unable, 'Dit is niet mijn ding');
    const question = 'Zullen wij u nooit meer vragen voor';
    expect(
      await faultsOf(unable, { ...asked, name: 'gevraagd-niet-mijn-ding', shows: question, inTheDark: true }),
    ).toEqual([]);
    await byKeyboard(unable, 'Nee, vraag mij dit niet meer');
    expect(
      await faultsOf(unable, { ...asked, name: 'gevraagd-niet-meer', shows: 'Wij vragen u niet meer voor' }),
    ).toEqual([]);
    await byKeyboard(unable, 'Vraag mij dit toch weer');
    await unable.sees(question);
    await byKeyboard(unable, 'Alleen deze keer niet');
    await unable.sees('Het gaat alleen om deze vraag.');
  });

  it('"ask me later" needs a day, and is a pause that stands at my help too', async () => {
    await byKeyboard(unable, 'Tot die dag geen vragen');
    expect(await faultsOf(unable, { ...asked, name: 'gevraagd-later-fout', shows: 'Kies een dag na vandaag' })).toEqual(
      [],
    );
    const day = new Date((await at.now()) + 7 * 24 * 60 * minute).toISOString().slice(0, 10);
    await unable.page.getByLabel('Vraag mij later weer, vanaf').fill(day);
    await byKeyboard(unable, 'Tot die dag geen vragen');
    expect(await faultsOf(unable, { ...asked, name: 'gevraagd-later', shows: 'U krijgt geen vragen tot' })).toEqual([]);
    await unable.open('/mijn-hulp');
    await unable.sees('U heeft pauze');
    expect(await answer(unable, 'Wat u doet')).toContain('Hond uitlaten');
    await unable.press('Stop de pauze');
    await unable.sees('Even pauze?');
  });
});

describe('the same neighbour again', () => {
  it('is what a neighbour may allow at once', async () => {
    expect(await answer(willing, 'Dezelfde buur')).toBe('Eerst 3 dagen rust');
    await willing.follow('Verander: Dezelfde buur');
    expect(
      await faultsOf(willing, {
        name: 'mijn-hulp-dezelfde-buur',
        title: 'Hoe vaak mogen wij vragen?',
        inTheDark: true,
      }),
    ).toEqual([]);
    await willing.page.getByLabel('Hoeveel vragen mogen wij u per week stellen?').selectOption('5');
    await willing.page.getByRole('checkbox', { name: /^Wie ik hielp, mag mij meteen weer vragen/ }).focus();
    await willing.page.keyboard.press('Space');
    await willing.press('Bewaar');
    await willing.sees('Opgeslagen.');
    expect(await answer(willing, 'Dezelfde buur')).toBe('Mag mij meteen weer vragen');
  });

  it('is offered to Anja once she was helped', async () => {
    await willing.open('/gevraagd');
    await willing.press('Ja, ik help');
    await willing.onPage('U zei ja. Fijn!');
    await asker.press('Ja, dat is goed');
    await asker.sees(/komt u helpen$/);
    await comesTo(() => asker.page.getByRole('button', { name: 'Vraag dezelfde buur opnieuw' }).count(), 0);
    await at.passHours(3.2);
    await asker.open(`/vragen/${request}`);
    await asker.press('Ja, het is gelukt');
    const offered = 'Vraag dezelfde buur opnieuw';
    expect(
      await faultsOf(asker, { name: 'vraag-dezelfde-buur', title: 'Uw vraag', shows: offered, inTheDark: true }),
    ).toEqual([]);
  });

  it('is asked again with everything filled in but the moment', async () => {
    await byKeyboard(asker, 'Vraag dezelfde buur opnieuw');
    await asker.onPage('Wanneer heeft u hulp nodig?');
    await asker.page.getByRole('radio', { name: /Vandaag, met spoed/ }).check();
    await asker.page.getByLabel('Hoe laat moet er uiterlijk iemand zijn?').fill('20:30');
    await asker.page.getByRole('radio', { name: 'Nee', exact: true }).check();
    await asker.press('Volgende');
    await asker.onPage('In welke buurt is dat?');
    await asker.press('Volgende');
    await asker.onPage('Hoe lang duurt het ongeveer?');
    await asker.press('Volgende');
    const said = 'Wij vragen eerst de buur die u hielp.';
    expect(await faultsOf(asker, { name: 'vraag-5-dezelfde-buur', title: 'Klopt uw vraag?', shows: said })).toEqual([]);
    mailsBefore = await at.lastMail();
    await asker.press('Verstuur mijn vraag');
    await asker.onPage('Uw vraag is verstuurd');
  });

  it('is asked first and alone, and told why', async () => {
    await willing.open('/gevraagd');
    const why = 'Anja vraagt u opnieuw: u hielp al eerder.';
    expect(
      await faultsOf(willing, { name: 'gevraagd-opnieuw', title: 'Aan u gevraagd', shows: why, inTheDark: true }),
    ).toEqual([]);
    const asks = (await at.mails()).filter(({ id, text }) => id > mailsBefore && text.includes('/antwoord/'));
    expect(asks.length).toBe(1);
    expect(asks[0]?.text).toContain(why);
    await unable.open('/gevraagd');
    await unable.onPage('Aan u gevraagd');
    expect(await unable.text()).not.toContain('Anja');
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
