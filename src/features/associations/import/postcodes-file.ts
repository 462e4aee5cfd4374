import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { textOf } from './file-text.js';
import { ImportFault } from './import-fault.js';

/** The part of a postcode that lies in one neighbourhood. */
export interface PostcodePart {
  readonly postcode: string;
  readonly part: number;
  readonly neighbourhoodCode: string;
  /** Null where the whole postcode lies there. */
  readonly houseNumbers: readonly number[] | null;
}

export interface PostcodesFile {
  readonly parts: readonly PostcodePart[];
  readonly rows: number;
  /** Rows of other municipalities, which were left out. */
  readonly elsewhere: number;
}

/** Headings in the lists of CBS over the years and in tables made from the BAG, by their letters alone. */
const headings = {
  postcode: ['pc', 'postcode'],
  houseNumber: ['huisnummer', 'huisnr', 'hnr'],
  neighbourhood: ['buurt', 'buurtcode', 'bucode'],
} as const;
type Column = keyof typeof headings;

const mostFaults = 20;
type Numbers = Map<string, Map<string, Set<number>>>;

/**
 * The list of CBS "buurt, wijk en gemeente voor postcode huisnummer" of any year, of the whole country or of a part.
 * @param known codes of the neighbourhoods of this municipality
 * @throws ImportFault with the first faults at once, by line
 */
export async function readPostcodesFile(
  file: Readable,
  municipalityCode: string,
  known: ReadonlySet<string>,
): Promise<PostcodesFile> {
  const parser = parse({ delimiter: [';', ',', '\t'], skipEmptyLines: true, trim: true, info: true });
  const text = Readable.from(textOf(file));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  const found: Numbers = new Map();
  const faults: string[] = [];
  let places: Readonly<Record<Column, number>> | undefined;
  let [rows, elsewhere] = [0, 0];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (places === undefined) {
        places = placesIn(record);
        continue;
      }
      rows += 1;
      const code = codeOf(record[places.neighbourhood] ?? '');
      if (code !== undefined && code.slice(2, 6) !== municipalityCode.slice(2)) {
        elsewhere += 1;
        continue;
      }
      const fault = note(found, known, { code, record, places });
      if (fault !== undefined && faults.length < mostFaults) faults.push(`line ${info.lines}: ${fault}`);
    }
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault([`The file cannot be read as rows: ${(error as Error).message}`]);
  }
  if (faults.length > 0) throw new ImportFault(faults);
  if (found.size === 0) throw new ImportFault([`The file holds no postcode of ${municipalityCode}.`]);
  return { parts: partsOf(found), rows, elsewhere };
}

function placesIn(record: readonly string[]): Readonly<Record<Column, number>> {
  const given = record.map((heading) => heading.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const at = (column: Column): number =>
    given.findIndex((heading) => (headings[column] as readonly string[]).includes(heading));
  const places = { postcode: at('postcode'), houseNumber: at('houseNumber'), neighbourhood: at('neighbourhood') };
  if (Object.values(places).some((place) => place < 0)) {
    throw new ImportFault(['The first line has to name the columns: postcode (or PC6), huisnummer, buurtcode.']);
  }
  return places;
}

/** CBS wrote codes as numbers for some years. */
function codeOf(text: string): string | undefined {
  if (/^BU\d{8}$/i.test(text)) return text.toUpperCase();
  return /^\d{5,8}$/.test(text) ? `BU${text.padStart(8, '0')}` : undefined;
}

interface Row {
  readonly code: string | undefined;
  readonly record: readonly string[];
  readonly places: Readonly<Record<Column, number>>;
}

/** @returns what is wrong with a row, when something is */
function note(found: Numbers, known: ReadonlySet<string>, { code, record, places }: Row): string | undefined {
  const postcode = (record[places.postcode] ?? '').replaceAll(/\s/g, '').toUpperCase();
  const houseNumber = Number(record[places.houseNumber]);
  if (code === undefined) return 'this is no code of a neighbourhood, like BU03270000.';
  if (!known.has(code)) return `${code} is not known here. Import the neighbourhoods of the same year first.`;
  if (!/^\d{4}[A-Z]{2}$/.test(postcode)) return 'this is no postcode, like 1234AB.';
  if (!Number.isInteger(houseNumber) || houseNumber < 1) return 'this is no house number.';
  const ofPostcode = found.get(postcode) ?? new Map<string, Set<number>>();
  found.set(postcode, ofPostcode.set(code, (ofPostcode.get(code) ?? new Set<number>()).add(houseNumber)));
  return undefined;
}

function partsOf(found: Numbers): PostcodePart[] {
  return [...found].flatMap(([postcode, codes]) =>
    [...codes]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([neighbourhoodCode, numbers], part) => ({
        postcode,
        part,
        neighbourhoodCode,
        houseNumbers: codes.size === 1 ? null : [...numbers].toSorted((a, b) => a - b),
      })),
  );
}
