import { ConfigurationError, readEnvironment } from './platform/config/config.js';
import { admitApplication } from './platform/database/admit-application.js';
import { migrate } from './platform/database/migrate.js';

// A step of its own for installations that start several processes at once.
try {
  const { DATABASE_URL, DATABASE_APP_URL } = readEnvironment({ ...process.env, PROCESS_ROLES: 'relay' });
  if (!DATABASE_URL) throw new ConfigurationError('DATABASE_URL: is required to migrate an external database');
  await migrate(DATABASE_URL);
  if (DATABASE_APP_URL) await admitApplication(DATABASE_URL, DATABASE_APP_URL);
  process.stdout.write('migrations applied\n');
} catch (error) {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
