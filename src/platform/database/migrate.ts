import { runMigrations } from 'bullmq';
import pg from 'pg';
import { applicationRole, ownerDataSource } from './data-source.js';

/** Any two processes migrating one database take turns on this lock; the number spells "zbmg". */
const migrationLock = 0x7a626d67;

/** Schema of the queue's own tables. */
export const queueSchema = 'bullmq';

/**
 * Brings a database up to date: our tables and, in their own schema, the queue's.
 * Safe to run from several processes at once; those that come late find nothing to do.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const dataSource = ownerDataSource(url);
    await dataSource.initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await runMigrations(client, queueSchema);
    await client.query(`
      -- The queue makes a sequence for each queue it meets.
      GRANT USAGE, CREATE ON SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${applicationRole};`);
  } finally {
    await client.end();
  }
}
