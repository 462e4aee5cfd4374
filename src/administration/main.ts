import 'reflect-metadata';
import { ConfigurationError } from '../platform/config/config.js';
import { DataFolderHeldError } from '../platform/embedded/data-folder.js';
import { AdministrationError } from './administration-error.js';
import { readCommand } from './arguments.js';
import { createAdministrator, type MadeAdministrator } from './create-administrator.js';
import { readDistrictsFile } from './districts-file.js';
import { helpText } from './help-text.js';
import { withInstallation } from './installation.js';
import { reportOf } from './report.js';

// Administration of an installation: npm run admin
const explained = [AdministrationError, ConfigurationError, DataFolderHeldError];

/** Codes of PostgreSQL and of the network for a database that does not let us in. */
const noWayIn = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28|3D000|57P03)/;

/** What to tell about a fault; addresses hold passwords, so they are never repeated. */
function wordsFor(error: Error & { readonly code?: string }): string {
  if (explained.some((kind) => error instanceof kind)) return error.message;
  const { code = '' } = error;
  if (!noWayIn.test(code)) return error.stack ?? error.message;
  return `DATABASE_URL: the database does not let us in (${code}). Start it, or correct address, name and password.`;
}

async function run(args: readonly string[]): Promise<string> {
  const command = readCommand(args);
  if (command.kind === 'help') return helpText;
  const { input } = command;
  // Before the database is opened: a wrong file must leave nothing half made.
  const districts = command.districts && (await readDistrictsFile(command.districts, input.municipalityCode));
  const made = await withInstallation(process.env, ({ unitOfWork, people }): Promise<MadeAdministrator> =>
    createAdministrator(unitOfWork, people, input, districts || undefined),
  );
  return reportOf(input, made, {
    gaveDistricts: districts !== undefined,
    isEmbedded: !process.env['DATABASE_URL'],
  });
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${wordsFor(error as Error)}\n`);
  process.exitCode = 1;
}
