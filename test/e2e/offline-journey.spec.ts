import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let helper: Visitor;
let guest: Visitor;
let id: string;

const internet = (visitor: Visitor, there: boolean): Promise<void> => visitor.page.context().setOffline(!there);

/** Waits until the worker has everything it keeps and looks after this page. */
async function ready({ page }: Visitor): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Everything the browser keeps for this site, in every store a script can read. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    for (const { name } of await indexedDB.databases()) found.push(`database ${name}`);
    return found.join('\n');
  });
}

beforeAll(async () => {
  at = await Demonstration.start();
  const asker = await at.visitor();
  [helper, guest] = [await at.visitor({ keyboardAlone: true }), await at.visitor({ keyboardAlone: true })];
  id = await askAsGuest(at, asker);
  await signIn(at, helper, 'jan@voorbeeld.invalid', '/hulpvragen');
  await helper.follow(/^Ik kan helpen/);
  await helper.press('Ja, ik help');
  await helper.onPage('U zei ja. Fijn!');
  await asker.press('Ja, dat is goed');
  await helper.sees('Truus heeft ook ja gezegd');
});
afterAll(() => at.stop());

describe('my agreements without internet', () => {
  it('can be read, also one that was only in the list', async () => {
    await helper.open('/afspraken');
    await helper.sees(dogWalk.what);
    await ready(helper);
    await internet(helper, false);
    await helper.page.reload();
    await helper.onPage('Mijn afspraken');
    await helper.sees(dogWalk.what);
    await helper.open(`/afspraken/${id}`);
    await helper.sees(dogWalk.address);
    const faults = await faultsOf(helper, {
      name: 'afspraak-geen-internet',
      title: 'U helpt Truus',
      shows: /^U leest wat wij om \d\d:\d\d uur op dit apparaat bewaarden\.$/,
      inTheDark: true,
    });
    expect(faults).toEqual([]);
  });

  it('say honestly what does not arrive, and keep the words', async () => {
    await helper.page.getByRole('button', { name: 'Ik kan toch niet' }).click();
    await helper.press('Ja, ik kan toch niet');
    await helper.sees(/^U heeft nu geen internet|^Geen internet/);
    expect(new URL(helper.page.url()).pathname).toBe(`/afspraken/${id}`);
  });

  it('leave any other page with words of its own, and a way to try again', async () => {
    await helper.open('/gevraagd');
    const faults = await faultsOf(helper, {
      name: 'geen-internet',
      title: 'Aan u gevraagd',
      shows: 'Probeer het opnieuw',
    });
    expect(faults).toEqual([]);
  });

  it('are fresh again as soon as there is internet', async () => {
    await helper.press('Probeer het opnieuw');
    await helper.sees('Geen internet.');
    await internet(helper, true);
    // Nobody has to press anything.
    await helper.sees(/^Er is nu niets|^Nu wordt u niets|geen vraag/i);
    await comesTo(() => helper.page.getByText(/op dit apparaat bewaarden/).count(), 0);
    await comesTo(() => helper.page.getByText('Geen internet.').count(), 0);
  });
});

describe('on a slow line', () => {
  it('a screen that is on its way says so, until it is there', async () => {
    const slow = await at.visitor();
    // As on the first visit, when nothing is on the shelf yet.
    await slow.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await slow.open('/');
    await slow.page.route('**/assets/*.js', async (route) => {
      await sleep(1_500);
      await route.continue();
    });
    await slow.follow(/^Ik vraag hulp/);
    await slow.sees('Even geduld, wij laden de pagina…');
    await slow.onPage('Waar kan een buur u mee helpen?');
    await comesTo(() => slow.page.getByText('Even geduld').count(), 0);
    await slow.leave();
  });
});

describe('while the service does not answer', () => {
  it('the page of telephone numbers and the first question of a neighbour say so, and go on when it does', async () => {
    const early = await at.visitor();
    await early.page.route('**/v1/**', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
    await early.open('/hulp-per-telefoon');
    await early.sees('Dit kunnen wij nu niet laten zien');
    expect(await early.text()).not.toContain('Er staat nog geen telefoonnummer');
    for (const path of ['/loket', '/bereid']) {
      await early.open(path);
      await early.sees(/^Er ging iets mis bij ons/);
      await early.sees('Probeer het opnieuw');
    }
    await early.page.unroute('**/v1/**');
    const again = early.page.getByRole('button', { name: 'Probeer het opnieuw' });
    await comesTo(async () => {
      // The list also comes with the live connection, and the button may go while it is pressed.
      if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
      return early.page.getByLabel('Uw buurt').locator('option', { hasText: 'Hamershof' }).count();
    }, 1);
    await early.leave();
  });
});

describe('a request that is sent without internet', () => {
  it('says that it did not arrive, and is still there after loading the page anew', async () => {
    const { page } = guest;
    await guest.open('/vraag');
    await page.getByRole('radio', { name: dogWalk.what }).check();
    await page.getByLabel('Vertel het in 1 of 2 zinnen').fill(dogWalk.sentence);
    await guest.press('Volgende');
    await page.getByRole('radio', { name: /Vandaag, met spoed/ }).check();
    await page.getByLabel('Hoe laat moet er uiterlijk iemand zijn?').fill('17:00');
    await page.getByRole('radio', { name: 'Nee', exact: true }).check();
    await guest.press('Volgende');
    await page.getByLabel('Buurt', { exact: true }).selectOption({ label: dogWalk.neighbourhood });
    await ready(guest);
    await internet(guest, false);
    await guest.press('Volgende');
    await page.getByRole('radio', { name: '30 minuten' }).check();
    await guest.press('Volgende');
    await page.getByLabel('Voornaam').fill('Ria');
    await page.getByLabel('E-mailadres').fill('ria@voorbeeld.invalid');
    await guest.press('Verstuur mijn vraag');
    expect(
      await faultsOf(guest, {
        name: 'vraag-geen-internet',
        title: 'Hoe kunnen wij u bereiken?',
        shows: 'Geen internet.',
      }),
    ).toEqual([]);
    await page.reload();
    await comesTo(() => page.getByLabel('E-mailadres').inputValue(), 'ria@voorbeeld.invalid');
  });

  it('keeps waiting while a new version of the app is loaded', async () => {
    await internet(guest, true);
    await guest.page.reload();
    await guest.onPage('Hoe kunnen wij u bereiken?');
    await ready(guest);
    const secondTab = await guest.page.context().newPage();
    await secondTab.goto('/vraag');
    // Another address of the same worker is another version to the browser.
    await guest.page.evaluate(() => navigator.serviceWorker.register('/service-worker.js?versie=2'));
    expect(
      await faultsOf(guest, {
        name: 'nieuwe-versie',
        title: 'Hoe kunnen wij u bereiken?',
        shows: 'Er is een nieuwe versie.',
      }),
    ).toEqual([]);
    const loaded = guest.page.waitForEvent('load');
    await guest.press('Laad de nieuwe versie');
    await loaded;
    await guest.onPage('Hoe kunnen wij u bereiken?');
    await comesTo(() => guest.page.getByLabel('E-mailadres').inputValue(), 'ria@voorbeeld.invalid');
    // The other tab goes on as it was, until the reader says so there too.
    const loadedThere = secondTab.waitForEvent('load');
    await secondTab.getByRole('button', { name: 'Laad de nieuwe versie' }).click();
    await loadedThere;
    await secondTab.close();
  });

  it('is sent once there is internet', async () => {
    await guest.press('Verstuur mijn vraag');
    await guest.onPage('Nog 1 stap: vul de code in');
    expect(new URL(guest.page.url()).pathname).toBe('/vraag/code');
  });
});

describe('what is kept on the device', () => {
  it('is gone when the session was ended elsewhere', async () => {
    await helper.open('/afspraken');
    await helper.sees(dogWalk.what);
    expect(await everythingKept(helper.page)).toContain(dogWalk.address);
    const other = await at.visitor();
    await signIn(at, other, 'jan@voorbeeld.invalid', '/gegevens/apparaten');
    await other.press(/overal/i);
    await other.sees(/alleen nog hier/);
    await helper.page.reload();
    await helper.onPage(/^Inloggen/);
    expect(await everythingKept(helper.page)).not.toContain(dogWalk.address);
    await other.leave();
  });

  it('is gone after signing out, and so is it when there was no internet to sign out with', async () => {
    await signIn(at, helper, 'jan@voorbeeld.invalid', '/afspraken');
    await helper.sees(dogWalk.what);
    await helper.page.getByText('Menu', { exact: true }).click();
    await internet(helper, false);
    await helper.press('Uitloggen');
    await helper.sees(/^Uitloggen lukt pas/);
    expect(await everythingKept(helper.page)).not.toContain(dogWalk.address);
    await internet(helper, true);
    await helper.open('/afspraken');
    await helper.sees(dogWalk.what);
    await helper.page.getByText('Menu', { exact: true }).click();
    await helper.press('Uitloggen');
    await helper.onPage(/^Inloggen/);
    const left = await everythingKept(helper.page);
    expect(left).toContain('/assets/');
    for (const word of ['Truus', 'Jan', dogWalk.address, 'voorbeeld.invalid']) expect(left).not.toContain(word);
  });
});

describe('the app among the others of a telephone', () => {
  it('has all that a browser asks for to install it', async () => {
    const devtools = await guest.page.context().newCDPSession(guest.page);
    const { errors } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A browser of a test has no place to install anything, which it says as well.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  it('gave no browser a reason to complain', () => {
    const reasons = at.complaints().filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'));
    expect(reasons).toEqual([]);
  });
});
