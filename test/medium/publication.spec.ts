import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { ParticipationAdministration } from '@app/features/participation/index.js';
import { PublicationStore } from '@app/features/participation/publication.store.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { Application, northOf } from '../support/application.js';

jest.setTimeout(120_000);

const code = 'GM9001';
const [quarter, next] = ['2026-Q2', '2026-Q3'];

/** In each district: what became of its requests, and how fast the first yes came. */
const answered = Object.entries({
  'requests/running': 12,
  'requests/helped': 60,
  'requests/not-helped': 12,
  'requests/cancelled': 12,
  'requests/expired-unfilled': 12,
  'requests/expired-untold': 12,
  'requests-by-urgency/acute': 60,
  'requests-by-urgency/planned': 60,
  'time-to-yes/15-minutes': 25,
  'time-to-yes/1-hour': 25,
  'time-to-yes/4-hours': 20,
  'time-to-yes/1-day': 15,
  'time-to-yes/3-days': 11,
  'time-to-yes/longer': 11,
}).map(([name, amount]) => ({ name, amount }));

let scene: Application;
let monitor: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 2, askers: 2 });
  const { personId } = scene.asker(0);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'monitor', app_now())`,
    [scene.town.municipalityId, randomUUID(), personId],
  );
  monitor = await scene.cookieOf(personId);
  for (const [when, amounts] of [
    [quarter, [7, 22, 40]],
    [next, [14, 31, 9]],
  ] as const) {
    await scene.rows(
      `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount)
       SELECT $1, $2, 'WK90010' || (at - 1), '', 'willing', 'not-yet', amount FROM unnest($3::int[]) WITH ORDINALITY AS v(amount, at)`,
      [scene.town.municipalityId, when, amounts],
    );
  }
  await scene.rows(
    `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount)
     SELECT $1, $2, d.code, '', split_part(v.name, '/', 1), split_part(v.name, '/', 2), v.amount
       FROM district d, jsonb_to_recordset($3) AS v(name text, amount integer) WHERE d.municipality_id = $1`,
    [scene.town.municipalityId, next, JSON.stringify(answered)],
  );
});
afterAll(() => scene.close());

const publish = (
  wanted: string,
  { cookie = monitor, reason, id = code }: { cookie?: string; reason?: string; id?: string } = {},
) => scene.client.call('publishQuarter', { id, cookie, body: { quarter: wanted, ...(reason ? { reason } : {}) } });
const read = async (wanted: string, version?: number): Promise<PublicationDocument> =>
  (
    await scene.client.call('getPublication', {
      id: code,
      query: { quarter: wanted, ...(version ? { version: String(version) } : {}) },
    })
  ).result();
const fetched = (path: string) => fetch(`${scene.origin}${path}`);
/** Values of one column of the funnel, by row. */
function funnel({ tables }: PublicationDocument, column: string): Record<string, number | null> {
  const table = tables.find((one) => one.code === 'funnel')!;
  const index = table.columns.findIndex((one) => one.code === column);
  return Object.fromEntries(table.rows.map((row) => [row.code, row.values[index]!]));
}

const evidence = async () => (await scene.client.call('getEvidence', {})).result().evidence;

describe('publishing a quarter', () => {
  it('has a page that says so as long as nothing was published', async () => {
    const page = await fetched('/cijfers');
    expect([page.status, await page.text()]).toStrictEqual([200, expect.stringContaining('Er zijn nog geen cijfers')]);
    expect((await fetched(`/cijfers/${quarter}`)).status).toBe(404);
    expect(await evidence()).toBeNull();
  });

  it('is for who follows the municipality, once it is over', async () => {
    const { cookie } = await scene.organiser(northOf);
    expect((await publish(quarter, { cookie })).problem().code).toBe('not-allowed');
    expect((await publish(quarter, { cookie: scene.neighbour(0).cookie })).problem().code).toBe('not-allowed');
    expect((await publish(quarter, { id: 'GM0001' })).problem().code).toBe('not-found');
    expect((await publish('2027-Q1')).problem().code).toBe('not-publishable');
    expect((await publish(quarter)).result()).toMatchObject({ quarter, version: 1, reason: null });
  });

  it('rounds, and holds back what is small and what would tell it', async () => {
    const shown = funnel(await read(quarter), 'willing/not-yet');
    expect(shown).toMatchObject({ WK900100: null, all: 70 });
    expect(Object.values(shown).filter((value) => value !== null && value < 10)).toStrictEqual([]);
    expect(await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'quarter-published'`)).toBe(1);
  });

  it('stands: it can neither be changed nor taken away, only corrected with a reason', async () => {
    const before = await read(quarter);
    await scene.rows(
      `UPDATE participation_figure SET amount = amount + 40 WHERE district_code = 'WK900100' AND quarter = $1`,
      [quarter],
    );
    expect(await read(quarter)).toStrictEqual(before);
    const owner = new pg.Client({ connectionString: scene.database.url });
    await owner.connect();
    await owner.query(`SET app.scope = 'system'; SET app.municipality_id = '${scene.town.municipalityId}'`);
    for (const sql of ['UPDATE publication SET version = 2', 'DELETE FROM publication'])
      await expect(owner.query(sql)).rejects.toThrow(/stands/);
    await owner.end();

    expect((await publish(quarter)).problem().code).toBe('reason-required');
    expect((await publish(quarter, { reason: 'Te laat doorgegeven' })).result()).toMatchObject({ version: 2 });
    const corrected = await read(quarter);
    expect([corrected.version, corrected.reason]).toStrictEqual([2, 'Te laat doorgegeven']);
    // What was held back stays so: the difference would tell it.
    expect(funnel(corrected, 'willing/not-yet')).toMatchObject({ WK900100: null, all: 110 });
    expect(await read(quarter, 1)).toStrictEqual(before);
    expect(await (await fetched(`/cijfers/${quarter}`)).text()).toContain('Deze cijfers zijn verbeterd');
    expect(await evidence()).toBeNull();
  });

  it('goes on from the quarter before, and never back', async () => {
    // Somebody who looked inside did not see this one, which is large enough: it is not published beside what they saw.
    await scene.rows(
      `UPDATE participation_view SET shown = jsonb_set(shown, '{cells}', (
         SELECT jsonb_agg(cell) FROM jsonb_array_elements(shown -> 'cells') AS cell
          WHERE NOT cell @> $1))`,
      [JSON.stringify({ quarter: next, measure: 'requests-by-urgency', bucket: 'acute', districtCode: null })],
    );
    const made = await new ParticipationAdministration(scene.app.get(UnitOfWork)).publish(scene.town.municipalityId, {
      quarter: next,
    });
    expect(made).toMatchObject({ quarter: next, version: 1 });
    expect((await publish(quarter, { reason: 'Nog eens' })).problem().code).toBe('not-publishable');
    // Of the quarter before, with too few requests, nothing was said.
    expect(await evidence()).toStrictEqual({
      municipality: 'Voorbeeldstad',
      tenths: 6,
      quarter: next,
      publishedAt: expect.any(String) as unknown,
    });
    expect((await fetched('/v1/evidence')).headers.get('cache-control')).toBe('public, max-age=3600');
    const listed = (await scene.client.call('listPublications', { id: code })).result().publications;
    expect(listed.map((one) => [one.quarter, one.version])).toStrictEqual([
      [next, 1],
      [quarter, 2],
      [quarter, 1],
    ]);
    expect((await scene.client.call('listPublications', { id: 'GM0001' })).problem().code).toBe('not-found');
    const urgency = (await read(next)).tables.find((one) => one.code === 'urgency')!;
    expect(urgency.rows.find((row) => row.code === 'all')!.values).toStrictEqual([null, 240]);
    const total = (await read(next)).tables.find((one) => one.code === 'since-start')!;
    expect(total.rows[0]!.values[total.columns.findIndex((one) => one.code === 'willing')]).toBe(165);
  });

  it('says on its page in short what it comes to, beside the quarter before as it was published last', async () => {
    const shown = funnel(await read(quarter), 'willing/not-yet')['all']!;
    expect(await (await fetched(`/cijfers/${quarter}-v2`)).text()).toContain(
      `<strong>${shown} mensen die nog niet hielpen, meldden zich aan.</strong>`,
    );
    const page = await (await fetched(`/cijfers/${next}`)).text();
    expect(page).toMatch(/\d+ van de \d+ hulpvragen zijn geholpen, ongeveer 50 van de 100\./);
    // Held back in this quarter, and so nowhere in words.
    expect(page).not.toContain('meldden zich aan.');
    const before = await scene.app
      .get(UnitOfWork)
      .run(asSystem(scene.town.municipalityId), async (tx) =>
        new PublicationStore().quarterBefore(tx, await read(next)),
      );
    expect(before).toMatchObject({ quarter, version: 2 });
  });
});

describe('the files of a publication', () => {
  it('say the same as the page, each in its own way', async () => {
    const document = await read(next);
    const csv = await (await fetched(`/cijfers/${next}.csv`)).text();
    const cells = document.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values));
    expect(csv.split('\r\n')).toHaveLength(cells.length + 2);
    expect(csv).toContain(`${code},${next},1,funnel,all,Heel Voorbeeldstad,willing/not-yet,`);

    const described = (await (await fetched(`/cijfers/${next}.json`)).json()) as Record<string, unknown>;
    expect(described['publication']).toStrictEqual(document);
    expect(described['@type']).toBe('dcat:Dataset');
    // Who wants to know more finds somebody to ask.
    const contact = described['dcat:contactPoint'] as { 'vcard:hasURL': { '@id': string } };
    const asked = await fetched(new URL(contact['vcard:hasURL']['@id']).pathname);
    expect([asked.status, await asked.text()]).toStrictEqual([200, expect.stringContaining('Bel')]);

    const sheets = await fetched(`/cijfers/${next}.fods`);
    expect(sheets.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.spreadsheet');
    const numbers = [...(await sheets.text()).matchAll(/office:value="(\d+)"/g)].map(([, value]) => Number(value));
    expect(numbers).toStrictEqual(cells.filter((value) => value !== null));

    const report = Buffer.from(await (await fetched(`/cijfers/${next}.pdf`)).arrayBuffer());
    expect(report.subarray(0, 5).toString()).toBe('%PDF-');
    const page = await (await fetched('/cijfers')).text();
    for (const { definitions } of document.tables)
      for (const { definition } of definitions) expect(page).toContain(definition);
  });

  it.each(['2026-Q5', `${next}.exe`, `${next}-v9`, '..%2F', '2031-Q1.pdf'])('are not there at %s', async (file) => {
    expect((await fetched(`/cijfers/${file}`)).status).toBe(404);
  });
});
