import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { admitApplication } from '@app/platform/database/admit-application.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let url: string;
const login = `app_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  database = await createTestDatabase();
  const address = new URL(database.url);
  address.username = login;
  address.password = "it's @ secret";
  url = address.href;
  await admitApplication(database.url, url);
  await admitApplication(database.url, url);
});
afterAll(async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`DROP ROLE ${login}`);
  await client.end();
  await database.drop();
});

describe('a login that is only the application', () => {
  it('is enough to serve, and can neither move the clock nor become the owner', async () => {
    const source = await applicationDataSource({ url, poolSize: 1 }).initialize();
    try {
      expect(await source.query('SELECT current_user AS role, session_user AS login')).toStrictEqual([
        { role: 'zb_app', login },
      ]);
      await expect(source.query('SELECT count(*) FROM migrations')).resolves.toHaveLength(1);
      await expect(source.query(`UPDATE app_clock SET shift = '1 day'`)).rejects.toThrow(/permission denied/);
      await expect(source.query('CREATE TABLE mine (id integer)')).rejects.toThrow(/permission denied/);
      const owner = new URL(database.url).username;
      await expect(source.query(`SET ROLE ${owner}`)).rejects.toThrow(/permission denied/);
    } finally {
      await source.destroy();
    }
  });
});
