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

async function run(args: readonly string[]): Promise<string> {
  const command = readCommand(args);
  if (command.kind === 'help') return helpText;
  const { input } = command;
  // Before the database is opened: a wrong file must leave nothing half made.
  const districts = command.districts && (await readDistrictsFile(command.districts, input.municipalityCode));
  const made = await withInstallation(process.env, ({ unitOfWork, people }): Promise<MadeAdministrator> =>
    createAdministrator(unitOfWork, people, input, districts || undefined),
  );
  return reportOf(input, made, districts !== undefined);
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  const known = explained.some((kind) => error instanceof kind);
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
