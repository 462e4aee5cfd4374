import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import { MorningScene } from './morning-scene.js';
import { PersonOverHttp } from './person-over-http.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(300_000);

const words = 'Ik sprak hem gisteren. Hij belt de volgende keer af.';

let at: Demonstration;
let scene: MorningScene;
let marja: Visitor;
let tineke: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  scene = await MorningScene.open(at);
  [marja, tineke] = await Promise.all([at.visitor({ width: 1280 }), at.visitor({ width: 1280 })]);
  await signIn(at, marja, 'marja@voorbeeld.invalid', '/werklijst');
  await marja.onPage('Werklijst');
  await signIn(at, tineke, 'tineke@voorbeeld.invalid', '/werklijst');
  await tineke.onPage('Werklijst');
});
afterAll(() => at.stop());

interface Item {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly subjectId: string;
}
const items = async (): Promise<readonly Item[]> =>
  (await scene.marja.call<{ items: Item[] }>('GET', '/v1/work-items')).items;

/** Lets Marja do something in the moment between a press of Tineke and its arrival. */
async function marjaIsFirst(path: string, what: () => Promise<unknown>): Promise<void> {
  await tineke.page.route(path, async (route) => {
    await what();
    await route.continue();
  });
}

describe('two coordinators at the same thing', () => {
  it('decide about one report: the second reads who decided what, and keeps the words', async () => {
    const { asker, id } = await scene.agreement('Truus', scene.jan);
    const report = await scene.report(asker, id, 'no-show');
    await tineke.open(`/werklijst/meldingen?melding=${report}`);
    await tineke.page.getByRole('radio', { name: 'Waarschuwing' }).check();
    await tineke.page.getByLabel('Leg uit aan deze persoon').fill(words);
    await marjaIsFirst('**/v1/reports/*/decision', () =>
      scene.marja.call('PUT', `/v1/reports/${report}/decision`, {
        body: { outcome: 'warning', explanation: 'Bel de ander als u niet kunt komen.' },
        version: 1,
      }),
    );
    const refused = tineke.page.waitForResponse((answer) => answer.url().endsWith('/decision'));
    await tineke.press('Leg vast');
    expect((await refused).status()).toBe(412);
    await tineke.sees('Marja was u net voor');
    await tineke.sees(/er is een besluit over de melding: waarschuwing/);
    await tineke.sees(words);
    const late = { name: 'meldingen-te-laat', title: 'Meldingen', shows: words, inTheDark: true };
    expect(await faultsOf(tineke, late)).toEqual([]);
    await tineke.press('Gezien');
    await tineke.sees('Er zijn geen meldingen');
  });

  it('let one request through: the second reads it beside the list', async () => {
    await scene.lookFirst();
    const { id } = await scene.ask('Corrie', { hours: 30 });
    await tineke.open(`/werklijst/${id}`);
    await marjaIsFirst('**/approval', () => scene.marja.call('PUT', `/v1/help-requests/${id}/approval`));
    await tineke.press('Keur goed');
    await tineke.sees('Marja was u net voor');
    const late = { name: 'werklijst-te-laat', title: 'Werklijst', shows: /de vraag is goedgekeurd/, inTheDark: true };
    expect(await faultsOf(tineke, late)).toEqual([]);
  });

  it('greet one neighbour: the second reads it above the list', async () => {
    await tineke.page.setViewportSize({ width: 1280, height: 900 });
    await tineke.open('/werklijst?soort=buren');
    const row = tineke.page.locator('.zb-work tbody tr a').first();
    await row.waitFor();
    const subjectId = (await row.getAttribute('id'))?.replace('werk-', '') ?? '';
    const item = (await items()).find((one) => one.subjectId === subjectId && one.kind === 'welcome');
    await marjaIsFirst('**/done', () =>
      scene.marja.call('PUT', `/v1/work-items/${item?.id}/done`, { version: item?.version ?? 0 }),
    );
    await row.focus();
    await tineke.page.keyboard.press('g');
    await tineke.sees('Marja was u net voor');
    await tineke.page.unrouteAll();
    await comesTo(() => tineke.page.locator(`#werk-${subjectId}`).count(), 0);
  });
});

describe('one list for two', () => {
  it('shows at once what the other hands over', async () => {
    await tineke.open('/werklijst?soort=mijn');
    await tineke.sees('Alles is gedaan');
    const item = (await items()).find(({ kind }) => kind === 'welcome');
    await marja.open(`/werklijst/${item?.subjectId}`);
    await marja.page.getByLabel('Aan wie geeft u dit?').selectOption({ label: 'Tineke' });
    await marja.press('Geef');
    expect(await tineke.sees('Nieuwe buur: heet welkom')).not.toBe('');
  });

  it('shows to who stands in what belongs to whoever is away', async () => {
    const item = (await items()).findLast(({ kind }) => kind === 'welcome');
    const now = await at.now();
    const deputyId = (await scene.tineke.call<{ id: string }>('GET', '/v1/me')).id;
    const marjaId = (await scene.marja.call<{ id: string }>('GET', '/v1/me')).id;
    const from = new Date(now - 60_000).toISOString();
    const until = new Date(now + 86_400_000).toISOString();
    await scene.marja.call('PUT', `/v1/associations/${scene.associationId}/absence`, {
      body: { deputyId, from, until },
    });
    await scene.marja.call('PUT', `/v1/work-items/${item?.id}/assignee`, {
      body: { personId: marjaId },
      version: item?.version ?? 0,
    });
    await tineke.page.locator(`#werk-${item?.subjectId}`).waitFor();
    await tineke.open(`/werklijst/${item?.subjectId}?soort=mijn`);
    expect(await tineke.sees('Marja is weg. U neemt waar.')).not.toBe('');
  });

  it('does not jump under who works in it: what comes waits until it is wanted', async () => {
    await tineke.open('/werklijst?soort=nieuw');
    await tineke.onPage('Werklijst');
    await scene.ask('Gerda', { hours: 30 });
    const first = tineke.page.locator('.zb-work tbody tr a').first();
    await first.waitFor();
    await first.focus();
    const before = await first.getAttribute('id');
    await scene.ask('Hennie', { hours: 30 });
    await tineke.sees('1 nieuw in de lijst');
    await comesTo(() => tineke.page.locator('.zb-work tbody tr').count(), 1);
    expect(await tineke.page.evaluate(() => document.activeElement?.id)).toBe(before);
    await tineke.page.keyboard.press('n');
    await tineke.page.locator('.zb-work tbody tr').nth(1).waitFor();
    expect(await tineke.page.evaluate(() => document.activeElement?.id)).toBe(before);
  });

  it('is gone at once from the screen of who is no coordinator any more', async () => {
    const { members } = await scene.marja.call<{ members: { id: string; givenName: string | null }[] }>(
      'GET',
      '/v1/members',
    );
    const gemeente = await PersonOverHttp.signIn(at, 'gemeente@voorbeeld.invalid');
    const member = members.find(({ givenName }) => givenName === 'Tineke');
    await tineke.onPage('Werklijst');
    await gemeente.call('DELETE', `/v1/members/${member?.id}`);
    await tineke.onPage('Inloggen met uw e-mail');
    const out = { name: 'niet-meer-ingelogd', title: /^Inloggen/, shows: 'U bent niet meer ingelogd' };
    expect(await faultsOf(tineke, out)).toEqual([]);
    expect(await tineke.text()).not.toContain('Werklijst');
    expect(await tineke.status('/v1/work-items')).toBe(401);
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
