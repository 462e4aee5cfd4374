import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { runFolder, stopWithRun } from './test-run.js';

/** The one database server of this run, with a template that has every migration. */
export interface DatabaseServer {
  /** May make and drop databases. */
  readonly maintenanceUrl: string;
  /** Owner of test databases; the path is replaced per database. */
  readonly ownerUrl: string;
  /** Every database of this run starts with it. */
  readonly prefix: string;
  /** The server is not ours: given by TEST_DATABASE_URL. */
  readonly outside: boolean;
}

/** Nothing in these databases outlives the run, so they need not reach the disk. */
const carelessSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };
const patience = 120_000;

/** The server of this run, started by whichever suite asks first; the others wait for it. */
export async function databaseServer(): Promise<DatabaseServer> {
  const folder = runFolder();
  if (isFirst(folder)) await startAndTell(folder);
  for (let waited = 0; waited < patience; waited += 25) {
    const told = read(join(folder, 'server.json'));
    if (told) return JSON.parse(told) as DatabaseServer;
    const fault = read(join(folder, 'server-fault'));
    if (fault) throw new Error(`The database server of this run could not be made ready:\n${fault}`);
    await sleep(25);
  }
  throw new Error('The database server of this run was not ready in time.');
}

/** Name of the database that test databases are copies of. */
export const templateName = (server: Pick<DatabaseServer, 'prefix'>): string => `${server.prefix}template`;

/** The same server and login, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'server-lock'));
    return true;
  } catch {
    return false;
  }
}

async function startAndTell(folder: string): Promise<void> {
  try {
    const server = await reachServer(folder);
    await makeTemplate(server);
    writeFileSync(join(folder, 'server.json.new'), JSON.stringify(server), { mode: 0o600 });
    renameSync(join(folder, 'server.json.new'), join(folder, 'server.json'));
  } catch (error) {
    writeFileSync(join(folder, 'server-fault'), error instanceof Error ? String(error.stack) : String(error));
  }
}

async function reachServer(folder: string): Promise<DatabaseServer> {
  const prefix = `zb_${randomBytes(4).toString('hex')}_`;
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { maintenanceUrl: given, ownerUrl: given, prefix, outside: true };
  const lines: string[] = [];
  const { superuserUrl, ownerUrl, pid } = await startEmbeddedPostgres({
    dataDir: join(folder, 'database'),
    log: (line) => lines.push(line),
    settings: carelessSettings,
  });
  stopWithRun(pid, 'SIGQUIT');
  return { maintenanceUrl: superuserUrl, ownerUrl, prefix, outside: false };
}

async function makeTemplate(server: DatabaseServer): Promise<void> {
  const name = templateName(server);
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`create database ${name} owner ${decodeURIComponent(new URL(server.ownerUrl).username)}`);
  } finally {
    await client.end();
  }
  const { migrate } = await import('@app/platform/database/migrate.js');
  await migrate(onDatabase(server.ownerUrl, name));
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
