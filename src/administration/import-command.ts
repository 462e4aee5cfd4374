import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import {
  ImportFault,
  importMembers,
  importNeighbourhoods,
  importPostcodes,
  readNeighbourhoodsFile,
  wholeTextOf,
  type MembersReport,
  type NeighbourhoodsReport,
  type PostcodesReport,
} from '@app/features/associations/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { AdministrationError } from './administration-error.js';
import type { ImportedThing, ImportInput } from './arguments.js';
import type { Installation } from './installation.js';

const nobody = '00000000-0000-0000-0000-000000000000';
/** A map is held in memory whole; one of the whole country has to be cut to the municipality first. */
const largestMapBytes = 64 * 1024 * 1024;

/** Takes over the neighbourhoods of a municipality from a file. @returns what to tell */
async function runNeighbourhoodsImport({ unitOfWork }: Installation, input: ImportInput): Promise<string> {
  return explained(async () => {
    const text = await readMap(input.file);
    const { neighbourhoods, notes } = readNeighbourhoodsFile(text, input.municipalityCode);
    const municipalityId = await municipalityOf(unitOfWork, input.municipalityCode);
    const report = await unitOfWork.run(asSystem(municipalityId), (tx) => importNeighbourhoods(tx, neighbourhoods));
    return neighbourhoodsText(report, notes);
  });
}

/** Invites the people in a file; rows with faults are told of in a file beside it. @returns what to tell */
async function runMembersImport(installation: Installation, input: ImportInput): Promise<string> {
  const { unitOfWork, registerMany } = installation;
  return explained(async () => {
    await readable(input.file);
    const municipalityId = await municipalityOf(unitOfWork, input.municipalityCode);
    const reportFile = input.report ?? `${input.file}.fouten.csv`;
    const faults = createWriteStream(reportFile);
    faults.write('regel;kolom;probleem\r\n');
    try {
      const report = await unitOfWork.run(asSystem(municipalityId), async (tx) => {
        const associationId = input.association ? await associationOf(tx, input.association) : null;
        return importMembers(tx, registerMany, () => createReadStream(input.file), {
          associationId,
          onlyGoodRows: input.onlyGoodRows,
          onFault: (line, { column, problem }) => void faults.write(`${line};${column};${problem}\r\n`),
        });
      });
      return membersText(report, reportFile);
    } finally {
      faults.end();
      await finished(faults);
    }
  });
}

/** Takes over which postcode lies in which neighbourhood. @returns what to tell */
async function runPostcodesImport({ unitOfWork }: Installation, input: ImportInput): Promise<string> {
  return explained(async () => {
    await readable(input.file);
    const municipalityId = await municipalityOf(unitOfWork, input.municipalityCode);
    const report = await unitOfWork.run(asSystem(municipalityId), (tx) =>
      importPostcodes(tx, createReadStream(input.file), input.municipalityCode),
    );
    return postcodesText(report);
  });
}

/** The program for each kind of file. */
export const runImport: Readonly<
  Record<ImportedThing, (installation: Installation, input: ImportInput) => Promise<string>>
> = { neighbourhoods: runNeighbourhoodsImport, members: runMembersImport, postcodes: runPostcodesImport };

async function explained(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportFault) throw new AdministrationError(error.faults);
    throw error;
  }
}

async function readable(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw new AdministrationError([`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`]);
  }
}

async function readMap(path: string): Promise<string> {
  if ((await readable(path)) > largestMapBytes) {
    throw new AdministrationError([`${path}: is larger than 64 MB. Keep only the neighbourhoods of the municipality.`]);
  }
  return wholeTextOf(createReadStream(path));
}

async function municipalityOf(unitOfWork: UnitOfWork, code: string): Promise<string> {
  const [found] = await unitOfWork.run(asSystem(nobody), (tx) =>
    tx.query<{ id: string }>('SELECT id FROM municipality WHERE code = $1', [code]),
  );
  if (!found)
    throw new AdministrationError([
      `--municipality-code: there is no ${code} here. Make it first: create-administrator`,
    ]);
  return found.id;
}

async function associationOf(tx: Parameters<typeof importNeighbourhoods>[0], name: string): Promise<string> {
  const [found] = await tx.query<{ id: string }>(
    'SELECT id FROM association WHERE municipality_id = $1 AND name = $2',
    [tx.tenancy.municipalityId, name],
  );
  if (!found) throw new AdministrationError([`--association: there is no association called ${name}`]);
  return found.id;
}

function neighbourhoodsText(report: NeighbourhoodsReport, notes: readonly string[]): string {
  const { added, changed, unchanged, replaced } = report;
  return [
    `neighbourhoods: ${added.length} new, ${changed.length} changed, ${unchanged} the same, ${replaced.length} replaced`,
    ...replaced.map(({ from, to }) => `  ${from} is now ${to}: homes, requests and areas went along`),
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}

function membersText({ rows, invited, known, wrong, applied }: MembersReport, reportFile: string): string {
  const faults = wrong === 0 ? [] : [`${wrong} rows with faults: see ${reportFile}`];
  if (!applied) {
    return [
      `nothing was changed: ${rows} rows, of which ${wrong} with faults`,
      ...faults,
      'Correct them, or leave them out with --only-good-rows',
      '',
    ].join('\n');
  }
  return [
    `${rows} rows: ${invited} invited, ${known} known already and left alone`,
    ...faults,
    'Invitations are sent while the application runs. Nobody helps before saying so.',
    '',
  ].join('\n');
}

function postcodesText({ postcodes, split, elsewhere, changed }: PostcodesReport): string {
  const left = elsewhere === 0 ? [] : [`  ${elsewhere} rows of other municipalities were left out`];
  return [
    `${postcodes} postcodes, ${split} of them in more than one neighbourhood; ${changed} rows changed`,
    ...left,
    '',
  ].join('\n');
}
