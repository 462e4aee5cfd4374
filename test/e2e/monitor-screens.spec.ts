import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CampaignResult } from '@app/contracts/http/activation.js';
import type { MonitorAlertView } from '@app/contracts/http/monitor-alerts.js';
import type { Participation } from '@app/contracts/http/participation.js';
import { signIn } from './ask-wizard.js';
import { comesTo, comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, faultsOfState } from './inspect.js';
import { alertsOfTwoYears, campaignsOfTwoYears, livedIn } from './lived-in-figures.js';
import type { Visitor } from './visitor.js';
import { toldByColourAlone } from './without-colour.js';

jest.setTimeout(180_000);

let at: Demonstration;
let monitor: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  monitor = await at.visitor();
  await signIn(at, monitor, 'lariks@voorbeeld.invalid', '/monitor');
});
afterAll(() => at.stop());

/** Answers with what the service would say of alerts after two years, and remembers who looks into them. */
async function withAlerts(alerts: readonly MonitorAlertView[]): Promise<void> {
  const taken = new Map<string, MonitorAlertView['acknowledged']>();
  const told = (): MonitorAlertView[] =>
    alerts.map((alert) => ({ ...alert, acknowledged: taken.get(alert.key) ?? alert.acknowledged }));
  await monitor.page.route('**/v1/municipalities/*/alerts', (route) => route.fulfill({ json: { alerts: told() } }));
  await monitor.page.route('**/v1/municipalities/*/alert-acknowledgements', async (route) => {
    const { key } = route.request().postDataJSON() as { key: string };
    taken.set(key, { at: new Date(await at.now()).toISOString(), by: 'Lotte' });
    await route.fulfill({ json: told().find((alert) => alert.key === key) });
  });
}

/** What stands in a table, row by row. */
const rows = (table: string): Promise<readonly string[]> =>
  monitor.page.getByRole('table', { name: table }).getByRole('row').allInnerTexts();

describe('who follows participation', () => {
  it('sees the figures of the demonstration, and what is too small to show', async () => {
    const faults = await faultsOf(monitor, {
      name: 'monitor-begin',
      title: 'Doen mensen mee?',
      shows: 'Van ‘wel bereid’ naar hulp',
    });
    expect(faults).toEqual([]);
    await comesToTell(monitor, 'niet getoond');
    await monitor.sees('0 vragen zoeken nu een buur.');
    await monitor.sees('Er valt nu niets op.');
  });

  it('sees two years with a table beside every chart, and what stands out', async () => {
    await monitor.page.route('**/v1/municipalities/*/participation*', async (route) => {
      const answer = (await (await route.fetch({ maxRetries: 3 })).json()) as Participation;
      await route.fulfill({ json: livedIn(answer) });
    });
    await withAlerts(alertsOfTwoYears);
    await monitor.open('/monitor');
    const faults = await faultsOf(monitor, {
      name: 'monitor',
      title: 'Doen mensen mee?',
      shows: /er lukken minder hulpvragen. Eerst 79 van de 100/,
      inTheDark: true,
      withoutColour: true,
      onPaper: true,
    });
    expect(faults).toEqual([]);
    for (const table of ['Van wel bereid naar hulp', 'Per kwartaal', 'Cijfers per wijk', 'Al helpend en wel bereid']) {
      expect((await rows(table)).length).toBeGreaterThan(2);
    }
    expect((await rows('Cijfers per wijk')).filter((row) => row.includes('niet getoond')).length).toBeGreaterThan(0);
    expect((await rows('Per kwartaal')).length).toBe(9);
  });

  it('reads every chart without colours, in both schemes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await monitor.page.emulateMedia({ colorScheme });
      expect(await toldByColourAlone(monitor.page)).toEqual([]);
    }
    await monitor.page.emulateMedia({ colorScheme: 'light' });
    await monitor.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.mp-2 { fill: var(--m1) } .is-helped .line { stroke-dasharray: none !important }');
      document.adoptedStyleSheets = [sheet];
    });
    const faults = await toldByColourAlone(monitor.page);
    await monitor.page.evaluate(() => void (document.adoptedStyleSheets = []));
    expect(faults).toHaveLength(2);
  });

  it('says with the keyboard that they look into something', async () => {
    const take = monitor.page.getByRole('button', { name: /^Ik kijk hiernaar: .*er lukken minder hulpvragen/ });
    await take.focus();
    await monitor.page.keyboard.press('Enter');
    await monitor.sees(/^Lotte kijkt hiernaar, sinds/);
    await comesTo(() => take.count(), 0);
    await comesTo(() => monitor.page.getByRole('button', { name: /^Ik kijk hiernaar:/ }).count(), 1);
  });

  it('chooses a district and an earlier quarter with the keyboard alone', async () => {
    const before = await rows('Van wel bereid naar hulp');
    await monitor.page.getByLabel('Wijk', { exact: true }).focus();
    await monitor.page.keyboard.press('ArrowDown');
    await monitor.page.waitForFunction((first) => !document.body.innerText.includes(first), before[1] ?? '');
    const district = await rows('Van wel bereid naar hulp');
    await monitor.page.getByLabel('Kwartaal', { exact: true }).focus();
    await monitor.page.keyboard.press('ArrowDown');
    await monitor.page.waitForFunction((first) => !document.body.innerText.includes(first), district[1] ?? '');
    const earlier = await rows('Van wel bereid naar hulp');
    expect(new Set([before[1], district[1], earlier[1]]).size).toBe(3);
    expect(await monitor.page.evaluate(() => document.activeElement?.id)).toBe('quarter');
    // The address has it: a link leads here, and going back leads to what was looked at before.
    expect(new URL(monitor.page.url()).search).toMatch(/^\?kwartaal=\d{4}-Q\d&wijk=WK\d{6}$/);
    await monitor.page.reload();
    await monitor.onPage('Doen mensen mee?');
    await comesTo(async () => (await rows('Van wel bereid naar hulp'))[1], earlier[1]);
    await monitor.page.goBack();
    await comesTo(async () => (await rows('Van wel bereid naar hulp'))[1], district[1]);
    await monitor.page.goBack();
    await comesTo(async () => (await rows('Van wel bereid naar hulp'))[1], before[1]);
  });

  it('goes to what the letters did, and comes back to the figures', async () => {
    await monitor.follow('Werken de brieven?');
    const none = { name: 'monitor-campagnes-leeg', title: 'Werken de brieven?', shows: 'Er zijn nog geen brieven' };
    expect(await faultsOf(monitor, none)).toEqual([]);
    const campaigns: readonly CampaignResult[] = campaignsOfTwoYears;
    await monitor.page.route('**/v1/municipalities/*/campaigns', (route) => route.fulfill({ json: { campaigns } }));
    await monitor.page.reload();
    const faults = await faultsOf(monitor, {
      name: 'monitor-campagnes',
      title: 'Werken de brieven?',
      shows: /^De brief werkt. Het echte verschil ligt waarschijnlijk tussen/,
      inTheDark: true,
    });
    expect(faults).toEqual([]);
    expect((await rows('Werken de brieven?')).filter((row) => row.includes('minder dan 10')).length).toBe(1);
    await monitor.page.goBack();
    await monitor.onPage('Doen mensen mee?');
  });

  it('reads it on paper', async () => {
    await monitor.page.setViewportSize({ width: 1280, height: 900 });
    await monitor.page.emulateMedia({ media: 'print' });
    await monitor.page.getByRole('table', { name: 'Per kwartaal' }).waitFor();
    await comesTo(() => monitor.page.getByRole('button', { name: 'Druk af' }).isVisible(), false);
  });
});

describe('a page of the monitor on the way', () => {
  const none = { code: 'unavailable', status: 503, title: 'Unavailable' };
  it.each([
    ['/monitor', 'participation*', 'Doen mensen mee?'],
    ['/monitor/publiceren', 'publications', 'Cijfers publiceren'],
    ['/monitor/campagnes', 'campaigns', 'Werken de brieven?'],
  ])('%s says that it is coming, that it failed, and that there is no internet', async (path, asks, title) => {
    const visitor = await at.visitor();
    await signIn(at, visitor, 'lariks@voorbeeld.invalid', path);
    await visitor.onPage(title);
    const { page } = visitor;
    const url = `**/v1/municipalities/*/${asks}`;
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(url, async (route) => {
      await held;
      await route.fulfill({ status: 503, contentType: 'application/problem+json', json: none });
    });
    await page.reload();
    expect(await faultsOfState(visitor, { title, shows: /^Even geduld, wij laden/ })).toEqual([]);
    answer();
    expect(await faultsOfState(visitor, { title, shows: 'Dit kunnen wij nu niet laten zien' })).toEqual([]);
    await page.unroute(url);
    await page.context().setOffline(true);
    await visitor.press('Probeer het opnieuw');
    expect(await faultsOfState(visitor, { title, shows: 'Geen internet.' })).toEqual([]);
    await page.context().setOffline(false);
    await visitor.press('Probeer het opnieuw');
    await page.getByText('Dit kunnen wij nu niet laten zien').waitFor({ state: 'detached' });
    await visitor.leave();
  });
});

describe('anybody else', () => {
  it('is told for whom the page is', async () => {
    const neighbour = await at.visitor();
    await signIn(at, neighbour, 'jan@voorbeeld.invalid', '/monitor');
    const faults = await faultsOf(neighbour, {
      name: 'monitor-niet-voor-u',
      title: 'Doen mensen mee?',
      shows: 'Deze pagina is voor Lariks',
    });
    expect(faults).toEqual([]);
    expect(await neighbour.status('/v1/municipalities/GM0327/participation?from=2026-Q1&until=2026-Q4')).toBe(403);
  });
});
