import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Participation } from '@app/contracts/http/participation.js';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import { livedIn } from './lived-in-figures.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let monitor: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  monitor = await at.visitor();
  await signIn(at, monitor, 'lariks@voorbeeld.invalid', '/monitor');
});
afterAll(() => at.stop());

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
    expect(await monitor.text()).toContain('niet getoond');
    await monitor.sees('0 vragen zoeken nu een buur.');
  });

  it('sees two years with a table beside every chart, and what stands out', async () => {
    await monitor.page.route('**/v1/municipalities/*/participation*', async (route) => {
      const answer = (await (await route.fetch()).json()) as Participation;
      await route.fulfill({ json: livedIn(answer) });
    });
    await monitor.open('/monitor');
    const faults = await faultsOf(monitor, {
      name: 'monitor',
      title: 'Doen mensen mee?',
      shows: /er lukken minder hulpvragen. Eerst 79 van de 100/,
      inTheDark: true,
    });
    expect(faults).toEqual([]);
    for (const table of ['Van wel bereid naar hulp', 'Per kwartaal', 'Cijfers per wijk', 'Al helpend en wel bereid']) {
      expect((await rows(table)).length).toBeGreaterThan(2);
    }
    expect((await rows('Cijfers per wijk')).filter((row) => row.includes('niet getoond')).length).toBeGreaterThan(0);
    expect((await rows('Per kwartaal')).length).toBe(9);
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
    expect(new Set([before[1], district[1], (await rows('Van wel bereid naar hulp'))[1]]).size).toBe(3);
  });

  it('reads it on paper', async () => {
    await monitor.page.setViewportSize({ width: 1280, height: 900 });
    await monitor.page.emulateMedia({ media: 'print' });
    expect(await monitor.page.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(false);
    expect(await monitor.page.getByRole('table', { name: 'Per kwartaal' }).isVisible()).toBe(true);
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
