import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ConfigurationError } from '@app/platform/config/config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { AdministratorInput } from '../../src/administration/arguments.js';
import { createAdministrator, type MadeAdministrator } from '../../src/administration/create-administrator.js';
import type { Districts } from '../../src/administration/districts-file.js';
import { withInstallation } from '../../src/administration/installation.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

// Each run opens the installation anew, as the program does.
jest.setTimeout(60_000);

const key = randomBytes(32).toString('base64');
const frank: AdministratorInput = {
  email: 'frank.canary@example.invalid',
  givenName: 'Frankcanary',
  familyName: undefined,
  municipalityCode: 'GM0327',
  municipalityName: 'Leusden',
  hostname: undefined,
};
const wijken: Districts = [
  {
    code: 'WK032700',
    name: 'Centrum Oost',
    neighbourhoods: [
      { code: 'BU03270000', name: 'Hamershof', dwellings: 800, longitude: 5.428, latitude: 52.1292 },
      { code: 'BU03270009', name: 'Buitengebied', dwellings: 12, longitude: 5.4536, latitude: 52.1174 },
    ],
  },
];

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function create(input: Partial<AdministratorInput> = {}, districts?: Districts): Promise<MadeAdministrator> {
  return withInstallation({ DATABASE_URL: database.url, ENCRYPTION_KEY: key }, ({ unitOfWork, people }) =>
    createAdministrator(unitOfWork, people, { ...frank, ...input }, districts),
  );
}

/** As the owner, with the sight of the system of one municipality. */
async function rows<Row extends pg.QueryResultRow>(sql: string, municipalityCode = 'GM0327'): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(
      `SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', id::text, false)
         FROM municipality WHERE code = $1`,
      [municipalityCode],
    );
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const rolesIn = (municipalityCode?: string) =>
  rows<{ person_id: string; role: string; kind: string | null }>(
    `SELECT m.person_id, m.role, a.kind FROM membership m
       LEFT JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id ORDER BY m.role`,
    municipalityCode,
  );

async function counts(): Promise<Record<string, unknown> | undefined> {
  const [row] = await rows(`SELECT (SELECT count(*) FROM municipality) AS municipalities,
    (SELECT count(*) FROM association) AS organisations, (SELECT count(*) FROM person) AS people,
    (SELECT count(*) FROM membership) AS memberships, (SELECT count(*) FROM neighbourhood) AS neighbourhoods`);
  return row;
}

describe('the first administrator', () => {
  it('comes with a municipality and a desk, and is the first worker of that desk', async () => {
    expect(await create()).toEqual({ municipality: true, desk: true, administrator: true, neighbourhoods: 0 });
    expect(await rows('SELECT code, name, is_demonstration FROM municipality')).toEqual([
      { code: 'GM0327', name: 'Leusden', is_demonstration: false },
    ]);
    expect(await rows('SELECT kind, name FROM association')).toEqual([{ kind: 'desk', name: 'Loket Leusden' }]);
    const roles = await rolesIn();
    expect(roles.map(({ role, kind }) => [role, kind])).toEqual([
      ['administrator', null],
      ['desk', 'desk'],
    ]);
    expect(new Set(roles.map(({ person_id: id }) => id)).size).toBe(1);
  });

  it('is stored as ciphertext that the same key opens', async () => {
    await create({ familyName: 'Devriescanary' });
    const [stored] = await rows<{ row: string }>(
      `SELECT row_to_json(p)::text || encode(email_enc, 'escape') || encode(given_name_enc, 'escape') AS row FROM person p`,
    );
    expect(stored?.row.length).toBeGreaterThan(100);
    expect(stored?.row).not.toMatch(/canary/i);
    const [{ municipality_id: municipalityId, id } = { municipality_id: '', id: '' }] = await rows<{
      municipality_id: string;
      id: string;
    }>('SELECT municipality_id, id FROM person');
    const card = await withInstallation({ DATABASE_URL: database.url, ENCRYPTION_KEY: key }, ({ unitOfWork, people }) =>
      unitOfWork.run(asSystem(municipalityId), async (tx) => (await people.cardsOf(tx, [id])).get(id)),
    );
    expect(card).toMatchObject({
      email: 'frank.canary@example.invalid',
      givenName: 'Frankcanary',
      familyName: 'Devriescanary',
    });
  });

  it('is made once, however often and in whatever capitals it is asked', async () => {
    await create({}, wijken);
    const before = await counts();
    const again = { municipality: false, desk: false, administrator: false, neighbourhoods: 0 };
    expect(await create({}, wijken)).toEqual(again);
    expect(await create({ email: 'Frank.Canary@Example.invalid', givenName: 'Iemand' })).toEqual(again);
    expect(await counts()).toEqual(before);
  });

  it('is made once by two runs at the same time', async () => {
    const both = await Promise.all([create({}, wijken), create({}, wijken)]);
    expect(both.filter(({ municipality }) => municipality)).toHaveLength(1);
    expect(both.filter(({ administrator }) => administrator)).toHaveLength(1);
    expect(await counts()).toEqual({
      municipalities: '1',
      organisations: '1',
      people: '1',
      memberships: '2',
      neighbourhoods: '2',
    });
  });

  it('may be followed by another, who is not put at the desk', async () => {
    await create();
    expect(await create({ email: 'noor@example.invalid', givenName: 'Noor' })).toMatchObject({ administrator: true });
    expect((await rolesIn()).map(({ role }) => role)).toEqual(['administrator', 'administrator', 'desk']);
  });
});

describe('districts', () => {
  it('are imported with cells that nobody can be found by', async () => {
    expect(await create({}, wijken)).toMatchObject({ neighbourhoods: 2 });
    expect(await rows('SELECT code, name FROM district')).toEqual([{ code: 'WK032700', name: 'Centrum Oost' }]);
    expect(await rows('SELECT code, name FROM cell')).toEqual([
      { code: 'BU03270000', name: 'Hamershof en Buitengebied' },
    ]);
    expect(await rows('SELECT code, cell_code FROM neighbourhood ORDER BY code')).toEqual([
      { code: 'BU03270000', cell_code: 'BU03270000' },
      { code: 'BU03270009', cell_code: 'BU03270000' },
    ]);
  });
});

describe('what cannot be', () => {
  it('is another name for a municipality that is there', async () => {
    await create();
    const before = await counts();
    await expect(create({ municipalityName: 'Leuzden', email: 'noor@example.invalid' })).rejects.toThrow(
      /--municipality-name: GM0327 is called Leusden/,
    );
    expect(await counts()).toEqual(before);
  });

  it('is a second municipality without a host name of its own', async () => {
    await create();
    const other = { municipalityCode: 'GM0307', municipalityName: 'Amersfoort' };
    await expect(create(other)).rejects.toThrow(/--hostname: this database serves Leusden already/);
    expect(await counts()).toMatchObject({ municipalities: '1' });
    expect(await create({ ...other, hostname: 'amersfoort.example.nl' })).toMatchObject({ administrator: true });
    // The same address is another person there.
    const [here, there] = [await rolesIn('GM0327'), await rolesIn('GM0307')];
    expect(there).toHaveLength(2);
    expect(there[0]?.person_id).not.toBe(here[0]?.person_id);
  });

  it('is a real person in the demonstration', async () => {
    await create();
    await rows('UPDATE municipality SET is_demonstration = true');
    const before = await counts();
    await expect(create({ email: 'noor@example.invalid' })).rejects.toThrow(/holds the demonstration.*DATABASE_URL/);
    expect(await counts()).toEqual(before);
  });

  it('is an external database without its key', async () => {
    const opening = withInstallation({ DATABASE_URL: database.url }, async () => undefined);
    await expect(opening).rejects.toThrow(ConfigurationError);
    await expect(opening).rejects.toThrow(/ENCRYPTION_KEY/);
  });

  it('is half an administrator: a fault on the way leaves nothing', async () => {
    const [wijk] = wijken;
    const [buurt] = wijk?.neighbourhoods ?? [];
    const broken = [{ ...wijk, neighbourhoods: [{ ...buurt, name: null }] }] as unknown as Districts;
    await expect(create({}, broken)).rejects.toThrow(/null value in column "name"/);
    expect(await rows('SELECT 1 FROM municipality')).toEqual([]);
  });
});
