import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { applicationRole } from '@app/platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';
import { opened } from './engines.js';

/** Tables without anything of a person, each with the reason why its rows need no row level security. */
const withoutPeople: Readonly<Record<string, string>> = {
  migrations: 'names of migrations',
  app_clock: 'the shift of the product clock',
  municipality: 'public: which municipalities take part',
  district: 'public: a list of CBS',
  cell: 'public: places as the board shows them',
  neighbourhood: 'public: a list of CBS',
  postcode_part: 'public: which postcode lies in which neighbourhood, from lists of CBS',
  association: 'public: organisations; the contact person stands there by id',
  association_area: 'public: who looks after which neighbourhood',
  matching_town: 'one figure for each municipality',
  board_area: 'public: a counter for each board',
  board_entry: 'public: what the board shows, without a word of anybody',
  outbox: 'operational: the relay reads all municipalities; ids, codes and numbers only',
  job_receipt: 'operational: which jobs were done',
  socket_io_attachments: 'operational: frames between processes, which hold ids and numbers only',
};

interface TableFacts {
  readonly name: string;
  readonly owner: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
  readonly municipality_in_key: boolean;
}

const factsOfTables = `
  SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid
             AND pg_get_expr(p.polqual, p.polrelid) LIKE '%app_municipality()%'
             AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%app_municipality()%') AS policies,
         EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                  WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'municipality_id') AS municipality_in_key
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

/** Tables that have no key because a person has any number of rows in them that nothing refers to. */
const withoutKey = new Set(['helper_availability']);

/** What is wrong with each table, for every table in which something is. */
async function faultsIn(database: TestDatabase): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<TableFacts>(factsOfTables);
    const faults = rows.map((table) => [table.name, faultsOf(table)] as const);
    return Object.fromEntries(faults.filter(([, found]) => found.length > 0));
  } finally {
    await client.end();
  }
}

function faultsOf(table: TableFacts): string[] {
  const owned = table.owner === applicationRole ? ['owned by the application role'] : [];
  if (table.name in withoutPeople) return owned;
  return [
    ...owned,
    ...(table.enabled ? [] : ['row level security is off']),
    ...(table.forced ? [] : ['row level security is not forced']),
    ...(table.policies > 0 ? [] : ['no policy that looks at the municipality for reading and for writing']),
    ...(table.municipality_in_key || withoutKey.has(table.name) ? [] : ['the municipality is not first in its key']),
  ];
}

const database = opened(createTestDatabase, (made) => made.drop());

async function run<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database().url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('row level security', () => {
  it('is forced on every table that is not known to hold nothing of people', async () => {
    expect(await faultsIn(database())).toStrictEqual({});
  });

  it('has no exception for a table that is gone', async () => {
    const names = (await run<TableFacts>(factsOfTables)).map(({ name }) => name);
    const excepted = [...Object.keys(withoutPeople), ...withoutKey];
    expect(excepted.filter((name) => !names.includes(name))).toStrictEqual([]);
    // The rest has rows of people: were this to shrink, something was excepted that should not be.
    expect(names.length - Object.keys(withoutPeople).length).toBeGreaterThanOrEqual(16);
  });

  it('binds an application role that owns nothing, bypasses nothing and can make nothing', async () => {
    expect(
      await run(
        `SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
                has_schema_privilege('${applicationRole}', 'public', 'CREATE') AS creates,
                (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
           FROM pg_roles r WHERE rolname = '${applicationRole}'`,
      ),
    ).toStrictEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
        creates: false,
        memberships: 0,
      },
    ]);
  });

  it('cannot have its clock moved by the application', async () => {
    await expect(run(`SET ROLE ${applicationRole}; UPDATE app_clock SET shift = '1 day'`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('cannot have its list of migrations written by the application', async () => {
    await expect(run(`SET ROLE ${applicationRole}; DELETE FROM migrations`)).rejects.toThrow(/permission denied/);
  });

  it('would be missed on a new table with people, in each of its parts', async () => {
    const scratch = await createTestDatabase();
    try {
      const client = new pg.Client({ connectionString: scratch.url });
      await client.connect();
      const columns = 'municipality_id uuid NOT NULL, id uuid NOT NULL, phone text';
      await client.query(`
        CREATE TABLE bare (${columns}, PRIMARY KEY (municipality_id, id));
        CREATE TABLE unforced (${columns}, PRIMARY KEY (municipality_id, id));
        ALTER TABLE unforced ENABLE ROW LEVEL SECURITY;
        CREATE POLICY all_of_it ON unforced USING (municipality_id = app_municipality()) WITH CHECK (municipality_id = app_municipality());
        CREATE TABLE lenient (${columns}, PRIMARY KEY (municipality_id, id));
        ALTER TABLE lenient ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY all_of_it ON lenient USING (true) WITH CHECK (true);
        CREATE TABLE keyless (${columns}, PRIMARY KEY (id));
        ALTER TABLE keyless ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY all_of_it ON keyless USING (municipality_id = app_municipality()) WITH CHECK (municipality_id = app_municipality());`);
      await client.end();
      const noPolicy = 'no policy that looks at the municipality for reading and for writing';
      expect(await faultsIn(scratch)).toStrictEqual({
        bare: ['row level security is off', 'row level security is not forced', noPolicy],
        unforced: ['row level security is not forced'],
        lenient: [noPolicy],
        keyless: ['the municipality is not first in its key'],
      });
    } finally {
      await scratch.drop();
    }
  });
});
