import 'reflect-metadata';
import { readCommand } from './arguments.js';
import { createAdministrator, type MadeAdministrator } from './create-administrator.js';
import { explainRequest } from './explain-request.js';
import { readDistrictsFile } from './districts-file.js';
import { explain } from './explain.js';
import { helpText } from './help-text.js';
import { runImport } from './import-command.js';
import { withInstallation } from './installation.js';
import { publishQuarter, writeCouncilReports } from './publish-figures.js';
import { rebuildParticipation } from './rebuild-participation.js';
import { reportOf } from './report.js';

// Administration of an installation: npm run admin
async function run(args: readonly string[]): Promise<string> {
  const command = readCommand(args);
  if (command.kind === 'help') return helpText;
  if (command.kind === 'explain') {
    const { helpRequestId } = command;
    return withInstallation(process.env, ({ unitOfWork }) => explainRequest(unitOfWork, helpRequestId));
  }
  if (command.kind === 'rebuild-participation') {
    return withInstallation(process.env, ({ unitOfWork }) => rebuildParticipation(unitOfWork));
  }
  if (command.kind === 'import') {
    const { what, input } = command;
    return withInstallation(process.env, (installation) => runImport[what](installation, input));
  }
  if (command.kind === 'publish-quarter') {
    return withInstallation(process.env, ({ unitOfWork }) => publishQuarter(unitOfWork, command));
  }
  if (command.kind === 'council-report') {
    return withInstallation(process.env, ({ unitOfWork }) => writeCouncilReports(unitOfWork, command.quarter));
  }
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
  process.stderr.write(`${explain(error as Error)}\n`);
  process.exitCode = 1;
}
