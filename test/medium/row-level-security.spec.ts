import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/crypto/new-id.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem, type Tenancy } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;

/** Two municipalities with two people each; of each the first asks for help at an association of its own. */
interface Tenant {
  readonly id: string;
  readonly people: readonly [string, string];
  readonly association: string;
  readonly request: string;
}
let tenants: readonly [Tenant, Tenant];

beforeAll(async () => {
  database = await createTestDatabase();
  // One connection, so that each transaction finds what the one before it left behind.
  dataSource = await applicationDataSource({ url: database.url, poolSize: 1 }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
  tenants = [await addTenant('8001'), await addTenant('8002')];
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function addTenant(number: string): Promise<Tenant> {
  const [id, asker, other, association, request] = [newId(), newId(), newId(), newId(), newId()];
  const places = [`WK${number}`, `CE${number}`, `BU${number}0000`];
  await unitOfWork.run(asSystem(id), async (tx) => {
    await tx.query('INSERT INTO municipality (id, code, name) VALUES ($1, $2, $2)', [id, `GM${number}`]);
    await tx.query('INSERT INTO district (code, municipality_id, name) VALUES ($2, $1, $2)', [id, places[0]]);
    await tx.query('INSERT INTO cell (code, municipality_id, name) VALUES ($2, $1, $2)', [id, places[1]]);
    await tx.query(
      `INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
       VALUES ($4, $1, $2, $3, $4, 100, 5, 52)`,
      [id, ...places],
    );
    await tx.query(`INSERT INTO association (municipality_id, id, kind, name) VALUES ($1, $2, 'association', 'A')`, [
      id,
      association,
    ]);
    await tx.query(
      `INSERT INTO person (municipality_id, id, status, created_at) SELECT $1, unnest($2::uuid[]), 'active', app_now()`,
      [id, [asker, other]],
    );
    await tx.query(
      `INSERT INTO help_request (municipality_id, id, association_id, neighbourhood_code, asker_id, posted_by_id, category,
         urgency, status, version, window_from, window_until, expected_minutes, helpers_needed, required_trust, auto_confirm, posted_at)
       VALUES ($1, $2, $3, $4, $5, $5, 'meal', 'acute', 'open', 1, app_now(), app_now() + interval '2 hours', 30, 1, 'none', false, app_now())`,
      [id, request, association, places[2], asker],
    );
  });
  return { id, people: [asker, other], association, request };
}

const peopleSeen = (tenancy: Tenancy): Promise<string[]> =>
  unitOfWork.run(tenancy, async (tx) => {
    const rows = await tx.query<{ id: string }>('SELECT id FROM person');
    return rows.map(({ id }) => id);
  });
const requestsSeen = (tenancy: Tenancy): Promise<string[]> =>
  unitOfWork.run(tenancy, async (tx) => {
    const rows = await tx.query<{ id: string }>('SELECT id FROM help_request');
    return rows.map(({ id }) => id);
  });
const asPersonOf = ({ id }: Tenant, personId: string, more: Partial<Tenancy> = {}): Tenancy => ({
  municipalityId: id,
  scope: 'person',
  personId,
  ...more,
});

describe('one connection shared by two municipalities', () => {
  it('shows each its own people only, 1,000 times in turn', async () => {
    for (let turn = 0; turn < 1_000; turn += 1) {
      const tenant = tenants[turn % 2 === 0 ? 0 : 1];
      expect((await peopleSeen(asSystem(tenant.id))).toSorted()).toStrictEqual(tenant.people.toSorted());
    }
  });

  it('shows nothing outside a transaction with a name, also right after one, also after one that failed', async () => {
    const bare = () => dataSource.query<{ id: string }[]>('SELECT id FROM person');
    await peopleSeen(asSystem(tenants[0].id));
    expect(await bare()).toStrictEqual([]);
    await expect(unitOfWork.run(asSystem(tenants[0].id), (tx) => tx.query('SELECT 1 / 0'))).rejects.toThrow(/division/);
    expect(await bare()).toStrictEqual([]);
  });

  it('lets nothing be written into, or moved to, the other', async () => {
    const [mine, theirs] = tenants;
    const insert = (municipalityId: string) =>
      unitOfWork.run(asSystem(mine.id), (tx) =>
        tx.query(`INSERT INTO person (municipality_id, id, status, created_at) VALUES ($1, $2, 'active', app_now())`, [
          municipalityId,
          newId(),
        ]),
      );
    await expect(insert(theirs.id)).rejects.toThrow(/row-level security/);
    const move = unitOfWork.run(asSystem(mine.id), (tx) =>
      tx.query('UPDATE help_request SET municipality_id = $1 WHERE id = $2', [theirs.id, mine.request]),
    );
    await expect(move).rejects.toThrow(/row-level security/);
    await unitOfWork.run(asSystem(mine.id), (tx) =>
      tx.query('DELETE FROM help_request WHERE id = $1', [theirs.request]),
    );
    expect(await requestsSeen(asSystem(theirs.id))).toStrictEqual([theirs.request]);
  });
});

describe('somebody in their own name', () => {
  it('sees themselves, and requests of their own only', async () => {
    const [tenant, elsewhere] = tenants;
    const [asker, other] = tenant.people;
    expect(await peopleSeen(asPersonOf(tenant, asker))).toStrictEqual([asker]);
    expect(await requestsSeen(asPersonOf(tenant, asker))).toStrictEqual([tenant.request]);
    expect(await requestsSeen(asPersonOf(tenant, other))).toStrictEqual([]);
    // The same person under another municipality is nobody.
    expect(await peopleSeen(asPersonOf(elsewhere, asker))).toStrictEqual([]);
    expect(await requestsSeen(asPersonOf(elsewhere, asker))).toStrictEqual([]);
  });

  it('sees requests of the associations they look after, and no others', async () => {
    const [tenant, elsewhere] = tenants;
    const other = tenant.people[1];
    const of = (...organisationIds: string[]) => requestsSeen(asPersonOf(tenant, other, { organisationIds }));
    expect(await of(tenant.association)).toStrictEqual([tenant.request]);
    expect(await of(newId())).toStrictEqual([]);
    expect(await of(elsewhere.association)).toStrictEqual([]);
  });

  it('sees the one request a command is about, unless it is of another municipality', async () => {
    const [tenant, elsewhere] = tenants;
    const about = (subjectId: string) => requestsSeen(asPersonOf(tenant, tenant.people[1], { subjectId }));
    expect(await about(tenant.request)).toStrictEqual([tenant.request]);
    expect(await about(elsewhere.request)).toStrictEqual([]);
  });
});
