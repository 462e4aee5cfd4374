import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askOverHttp } from './ask-over-http.js';
import { comesTo } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import { startTileSite, type TileSite } from './tile-site.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let guest: Visitor;
let site: TileSite;

beforeAll(async () => {
  site = await startTileSite();
  at = await Demonstration.start({ MAP_TILES_URL: site.template, MAP_TILES_ATTRIBUTION: site.attribution });
  guest = await at.visitor({ width: 1280 });
  await askOverHttp(at, { category: 'coffee', neighbourhood: 'Hamershof', givenName: 'Bep', hours: 24 });
  await askOverHttp(at, { category: 'groceries', neighbourhood: 'Tabaksteeg', givenName: 'Cor', hours: 48 });
  await askOverHttp(at, { category: 'coffee', neighbourhood: 'Tabaksteeg', givenName: 'Ans', hours: 48 });
  await guest.open('/hulpvragen');
  await guest.onPage('Hulpvragen in Leusden');
});
afterAll(async () => {
  await at.stop();
  await site.stop();
});

const rows = (): Promise<number> => guest.page.getByRole('link', { name: /^Ik kan helpen/ }).count();
const path = (): string => {
  const { pathname, search } = new URL(guest.page.url());
  return pathname + search;
};

describe('the map of the board', () => {
  it('counts per buurt, and says what the fillings mean', async () => {
    await guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).waitFor();
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).waitFor();
    expect(await guest.page.getByRole('list').filter({ hasText: 'Geen vraag' }).innerText()).toContain('2 of meer');
  });

  it('comes after the list, and works by keyboard alone', async () => {
    const helpFirst = guest.page.getByRole('link', { name: /^Ik kan helpen/ }).last();
    await helpFirst.focus();
    const names: (string | null)[] = [];
    for (let presses = 0; presses < 2; presses += 1) {
      await guest.page.keyboard.press('Tab');
      names.push(await guest.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null));
    }
    expect(names.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'Hamershof: 1 vraag',
      'Tabaksteeg: 2 vragen',
    ]);
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).focus();
    await guest.page.keyboard.press('Enter');
    await guest.page
      .getByRole('link', { name: 'Tabaksteeg: 2 vragen, gekozen. Laat weer alle buurten zien' })
      .waitFor();
    expect(await rows()).toBe(2);
    expect(await guest.page.getByLabel('Buurt', { exact: true }).locator('option:checked').innerText()).toBe(
      'Tabaksteeg',
    );
  });

  it('counts what is looked for', async () => {
    await guest.page.getByLabel('Wat', { exact: true }).selectOption('groceries');
    await guest.page.waitForURL(/wat=groceries/);
    expect(await rows()).toBe(1);
    await comesTo(() => guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).count(), 0);
    expect(
      await faultsOf(guest, { name: 'hulpvragen-kaart', title: 'Hulpvragen in Leusden', shows: '2 of meer' }),
    ).toEqual([]);
  });

  it('takes a choice back by the back button', async () => {
    await guest.page.goBack();
    await guest.page.waitForURL(/buurt=BU03270201$/);
    expect(await rows()).toBe(2);
    await guest.page.goBack();
    await guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).waitFor();
    expect(path()).toBe('/hulpvragen');
    expect(await rows()).toBe(3);
    expect(at.complaints()).toEqual([]);
  });
});

/** As if the outlines had been imported: a square for each buurt, side by side. */
async function knowOutlines(): Promise<void> {
  const context = guest.page.context();
  await context.route('**/v1/neighbourhoods', async (route) => {
    const answer = (await (await route.fetch()).json()) as { municipality: object };
    await route.fulfill({ json: { ...answer, municipality: { ...answer.municipality, hasOutlines: true } } });
  });
  await context.route('**/v1/neighbourhood-outlines', async (route) => {
    const { neighbourhoods } = (await (await context.request.get('/v1/neighbourhoods')).json()) as {
      neighbourhoods: { code: string }[];
    };
    const outlines = neighbourhoods.map(({ code }, index) => {
      const [west, south] = [5.4 + (index % 5) * 0.01, 52.1 + Math.floor(index / 5) * 0.006];
      const [east, north] = [west + 0.01, south + 0.006];
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ];
      return { neighbourhoodCode: code, polygons: [[ring]] };
    });
    await route.fulfill({ json: { outlines } });
  });
}

describe('the map with streets', () => {
  it('asks no other site for anything without outlines', () => {
    expect(site.asked()).toEqual([]);
  });

  it('shows the streets under the same areas, and who made them', async () => {
    await knowOutlines();
    await guest.open('/hulpvragen');
    await guest.page.getByRole('region', { name: /^Kaart met straten/ }).waitFor();
    await guest.page.locator('.leaflet-tile-loaded').first().waitFor();
    expect(site.asked().length).toBeGreaterThan(3);
    // The other site does not hear from which page.
    expect(new Set(site.asked().map(({ referer }) => referer))).toEqual(new Set([undefined]));
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).waitFor();
    const shows = site.attribution;
    expect(
      await faultsOf(guest, { name: 'hulpvragen-straten', title: 'Hulpvragen in Leusden', shows, inTheDark: true }),
    ).toEqual([]);
  });

  it('works by keyboard alone: larger, a buurt, and back', async () => {
    const width = async (): Promise<number> =>
      (await guest.page.locator('.zb-map--over').boundingBox())?.width ?? Number.NaN;
    const before = await width();
    await guest.page.getByRole('button', { name: 'Kaart groter' }).focus();
    await guest.page.keyboard.press('Enter');
    expect((await width()) / before).toBeCloseTo(2, 1);
    const mark = guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' });
    await mark.focus();
    const [frame, box] = [await guest.page.locator('.zb-streets').boundingBox(), await mark.boundingBox()];
    expect(box!.x).toBeGreaterThanOrEqual(frame!.x - 1);
    expect(box!.x + box!.width).toBeLessThanOrEqual(frame!.x + frame!.width + 1);
    await guest.page.keyboard.press('Enter');
    await guest.page.getByRole('link', { name: /^Hamershof: 1 vraag, gekozen/ }).waitFor();
    expect(await rows()).toBe(1);
    await guest.page.goBack();
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).waitFor();
  });

  it('keeps the areas when the streets do not come, and says so', async () => {
    site.breakDown();
    await guest.page.reload();
    await guest.sees('De straten laden niet');
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).click();
    await guest.page.getByRole('link', { name: /^Tabaksteeg: 2 vragen, gekozen/ }).waitFor();
    expect(await rows()).toBe(2);
    const shows = 'De straten laden niet';
    expect(await faultsOf(guest, { name: 'hulpvragen-straten-weg', title: 'Hulpvragen in Leusden', shows })).toEqual(
      [],
    );
  });

  it('is explained on the privacy page', async () => {
    await guest.open('/privacy');
    await guest.sees(`De straten op de kaart komen van ${new URL(site.template).host}.`);
    expect(at.complaints()).toEqual([]);
  });
});
