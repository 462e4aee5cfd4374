import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { quarterLater, quarterOf, type Quarter } from '@app/domain/participation/index.js';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let reader: Visitor;
let monitor: Visitor;
let quarter: Quarter;

beforeAll(async () => {
  at = await Demonstration.start();
  reader = await at.visitor({ javaScript: false });
  monitor = await at.visitor();
  quarter = quarterLater(quarterOf(new Date(await at.now()).toISOString().slice(0, 10)), -1);
});
afterAll(() => at.stop());

/** Publishes as a script on the page of a signed-in visitor would. */
function publish(visitor: Visitor): Promise<number> {
  return visitor.page.evaluate(async (wanted) => {
    const answer = await fetch('/v1/municipalities/GM0327/publications', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ quarter: wanted }),
    });
    return answer.status;
  }, quarter);
}

/** Presses a button with the keyboard; in a dialog, that of the dialog. */
async function pressKey(name: string, within: Page | Locator = monitor.page): Promise<void> {
  await within.getByRole('button', { name, exact: true }).focus();
  await monitor.page.keyboard.press('Enter');
}

/** Waits for what takes long: whether anybody could be found in the figures is reckoned first. */
async function reckoned(text: RegExp): Promise<void> {
  await monitor.page.getByText(text).first().waitFor({ timeout: 80_000 });
}

describe('the public figures', () => {
  it('say that there are none yet', async () => {
    const looked = await at.visitor();
    await looked.open('/cijfers');
    expect(await faultsOf(looked, { name: 'cijfers-leeg', title: 'Er zijn nog geen cijfers' })).toEqual([]);
  });

  it('are published by nobody without the role for it', async () => {
    const neighbour = await at.visitor();
    await signIn(at, neighbour, 'jan@voorbeeld.invalid', '/monitor/publiceren');
    await neighbour.sees('Deze pagina is voor Lariks');
    expect(await publish(neighbour)).toBe(403);
  });

  it('are looked at and then published with the keyboard by who follows the municipality', async () => {
    await signIn(at, monitor, 'lariks@voorbeeld.invalid', '/monitor');
    await monitor.follow('Cijfers publiceren');
    await monitor.sees('Er is nog niets gepubliceerd.');
    await pressKey('Bekijk wat erin komt');
    await reckoned(/aantallen niet: daar zijn het er minder dan 10/);
    await monitor.page.getByRole('main').locator('summary').first().click();
    const inspection = {
      name: 'monitor-publiceren',
      title: 'Cijfers publiceren',
      shows: /^Wij zeggen niet per aantal waarom/,
      inTheDark: true,
    };
    expect(await faultsOf(monitor, inspection)).toEqual([]);
    await pressKey('Publiceer deze cijfers');
    await monitor.sees('Wat gepubliceerd is, blijft staan. Weghalen kan niet. Verbeteren kan wel.');
    await monitor.page.keyboard.press('Escape');
    await comesTo(() => monitor.page.getByRole('dialog').isVisible(), false);
    await pressKey('Publiceer deze cijfers');
    await pressKey('Publiceer deze cijfers', monitor.page.getByRole('dialog'));
    await reckoned(/is gepubliceerd\.$/);
    expect(await monitor.status(`/cijfers/${quarter}.pdf`)).toBe(200);
  });

  it('are corrected with a reason that stays with them', async () => {
    await pressKey('Bekijk wat erin komt');
    await reckoned(/^Zo komt de verbetering van/);
    const focused = (): Promise<string> => monitor.page.evaluate(() => document.activeElement?.id ?? '');
    await comesTo(focused, 'preview');
    await pressKey('Publiceer de verbetering');
    await monitor.sees('Schrijf op waarom u dit verbetert.');
    await comesTo(focused, 'reason');
    await monitor.page.getByLabel('Waarom verbetert u dit kwartaal?').fill('Een wijk was dubbel geteld');
    await pressKey('Publiceer de verbetering');
    await pressKey('Publiceer de verbetering', monitor.page.getByRole('dialog'));
    await reckoned(/Verbeterd, omdat: Een wijk was dubbel geteld/);
    const inspection = { name: 'monitor-gepubliceerd', title: 'Cijfers publiceren', shows: /is gepubliceerd\.$/ };
    expect(await faultsOf(monitor, inspection)).toEqual([]);
    await comesTo(
      () => monitor.page.getByRole('link', { name: /versie 2$/ }).getAttribute('href'),
      `/cijfers/${quarter}-v2`,
    );
    await monitor.page.goBack();
    await monitor.onPage('Doen mensen mee?');
  });

  it('can be read without a script, and found by the keyboard', async () => {
    await reader.open('/cijfers');
    await reader.onPage(/^Cijfers Leusden/);
    await reader.sees('Van bereikt naar helpen');
    const wide = await at.visitor();
    await wide.open(`/cijfers/${quarter}`);
    const inspection = {
      name: 'cijfers',
      title: /^Cijfers Leusden/,
      shows: 'Tijd tot een buur ja zegt',
      inTheDark: true,
      withoutColour: true,
      onPaper: true,
    };
    expect(await faultsOf(wide, inspection)).toEqual([]);
    const passed: string[] = [];
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await wide.page.keyboard.press('Tab');
      passed.push(await wide.page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby') ?? ''));
    }
    expect(passed).toContain('tabel-funnel');
  });
});
