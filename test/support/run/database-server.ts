import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { onceARun } from './once-a-run.js';
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

/** The server of this run, started by whichever suite asks first; the others wait for it. */
export function databaseServer(): Promise<DatabaseServer> {
  return onceARun('server', async () => {
    const server = await reachServer(runFolder());
    await makeTemplate(server);
    return server;
  });
}

/** Name of the database that test databases are copies of. */
export const templateName = (server: Pick<DatabaseServer, 'prefix'>): string => `${server.prefix}template`;

/** The same server and login, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
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
