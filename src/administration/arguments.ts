import { parseArgs } from 'node:util';
import { z } from 'zod';
import { emailSchema, familyNameSchema, givenNameSchema, lineOfText } from '@app/contracts/http/primitives.js';
import { quarterSchema } from '@app/contracts/http/participation.js';
import { AdministrationError } from './administration-error.js';

const seeHelp = 'See: npm run admin -- --help';

const administratorSchema = z.object({
  email: emailSchema,
  'given-name': givenNameSchema,
  'family-name': familyNameSchema.optional(),
  'municipality-code': z
    .string()
    .regex(/^GM\d{4}$/, 'Give the code of the municipality at Statistics Netherlands (CBS), for example GM0327'),
  'municipality-name': lineOfText(80),
  hostname: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'Give a host name alone, for example buren.example.nl')
    .optional(),
  districts: z.string().min(1, 'Give the path of a file').optional(),
});

/** Who becomes administrator, and of which municipality. */
export interface AdministratorInput {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string | undefined;
  readonly municipalityCode: string;
  readonly municipalityName: string;
  readonly hostname: string | undefined;
}

const importSchema = z.object({
  'municipality-code': administratorSchema.shape['municipality-code'],
  association: lineOfText(80).optional(),
  'only-good-rows': z.boolean().default(false),
  report: z.string().min(1, 'Give the path of a file').optional(),
});

/** A file to take over, and for which municipality. */
export interface ImportInput {
  readonly file: string;
  readonly municipalityCode: string;
  readonly association: string | undefined;
  readonly onlyGoodRows: boolean;
  readonly report: string | undefined;
}

/** What a file can be taken over of. */
export type ImportedThing = 'neighbourhoods' | 'members' | 'postcodes';
const imports: ReadonlyMap<string, ImportedThing> = new Map([
  ['import-neighbourhoods', 'neighbourhoods'],
  ['import-members', 'members'],
  ['import-postcodes', 'postcodes'],
]);

/** What the program was asked to do. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'rebuild-participation' }
  | { readonly kind: 'publish-quarter'; readonly quarter: string; readonly reason: string | undefined }
  | { readonly kind: 'council-report'; readonly quarter: string }
  | { readonly kind: 'explain'; readonly helpRequestId: string }
  | { readonly kind: 'import'; readonly what: ImportedThing; readonly input: ImportInput }
  | {
      readonly kind: 'create-administrator';
      readonly input: AdministratorInput;
      /** Path of a file with districts. */
      readonly districts: string | undefined;
    };

/**
 * Reads the arguments; all faults come at once.
 * @throws AdministrationError
 */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const { help, ...options } = values;
  if (help === true || command === 'help' || args.length === 0) return { kind: 'help' };
  if (command === 'explain') return { kind: 'explain', helpRequestId: oneId(rest) };
  if (command === 'publish-quarter') return { kind: command, quarter: oneQuarter(rest), reason: options.reason };
  if (command === 'council-report') return { kind: command, quarter: oneQuarter(rest) };
  if (command === 'rebuild-participation' && rest.length === 0) return { kind: command };
  const what = imports.get(command ?? '');
  if (command !== undefined && what !== undefined) {
    return { kind: 'import', what, input: importOf(command, rest, options) };
  }
  if (command !== 'create-administrator') {
    throw new AdministrationError([`${command ?? 'Without a command'}: there is no such command. ${seeHelp}`]);
  }
  if (rest.length > 0) {
    throw new AdministrationError([`${rest.join(' ')}: belongs to no option; put a value of two words in quotes.`]);
  }
  const checked = administratorSchema.safeParse(options);
  if (!checked.success) throw new AdministrationError(checked.error.issues.map(faultOf));
  const { districts, email, hostname, ...named } = checked.data;
  return {
    kind: 'create-administrator',
    districts,
    input: {
      email,
      givenName: named['given-name'],
      familyName: named['family-name'],
      municipalityCode: named['municipality-code'],
      municipalityName: named['municipality-name'],
      hostname,
    },
  };
}

function importOf(command: string, [file, ...more]: readonly string[], options: object): ImportInput {
  if (file === undefined || more.length > 0) throw new AdministrationError([`${command}: give one file. ${seeHelp}`]);
  const checked = importSchema.safeParse(options);
  if (!checked.success) throw new AdministrationError(checked.error.issues.map(faultOf));
  const { association, report, ...named } = checked.data;
  return {
    file,
    municipalityCode: named['municipality-code'],
    association,
    onlyGoodRows: named['only-good-rows'],
    report,
  };
}

function oneId(rest: readonly string[]): string {
  const id = z.uuid().safeParse(rest[0]);
  if (rest.length !== 1 || !id.success)
    throw new AdministrationError([`explain: give the id of one request. ${seeHelp}`]);
  return id.data;
}

function oneQuarter(rest: readonly string[]): string {
  const quarter = quarterSchema.safeParse(rest[0]);
  if (rest.length !== 1 || !quarter.success)
    throw new AdministrationError([`Give one quarter, for example 2026-Q3. ${seeHelp}`]);
  return quarter.data;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        'given-name': { type: 'string' },
        'family-name': { type: 'string' },
        'municipality-code': { type: 'string' },
        'municipality-name': { type: 'string' },
        hostname: { type: 'string' },
        districts: { type: 'string' },
        association: { type: 'string' },
        'only-good-rows': { type: 'boolean' },
        report: { type: 'string' },
        reason: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new AdministrationError([`${(error as Error).message.split('\n')[0] ?? ''} ${seeHelp}`]);
  }
}

function faultOf({ path, message, code, input }: z.core.$ZodIssue & { readonly input?: unknown }): string {
  const missing = code === 'invalid_type' && input === undefined;
  return `--${String(path[0])}: ${missing ? `is required. ${seeHelp}` : message}`;
}
