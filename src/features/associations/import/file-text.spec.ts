import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { wholeTextOf } from './file-text.js';
import { ImportFault } from './import-fault.js';
import { readMembersFile, type ReadRow } from './members-file.js';
import { readPostcodesFile } from './postcodes-file.js';

const littleEndian = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const stored = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16, little end first': littleEndian,
  'UTF-16, big end first': (text: string) => littleEndian(text).swap16(),
} as const;

/** A file as it comes in: a mark, a letter or a pair of line ends may be cut in two. */
function inPieces(file: Buffer, size: number): Readable {
  const count = Math.ceil(file.length / size);
  return Readable.from(Array.from({ length: count }, (_, at) => file.subarray(at * size, (at + 1) * size)));
}

const all = (file: Buffer, size = 5): Promise<ReadRow[]> =>
  Readable.from(readMembersFile(() => inPieces(file, size))).toArray();

describe.each(Object.entries(stored))('a file in %s', (_, bytes) => {
  it.each([1, 2, 3, 1000])('is the text it holds, without the mark, in pieces of %i bytes', async (size) => {
    const text = 'Zoë, Дмитро 🙂\r\n';
    expect(await wholeTextOf(inPieces(bytes(text), size))).toBe(text);
  });

  it.each([';', ',', '\t'])('gives its people, with %j between the columns', async (sign) => {
    const lines = [
      ['E-mail', 'Voornaam', 'Buurtcode'],
      ['zoe@example.invalid', 'Zoë', 'BU03270107'],
    ];
    const rows = await all(bytes(lines.map((line) => line.join(sign)).join('\r\n')));
    expect(rows).toEqual([
      {
        line: 2,
        faults: [],
        row: { email: 'zoe@example.invalid', givenName: 'Zoë', familyName: null, neighbourhoodCode: 'BU03270107' },
      },
    ]);
  });

  it('gives its postcodes', async () => {
    const file = inPieces(bytes('PC6;Huisnummer;Buurt\r\n3831AB;7;03270107\r\n'), 3);
    const { parts } = await readPostcodesFile(file, 'GM0327', new Set(['BU03270107']));
    expect(parts.map(({ postcode }) => postcode)).toEqual(['3831AB']);
  });
});

describe('a file with people', () => {
  it('may come from an old spreadsheet', async () => {
    const rows = await all(Buffer.from('e-mail;voornaam\r\nzoe@example.invalid;Zoë', 'latin1'));
    expect(rows.map(({ row }) => row?.givenName)).toEqual(['Zoë']);
  });

  it('in UTF-16 without a mark is no list of wrong addresses: it is refused with what to do', async () => {
    const file = Buffer.from('e-mail;voornaam\r\nzoe@example.invalid;Zoe\r\n', 'utf16le');
    const refused = await all(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportFault);
    expect((refused as ImportFault).faults.join()).toContain('Bewaar uw lijst als CSV');
  });
});
