import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

const title = 'Bestanden inlezen';

let at: Demonstration;
let frank: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  frank = await at.visitor();
  await signIn(at, frank, 'gemeente@voorbeeld.invalid', '/gemeente');
  await frank.onPage('Verenigingen');
});
afterAll(() => at.stop());

interface Sent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function send(file: Sent, kind: 'Leden (CSV)' | 'Buurten (GeoJSON van CBS)' = 'Leden (CSV)'): Promise<void> {
  await frank.page.getByRole('radio', { name: kind }).check();
  if (kind === 'Leden (CSV)') await frank.page.getByLabel('Wie nodigt de leden uit?').selectOption({ index: 1 });
  await frank.page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
  await frank.press('Stuur het bestand');
}

const csv = (rows: number, wrongEvery = 0): Sent => {
  const lines = Array.from({ length: rows }, (_, index) =>
    wrongEvery > 0 && index % wrongEvery === 0 ? 'geen-adres;Lid' : `lid${rows}-${index}@example.invalid;Lid`,
  );
  return {
    name: 'leden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['e-mail;voornaam', ...lines].join('\r\n')),
  };
};

async function map(crs?: string): Promise<Sent> {
  const answer = await fetch(`${at.url}/v1/neighbourhoods`);
  const { neighbourhoods } = (await answer.json()) as { neighbourhoods: { code: string; name: string }[] };
  const features = neighbourhoods.map(({ code, name }, index) => {
    const [x, y, size] = [5.3 + (index % 10) / 50, 52 + Math.floor(index / 10) / 50, 0.01];
    const ring = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const properties = { buurtcode: code, buurtnaam: name };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const file = { type: 'FeatureCollection', features, ...(crs ? { crs: { properties: { name: crs } } } : {}) };
  return { name: 'buurten.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(file)) };
}

describe('files of an administrator', () => {
  it('are found from the page of the municipality, and asked for when there is none', async () => {
    await frank.follow('Buurten of leden inlezen uit een bestand');
    await frank.onPage(title);
    await frank.sees('Er zijn de laatste maand geen andere bestanden gestuurd.');
    await frank.press('Stuur het bestand');
    await frank.sees('Kies eerst een bestand.');
    expect(await faultsOf(frank, { name: 'bestanden-leeg', title, shows: 'Kies eerst een bestand.' })).toEqual([]);
  });

  it('that are a picture are refused, with what to do', async () => {
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(20_000)]);
    await send({ name: 'leden.png', mimeType: 'image/png', buffer: picture });
    await frank.sees('Dit bestand kunnen wij niet overnemen');
    await comesToTell(frank, /CSV en probeer|kolom "e-mail"/);
    await comesToTell(frank, 'Er is niets veranderd. Het bestand is gewist.');
  });

  it('show what would change and what is wrong, row by row, and are taken for their good rows by keyboard', async () => {
    await send(csv(400, 100));
    await frank.sees('Kijk wat er verandert');
    await comesToTell(frank, /Krijgt een uitnodiging\s+396 mensen/);
    await frank.sees('Regel 2, e-mail: Dit is geen e-mailadres.');
    expect(await faultsOf(frank, { name: 'bestanden-kiezen', title, shows: '396 mensen', inTheDark: true })).toEqual(
      [],
    );
    const saving = frank.page.waitForEvent('download');
    await frank.press('Bewaar het verslag (CSV)');
    const report = await readFile(await (await saving).path(), 'utf8');
    expect(report.trim().split('\r\n')).toHaveLength(5);
    await frank.page.reload();
    await frank.sees('396 mensen');
    await frank.page.getByRole('button', { name: 'Neem alleen de goede rijen over' }).focus();
    await frank.page.keyboard.press('Enter');
    await frank.sees('Het is overgenomen');
    expect(await faultsOf(frank, { name: 'bestanden-overgenomen', title, shows: 'Het is overgenomen' })).toEqual([]);
  });

  it('go on where they were after the connection was lost, and in another tab; and stop when somebody says so', async () => {
    const long = csv(16_000);
    await frank.page.reload();
    await frank.onPage(title);
    let parts = 0;
    await frank.page.route('**/parts', async (route) => {
      parts += 1;
      await (parts > 1 ? route.abort('internetdisconnected') : route.continue());
    });
    await send(long);
    await frank.sees('Er is even geen verbinding. Wij gaan vanzelf verder.');
    expect(await faultsOf(frank, { name: 'bestanden-komt-binnen', title, shows: 'Het bestand komt binnen' })).toEqual(
      [],
    );
    await frank.page.reload();
    await frank.sees('Kies hetzelfde bestand opnieuw');
    await frank.page.unroute('**/parts');
    await send(long);
    await frank.sees('Kijk wat er verandert');
    await comesToTell(frank, /16\.000 mensen/);
    const tab = await frank.page.context().newPage();
    await tab.goto('/gemeente/bestanden');
    await tab.getByText('16.000 mensen', { exact: true }).waitFor();
    await frank.press('Breek af');
    await frank.sees('Afgebroken. Er is niets veranderd.');
    await tab.reload();
    await tab.getByText('Afgebroken. Er is niets veranderd.').first().waitFor();
    await tab.close();
  });

  it('with neighbourhoods say what is wrong with their coordinates, and are taken over whole', async () => {
    await send(await map('EPSG:3857'), 'Buurten (GeoJSON van CBS)');
    await frank.sees(/EPSG:3857\. Dat kunnen wij niet lezen/);
    await send(await map(), 'Buurten (GeoJSON van CBS)');
    await frank.sees('Kijk wat er verandert');
    expect(await faultsOf(frank, { name: 'bestanden-buurten', title, shows: 'Welke buurten?' })).toEqual([]);
    await frank.press('Neem alles over');
    await frank.sees('Het is overgenomen');
  });

  it('are not for a coordinator', async () => {
    const marja = await at.visitor();
    await signIn(at, marja, 'marja@voorbeeld.invalid', '/gemeente/bestanden');
    await marja.sees('Dit is voor beheerders van de gemeente');
    expect(await marja.status('/v1/imports')).toBe(403);
    await marja.leave();
  });

  it('left no script that failed', () => {
    expect(at.complaints()).toEqual([]);
  });
});
