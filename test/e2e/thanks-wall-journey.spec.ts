import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { Demonstration, linkIn } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import { Keyboard } from './keyboard.js';
import { PersonOverHttp } from './person-over-http.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const words = 'Na een lange week kwam er zomaar iemand met de hond lopen.';
const hour = 3_600_000;

let at: Demonstration;
let reader: Visitor;
let requestId = '';
let outcomePath = '';

const looks = async (visitor: Visitor, inspection: Inspection): Promise<void> => {
  expect(await faultsOf(visitor, inspection)).toEqual([]);
};

/** A help of Wim for Anja that is over, and the letter that asks her how it went. */
async function helpAnja(): Promise<void> {
  const [anja, wim] = [
    await PersonOverHttp.signIn(at, 'anja@voorbeeld.invalid'),
    await PersonOverHttp.signIn(at, 'wim@voorbeeld.invalid'),
  ];
  const { neighbourhoods } = await anja.call<{ neighbourhoods: { code: string; name: string }[] }>(
    'GET',
    '/v1/neighbourhoods',
  );
  const now = await at.now();
  const posted = await anja.call<{ id: string }>('POST', '/v1/help-requests', {
    body: {
      category: 'walk-dog',
      urgency: 'acute',
      summary: 'Boef moet even naar buiten.',
      window: { from: new Date(now).toISOString(), until: new Date(now + 2 * hour).toISOString() },
      neighbourhoodCode: neighbourhoods.find(({ name }) => name === 'Rossenberg')?.code,
      address: 'Voorbeeldpad 12',
    },
  });
  requestId = posted.id;
  await wim.call('PUT', `/v1/help-requests/${requestId}/acceptance`, { body: {} });
  await anja.call('PUT', `/v1/help-requests/${requestId}/confirmation`, { body: {} });
  await at.passHours(4);
  const [mail] = await at.awaitMails(({ to, text }) => to === 'anja@voorbeeld.invalid' && text.includes('/afloop/'));
  outcomePath = linkIn(mail!, 'afloop');
}

beforeAll(async () => {
  at = await Demonstration.start();
  reader = await at.visitor();
});
afterAll(() => at.stop());

describe('the wall of thanks', () => {
  it('says what it is for as long as nothing stands on it, and is found at the foot of every page', async () => {
    await reader.open('/');
    await reader.follow('Bedankmuur');
    await looks(reader, { name: 'bedankmuur-leeg', title: 'De bedankmuur', shows: 'De muur is nog leeg' });
    expect(new URL(reader.page.url()).pathname).toBe('/bedankt');
  });

  it('gets words that somebody offers afterwards, without signing in and without JavaScript', async () => {
    await helpAnja();
    const anja = await at.visitor({ javaScript: false });
    await anja.open(outcomePath);
    await anja.press('Ja, het is gelukt');
    const looker = await at.visitor();
    await looker.open(outcomePath);
    const shows = 'Schrijf dan ook geen naam';
    await looks(looker, { name: 'pagina-afloop-bedankje', title: /Dank u wel/, shows });
    await anja.page.getByLabel('Uw bedankje').fill(words);
    await anja.page.getByRole('checkbox', { name: /Dit mag ook op de bedankmuur/ }).check();
    await anja.press('Verstuur het bedankje');
    expect(await anja.sees('Uw bedankje is onderweg')).toContain('onderweg');
  });

  it('shows them only after a coordinator has read them, who can do so with the keyboard', async () => {
    expect(await (await fetch(`${at.url}/v1/thanks-wall`)).json()).toEqual({ thanks: [] });
    const marja = await at.visitor({ width: 1280 });
    await signIn(at, marja, 'marja@voorbeeld.invalid', '/werklijst?soort=nieuw');
    await marja.follow(/Een bedankje voor de muur/);
    await looks(marja, { name: 'bedankjes-nalopen', title: 'Bedankjes voor de muur', shows: words });
    const keys = new Keyboard(marja);
    await keys.pressUntil('Tab', /^Zet op de muur/);
    await keys.press('Enter');
    await marja.sees('Dit bedankje staat nu op de muur.');
    await marja.sees('Staat op de muur');
  });

  it('shows the words and nobody', async () => {
    await reader.open('/bedankt');
    await looks(reader, { name: 'bedankmuur', title: 'De bedankmuur', shows: words, inTheDark: true });
    const text = await reader.text();
    for (const name of ['Anja', 'Wim', 'Rossenberg']) expect(text).not.toContain(name);
  });

  it('loses them when who wrote them takes them back', async () => {
    const anja = await at.visitor();
    await signIn(at, anja, 'anja@voorbeeld.invalid', `/vragen/${requestId}`);
    await looks(anja, { name: 'vraag-bedankmuur', title: 'Uw vraag', shows: 'Uw woorden staan op de bedankmuur.' });
    await anja.press('Haal mijn woorden van de muur');
    await anja.page.getByText('Uw woorden staan op de bedankmuur.').waitFor({ state: 'detached' });
    await reader.page.reload();
    await reader.sees('De muur is nog leeg');
    expect(await reader.text()).not.toContain(words);
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
