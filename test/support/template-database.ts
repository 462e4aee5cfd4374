import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseServer, onDatabase, templateName, type DatabaseServer } from './run/database-server.js';

/** A database of one suite alone, with every migration and no rows. */
export interface TestDatabase {
  readonly name: string;
  /** As its owner, who is no superuser. */
  readonly url: string;
  /** Removes it, also when connections are still open. */
  drop(): Promise<void>;
}

/** Makes a database for a suite: a copy of the template that is migrated once a run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(templateName(await databaseServer()));
}

/** Another database like one that nobody is connected to, with all it holds. */
export async function copyOf(template: string): Promise<TestDatabase> {
  return create(`template ${template}`);
}

/** A database without anything in it, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(how: string): Promise<TestDatabase> {
  const server = await databaseServer();
  const name = `${server.prefix}${randomBytes(6).toString('hex')}`;
  const owner = decodeURIComponent(new URL(server.ownerUrl).username);
  await maintain(server, `create database ${name} ${how} owner ${owner}`);
  return {
    name,
    url: onDatabase(server.ownerUrl, name),
    drop: () => maintain(server, `drop database if exists ${name} with (force)`),
  };
}

/** One statement on the server. The template is briefly in use while PostgreSQL itself looks at it: then again. */
async function maintain(server: DatabaseServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== templateInUse || attempt === 20) throw error;
        await sleep(100);
      }
    }
  } finally {
    await client.end();
  }
}

/** SQLSTATE object_in_use. */
const templateInUse = '55006';
