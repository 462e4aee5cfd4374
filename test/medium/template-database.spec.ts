import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/template-database.js';

const made: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(made.map((database) => database.drop()));
});

async function query<Row extends pg.QueryResultRow>(database: TestDatabase, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const countTables = `select count(*)::int as tables from information_schema.tables where table_schema = 'public'`;

describe('a test database', () => {
  it('has every migration, and shares no row with another one', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    made.push(one, other);
    const [counted] = await query<{ tables: number }>(one, countTables);
    expect(counted!.tables).toBeGreaterThan(5);
    await query(one, 'create table only_here as select 1 as row');
    await expect(query(other, 'select * from only_here')).rejects.toThrow(/does not exist/);
  });

  it('belongs to an owner that is no superuser', async () => {
    const database = await createTestDatabase();
    made.push(database);
    const rows = await query(database, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it('is gone after drop, also with a connection open', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    const cut = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await database.drop();
    expect((await cut).message).toMatch(/terminat|unexpectedly/);
    await expect(query(database, 'select 1')).rejects.toThrow(/does not exist/);
  });

  it('can be had empty', async () => {
    const database = await createEmptyDatabase();
    made.push(database);
    expect(await query(database, countTables)).toEqual([{ tables: 0 }]);
  });
});
