import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { makePassableFolder } from './passable-folder.js';
import { postgresBinaries } from './postgres-binaries.js';
import {
  clusterFolder,
  clusterPasswords,
  ensureCluster,
  superuser,
  type ClusterPasswords,
} from './postgres-cluster.js';
import { PortTakenError, startPostmaster, stopLeftoverServer, type Postmaster } from './postmaster.js';
import { readIfThere, writePrivately } from './private-file.js';
import { serverUser } from './server-user.js';

/** Where and how to run the embedded server. */
export interface EmbeddedPostgresOptions {
  /** Claimed by the caller (claimDataFolder); cluster, passwords, port and log are kept here. */
  readonly dataDir: string;
  /** Gets one readable line for each thing a person may want to know; never a password. */
  readonly log: (line: string) => void;
  /** Server settings over the default ones; tests switch fsync off. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where copies go that the server's user must reach; only used as root. */
  readonly reachableFolder?: string;
}

/** A running embedded server. */
export interface EmbeddedPostgres {
  /** As the owner of the database: may make tables and roles, but is no superuser, as on any hosted PostgreSQL. */
  readonly ownerUrl: string;
  /** As superuser, on the maintenance database. Not for the application. */
  readonly superuserUrl: string;
  /** Process number of the server, for those who must stop it from another process. */
  readonly pid: number;
  stop(): Promise<void>;
}

const owner = 'zorgzame_owner';
const database = 'zorgzame_buurten';
const defaultSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '120',
  jit: 'off',
  // The log names what went wrong without the values: those may be someone's name or address.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/**
 * Starts PostgreSQL in a data folder: makes the cluster the first time, recovers from a killed run, and comes back when
 * the database accepts connections.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, reachableFolder = '/var/lib/zorgzame-buurten' } = options;
  await makePassableFolder(options.dataDir);
  // Without symbolic links: a leftover server is recognised by the folder that the system says it works in.
  const dataDir = await realpath(options.dataDir);
  const user = await serverUser(log);
  const binaries = await postgresBinaries(user, reachableFolder, log);
  const clusterDir = await clusterFolder(dataDir, user, reachableFolder, log);
  const passwords = await clusterPasswords(dataDir);
  await stopLeftoverServer(clusterDir, log);
  await ensureCluster(clusterDir, binaries, user, passwords.superuser);
  const settings = { ...defaultSettings, ...options.settings };
  const logFile = join(dataDir, 'postgres.log');
  const { server, port } = await startOnFreePort(dataDir, (chosen) =>
    startPostmaster({ program: binaries.postgres, clusterDir, logFile, port: chosen, user, settings }),
  );
  const urlFor = (name: string, password: string, db: string): string =>
    `postgresql://${name}:${password}@127.0.0.1:${port}/${db}`;
  const superuserUrl = urlFor(superuser, passwords.superuser, 'postgres');
  try {
    await ensureDatabase(superuserUrl, passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: urlFor(owner, passwords.owner, database),
    superuserUrl,
    pid: server.process.pid!,
    stop: () => server.stop(),
  };
}

/** The port of the last run when it is free, so that a tool that was pointed at it keeps working; else another. */
async function startOnFreePort(
  dataDir: string,
  start: (port: number) => Promise<Postmaster>,
): Promise<{ server: Postmaster; port: number }> {
  const portFile = join(dataDir, 'postgres-port');
  const last = Number((await readIfThere(portFile)) ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? last : 0);
    try {
      const server = await start(port);
      if (port !== last) await writePrivately(portFile, `${port}\n`);
      return { server, port };
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 5) throw error;
    }
  }
}

/** The application's owner role and database, when they are not there yet. */
async function ensureDatabase(superuserUrl: string, passwords: ClusterPasswords): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [owner, database],
    );
    const password = client.escapeLiteral(passwords.owner);
    if (!rows[0]?.role) await client.query(`create role ${owner} login createdb createrole password ${password}`);
    if (!rows[0]?.database) await client.query(`create database ${database} owner ${owner}`);
  } finally {
    await client.end();
  }
}
