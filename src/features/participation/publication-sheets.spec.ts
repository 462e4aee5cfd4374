import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from '@jest/globals';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { flatSheets, packedSheets, sheetsType } from './publication-sheets.js';

const publication: PublicationDocument = {
  municipality: { code: 'GM0327', name: 'Leusden & omstreken' },
  quarter: '2026-Q3',
  version: 1,
  publishedAt: '2026-10-12T10:00:00.000Z',
  reason: null,
  source: 'Een bron',
  rules: 'Aantallen <10 staan er niet in',
  tables: [
    {
      code: 'volumes',
      title: 'Hulp en vragen',
      columns: [
        { code: 'helps', name: 'Keren hulp' },
        { code: 'asks', name: '"Vragen"' },
      ],
      rows: [
        { code: 'WK032700', name: "'t Ruige Veld", values: [25, null] },
        { code: 'all', name: 'Alles', values: [120, 340] },
      ],
      definitions: [{ name: 'Keren hulp', definition: 'Zo vaak is er geholpen.' }],
    },
  ],
};

interface Part {
  readonly entry: Entry;
  readonly content: Buffer;
}

/** Every part of a package in its order, by a reader that knows nothing of how it was made. */
async function partsOf(file: Buffer): Promise<readonly Part[]> {
  const zip = await promisify<Buffer, { readonly lazyEntries: true }, ZipFile>(fromBuffer)(file, { lazyEntries: true });
  const parts: Part[] = [];
  const done = new Promise<void>((resolve, reject) => zip.once('end', resolve).once('error', reject));
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (_error, stream) => {
      void buffer(stream).then((content) => {
        parts.push({ entry, content });
        zip.readEntry();
      });
    });
  });
  zip.readEntry();
  await done;
  return parts;
}

const table = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';

function read(xml: string) {
  return new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(xml, 'text/xml');
}

/** What somebody sees in each sheet. */
function sheetsOf(xml: string): Record<string, (string | number | null)[][]> {
  const valueOf = (cell: Element): string | number | null => {
    const value = cell.getAttributeNS(office, 'value');
    return value ? Number(value) : cell.textContent || null;
  };
  const rowsOf = (sheet: Element) => [...sheet.getElementsByTagNameNS(table, 'table-row')];
  const sheets = [...read(xml).getElementsByTagNameNS(table, 'table')];
  return Object.fromEntries(
    sheets.map((sheet) => [
      sheet.getAttributeNS(table, 'name'),
      rowsOf(sheet).map((row) => [...row.getElementsByTagNameNS(table, 'table-cell')].map(valueOf)),
    ]),
  );
}

const seen = {
  'Hulp en vragen': [
    [null, 'Keren hulp', '"Vragen"'],
    ["'t Ruige Veld", 25, null],
    ['Alles', 120, 340],
    [null],
    ['Keren hulp: Zo vaak is er geholpen.'],
  ],
  Toelichting: [['Aantallen <10 staan er niet in'], ['Een lege cel is een aantal dat er niet in staat.'], ['Een bron']],
};

describe('sheets of a publication', () => {
  it('are a package that says first, and unpacked, what it is', async () => {
    const file = packedSheets(publication);
    expect(file.subarray(30, 38 + sheetsType.length).toString()).toBe(`mimetype${sheetsType}`);
    const [first] = await partsOf(file);
    expect(first?.entry).toMatchObject({ fileName: 'mimetype', compressionMethod: 0, extraFieldLength: 0 });
    expect(first?.content.toString()).toBe(sheetsType);
  });

  it('name in the manifest every part there is', async () => {
    const parts = await partsOf(packedSheets(publication));
    const manifest = read(parts.find(({ entry }) => entry.fileName === 'META-INF/manifest.xml')!.content.toString());
    const ns = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
    const named = [...manifest.getElementsByTagNameNS(ns, 'file-entry')].map((one) =>
      one.getAttributeNS(ns, 'full-path'),
    );
    const there = parts.map(({ entry }) => entry.fileName).filter((name) => !/^(mimetype|META-INF)/.test(name));
    expect(named).toStrictEqual(['/', ...there]);
  });

  it('hold the tables, and an empty cell for what is held back', async () => {
    const parts = await partsOf(packedSheets(publication));
    const content = parts.find(({ entry }) => entry.fileName === 'content.xml')!.content.toString();
    expect(sheetsOf(content)).toStrictEqual(seen);
    expect(sheetsOf(flatSheets(publication))).toStrictEqual(seen);
    const meta = read(parts.find(({ entry }) => entry.fileName === 'meta.xml')!.content.toString());
    const title = meta.getElementsByTagNameNS('http://purl.org/dc/elements/1.1/', 'title')[0];
    expect(title?.textContent).toBe('Burenhulp in Leusden & omstreken, derde kwartaal 2026');
  });

  it('are the same file for the same publication', () => {
    expect(packedSheets(publication).equals(packedSheets(publication))).toBe(true);
  });
});
