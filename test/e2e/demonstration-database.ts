import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { freePort } from '@app/platform/embedded/free-port.js';
import { startProcess } from '../support/child-process.js';
import { onceARun } from '../support/run/once-a-run.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { copyOf, createTestDatabase, type TestDatabase } from '../support/template-database.js';

/** A demonstration as its first start left it, which nobody has open any more. */
interface SeededDemonstration {
  readonly template: string;
  readonly encryptionKey: string;
}

/** The demonstration of one suite alone: what it may be started with, and how to be rid of it. */
export interface DemonstrationDatabase {
  readonly database: TestDatabase;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A copy of a demonstration that was seeded once a run. Its database does not care for the disk; everything else is
 * what `npm start` runs.
 */
export async function demonstrationDatabase(): Promise<DemonstrationDatabase> {
  const { template, encryptionKey } = await onceARun('demonstration', seedOnce);
  const database = await copyOf(template);
  return { database, env: settings(database, encryptionKey) };
}

/** Starts the application on an empty database, as on any first start, and stops it when all is seeded. */
async function seedOnce(): Promise<SeededDemonstration> {
  const database = await createTestDatabase();
  const encryptionKey = randomBytes(32).toString('base64');
  const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  const application = await startProcess({ env: { ...settings(database, encryptionKey), ...ports } });
  await application.waitForLine(/^ready /m, 120_000);
  await application.kill('SIGTERM');
  return { template: database.name, encryptionKey };
}

function settings({ url }: TestDatabase, encryptionKey: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: url,
    ENCRYPTION_KEY: encryptionKey,
    DEMONSTRATION: 'true',
    AUDIT_HEADS_FILE: join(temporaryFolder('zb-e2e-'), 'audit-heads.jsonl'),
  };
}
