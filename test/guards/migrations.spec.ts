import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ownerDataSource } from '@app/platform/database/data-source.js';
import { migrate } from '@app/platform/database/migrate.js';
import { migrations } from '@app/platform/database/migrations/index.js';
import { createEmptyDatabase, type TestDatabase } from '../support/template-database.js';
import { opened } from './engines.js';

const database = opened(createEmptyDatabase, (made) => made.drop());

/** Columns, constraints, indexes, functions, policies and grants of schema public, as PostgreSQL tells them. */
const schemaText = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies
  UNION ALL SELECT format('%s %s %s', table_name, grantee, privilege_type) FROM information_schema.role_table_grants
   WHERE table_schema = 'public' AND grantee = 'zb_app' AND table_name <> 'migrations'
  UNION ALL SELECT format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'`;

async function lines(made: TestDatabase, sql = schemaText): Promise<string[]> {
  const client = new pg.Client({ connectionString: made.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(sql);
    return rows.map(({ line }) => line).toSorted();
  } finally {
    await client.end();
  }
}

const applied = `SELECT name AS line FROM migrations`;
const names = migrations.map((Migration) => new Migration().name).toSorted();

describe('the migrations', () => {
  it('fill an empty database, also when two processes start at once', async () => {
    await Promise.all([migrate(database().url), migrate(database().url)]);
    expect(await lines(database(), applied)).toStrictEqual(names);
    expect((await lines(database())).length).toBeGreaterThan(100);
  });

  it('change nothing the second time', async () => {
    const before = await lines(database());
    await migrate(database().url);
    expect(await lines(database())).toStrictEqual(before);
    expect(await lines(database(), applied)).toStrictEqual(names);
  });

  it('can be undone one by one, leaving nothing, and done again to the same schema', async () => {
    const before = await lines(database());
    const dataSource = await ownerDataSource(database().url).initialize();
    try {
      for (let left = migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    } finally {
      await dataSource.destroy();
    }
    expect(await lines(database())).toStrictEqual([]);
    await migrate(database().url);
    expect(await lines(database())).toStrictEqual(before);
  });

  it('keep what is stored when they run again', async () => {
    const client = new pg.Client({ connectionString: database().url });
    await client.connect();
    await client.query(
      `INSERT INTO municipality (id, code, name) VALUES ('01a20155-d432-71f0-ad40-ce7ab1b5f273', 'GM1', 'Stad')`,
    );
    await client.end();
    await migrate(database().url);
    expect(await lines(database(), 'SELECT name AS line FROM municipality')).toStrictEqual(['Stad']);
  });
});
