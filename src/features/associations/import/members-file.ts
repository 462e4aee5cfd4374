import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import {
  emailSchema,
  familyNameSchema,
  givenNameSchema,
  neighbourhoodCodeSchema,
} from '@app/contracts/http/primitives.js';
import { textOf } from './file-text.js';
import { ImportFault } from './import-fault.js';

/** Opens the file anew: it is read more than once, and never held as a whole. */
export type Source = () => Readable;

export interface MemberRow {
  readonly email: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly neighbourhoodCode: string | null;
}

/** What is wrong with a row; never a value of it, because that is of a person. */
export interface RowFault {
  readonly column: string;
  readonly problem: string;
}

export interface ReadRow {
  /** Line of the file on which the row ends. */
  readonly line: number;
  readonly row: MemberRow | null;
  readonly faults: readonly RowFault[];
}

/** Headings of each column, compared by their letters alone. */
const headings = {
  email: ['email', 'emailadres', 'mail', 'mailadres'],
  givenName: ['voornaam', 'givenname', 'naam'],
  familyName: ['achternaam', 'familyname'],
  neighbourhoodCode: ['buurtcode', 'buurt', 'neighbourhoodcode'],
} as const;
type Column = keyof typeof headings;
const columns = Object.keys(headings) as Column[];

const checks = {
  email: { schema: emailSchema, name: 'e-mail', problem: 'Dit is geen e-mailadres.' },
  givenName: {
    schema: givenNameSchema,
    name: 'voornaam',
    problem: 'Deze voornaam is te lang of heeft vreemde tekens.',
  },
  familyName: {
    schema: familyNameSchema,
    name: 'achternaam',
    problem: 'Deze achternaam is te lang of heeft vreemde tekens.',
  },
  neighbourhoodCode: {
    schema: neighbourhoodCodeSchema,
    name: 'buurtcode',
    problem: 'Dit is geen buurtcode, zoals BU03270000.',
  },
} as const;

/**
 * Rows of a file with people, one by one: comma, semicolon or tab; UTF-8 with or without a mark, UTF-16 with one, or
 * Windows-1252.
 * @throws ImportFault when it is no such file at all
 */
export async function* readMembersFile(open: Source): AsyncGenerator<ReadRow> {
  const { encoding, delimiter } = await formOf(open);
  const parser = parse({
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
    info: true,
    maxRecordSize: 65_536,
  });
  const text = Readable.from(textOf(open(), encoding));
  // What goes wrong with the file goes wrong with its rows.
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let places: ReadonlyMap<Column, number> | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (places === undefined) places = placesIn(record);
      else yield readRow(record, info.lines, places);
    }
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw notRows();
  }
  if (places === undefined) throw new ImportFault(['Het bestand is leeg.']);
}

const notRows = (): ImportFault =>
  new ImportFault([
    'Dit bestand heeft geen rijen die wij kunnen lezen. Bewaar uw lijst als CSV en probeer het opnieuw.',
  ]);

/** Reads all of it once: whether it is UTF-8 is only certain at its end. A mark of UTF-16 is never part of UTF-8. */
async function formOf(open: Source): Promise<{ encoding: 'utf-8' | 'windows-1252'; delimiter: string }> {
  const encoding = (await isUtf8(open())) ? 'utf-8' : 'windows-1252';
  let head = '';
  for await (const piece of textOf(open(), encoding)) {
    head += piece;
    if (head.includes('\n')) break;
  }
  const first = head.split(/\r?\n/)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return { encoding, delimiter: [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best)) };
}

async function isUtf8(file: AsyncIterable<Buffer>): Promise<boolean> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const fits = (bytes?: Buffer): boolean => {
    try {
      strict.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of file) if (!fits(chunk)) return false;
  // A letter that was only begun at the very end is no letter either.
  return fits();
}

function placesIn(record: readonly string[]): ReadonlyMap<Column, number> {
  // UTF-16 without a mark, or no text at all: its letters alone would still look like headings.
  if (record.some((heading) => heading.includes('\0'))) throw notRows();
  const found = record.map((heading) => heading.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const places = new Map<Column, number>();
  for (const column of columns) {
    const at = found.findIndex((heading) => (headings[column] as readonly string[]).includes(heading));
    if (at >= 0) places.set(column, at);
  }
  if (!places.has('email')) {
    throw new ImportFault([
      'Op de eerste regel staat geen kolom "e-mail". De kolommen zijn: e-mail, voornaam, achternaam, buurtcode.',
    ]);
  }
  return places;
}

function readRow(record: readonly string[], line: number, places: ReadonlyMap<Column, number>): ReadRow {
  const faults: RowFault[] = [];
  const value = (column: Column): string | null => {
    const at = places.get(column);
    const text = at === undefined ? '' : (record[at] ?? '').trim();
    const { schema, name, problem } = checks[column];
    if (text === '') {
      if (column === 'email') faults.push({ column: name, problem: 'Hier ontbreekt een e-mailadres.' });
      return null;
    }
    const read = schema.safeParse(column === 'neighbourhoodCode' ? text.toUpperCase() : text);
    if (read.success) return read.data;
    faults.push({ column: name, problem });
    return null;
  };
  const [email, givenName, familyName, neighbourhoodCode] = [
    value('email'),
    value('givenName'),
    value('familyName'),
    value('neighbourhoodCode'),
  ];
  const row = email === null || faults.length > 0 ? null : { email, givenName, familyName, neighbourhoodCode };
  return { line, row, faults };
}
