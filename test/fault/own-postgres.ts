import pg from 'pg';
import { migrate } from '@app/platform/database/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { stopWithRun } from '../support/run/test-run.js';
import { temporaryFolder } from '../support/temp-folder.js';
import type { TestDatabase } from '../support/template-database.js';

/** A database server of one suite alone, on an address it keeps, that cares for the disk as a real one does. */
export interface OwnPostgres {
  readonly database: TestDatabase;
  /** As superuser, in the database of the application. */
  readonly superuserUrl: string;
  /** The server is gone from one moment to the next, with everything that was not committed. */
  crash(): Promise<void>;
  /** It comes back and recovers. */
  start(): Promise<void>;
}

/** Starts a server with every migration and no rows. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = temporaryFolder('zb-own-postgres-');
  let withdraw: () => void = () => undefined;
  const open = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    withdraw = stopWithRun(server.pid, 'SIGQUIT');
    return server;
  };
  let running = await open();
  const { ownerUrl } = running;
  await migrate(ownerUrl);
  const superuserUrl = new URL(running.superuserUrl);
  superuserUrl.pathname = new URL(ownerUrl).pathname;
  return {
    database: {
      name: new URL(ownerUrl).pathname.slice(1),
      url: ownerUrl,
      drop: async () => {
        await running.stop();
        withdraw();
      },
    },
    superuserUrl: superuserUrl.href,
    async crash() {
      process.kill(running.pid, 'SIGQUIT');
      await running.stop();
      withdraw();
    },
    async start() {
      running = await open();
      if (running.ownerUrl !== ownerUrl) throw new Error('The port of this server was taken while it was away');
    },
  };
}

/**
 * Cuts the connections of the application that are in the middle of a transaction, when there is one at least.
 * @returns how many were cut
 */
export async function cutTransactions(superuserUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ cut: number }>(
      `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'zorgzame-buurten'
          AND xact_start IS NOT NULL AND state IN ('active', 'idle in transaction')`,
    );
    return rows[0]?.cut ?? 0;
  } finally {
    await client.end();
  }
}
