import { strToU8, zipSync, type Zippable } from 'fflate';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { quarterText } from './publication-text.js';

export const sheetsType = 'application/vnd.oasis.opendocument.spreadsheet';

const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A sheet a table, as an OpenDocument package: what LibreOffice, Excel and others open. */
export function packedSheets(publication: PublicationDocument): Buffer {
  const part = (root: string, within: string): Uint8Array =>
    strToU8(`${prolog}<office:${root} ${namespaces} office:version="1.3">${within}</office:${root}>\n`);
  const parts: Zippable = {
    // First and not packed, so that a file says by its first bytes what it is.
    mimetype: [strToU8(sheetsType), { level: 0 }],
    'content.xml': part('document-content', styles + body(publication)),
    'meta.xml': part('document-meta', about(publication)),
    'META-INF/manifest.xml': strToU8(manifest),
  };
  // The same publication is the same file, byte for byte.
  return Buffer.from(zipSync(parts, { mtime: new Date(publication.publishedAt) }));
}

/** The same sheets as one OpenDocument text, at the address that publications had before they were packed. */
export function flatSheets(publication: PublicationDocument): string {
  return `${prolog}<office:document ${namespaces} office:version="1.3" office:mimetype="${sheetsType}">
${about(publication)}${styles}${body(publication)}</office:document>\n`;
}

const manifest = `${prolog}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${sheetsType}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

/** Heads in bold, and columns as wide as what stands in them. */
const styles = `<office:automatic-styles>
<style:style style:name="names" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style>
<style:style style:name="counts" style:family="table-column"><style:table-column-properties style:column-width="3.6cm"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>
</office:automatic-styles>
`;

function about({ municipality, quarter, publishedAt, source }: PublicationDocument): string {
  return `<office:meta><dc:title>${xmlText(`Burenhulp in ${municipality.name}, ${quarterText(quarter)}`)}</dc:title>
<dc:description>${xmlText(source)}</dc:description><dc:language>nl-NL</dc:language><dc:date>${publishedAt}</dc:date></office:meta>\n`;
}

type Value = string | number | null;
type Style = 'head' | 'words' | null;
interface Line {
  readonly values: readonly Value[];
  readonly style: Style;
}

const line = (values: readonly Value[], style: Style = null): Line => ({ values, style });

function body({ tables, source, rules }: PublicationDocument): string {
  const sheets = tables.map(({ title, columns, rows, definitions }) =>
    sheet(title, columns.length, [
      line(['', ...columns.map(({ name }) => name)], 'head'),
      ...rows.map(({ name, values }) => line([name, ...values])),
      line([]),
      ...definitions.map(({ name, definition }) => line([`${name}: ${definition}`], 'words')),
    ]),
  );
  const explanation = sheet('Toelichting', 0, [
    line([rules], 'words'),
    line(['Een lege cel is een aantal dat er niet in staat.'], 'words'),
    line([source], 'words'),
  ]);
  return `<office:body><office:spreadsheet>${[...sheets, explanation].join('')}</office:spreadsheet></office:body>`;
}

/** @param counts how many columns of counts stand beside the names */
function sheet(name: string, counts: number, lines: readonly Line[]): string {
  const more =
    counts === 0 ? '' : `<table:table-column table:style-name="counts" table:number-columns-repeated="${counts}"/>`;
  return `<table:table table:name="${xmlText(name)}"><table:table-column table:style-name="names"/>${more}${lines
    .map((one) => row(one, counts))
    .join('')}</table:table>`;
}

/** Words go over the whole width. */
function row({ values, style }: Line, counts: number): string {
  const span = style === 'words' ? ` table:number-columns-spanned="${counts + 1}" table:number-rows-spanned="1"` : '';
  const cells = values.map((value) => cell(value, style, span));
  return `<table:table-row>${cells.length > 0 ? cells.join('') : '<table:table-cell/>'}</table:table-row>`;
}

function cell(value: Value, style: Style, span: string): string {
  const attributes = `${style === null ? '' : ` table:style-name="${style}"`}${span}`;
  if (value === null || value === '') return `<table:table-cell${attributes}/>`;
  const type = typeof value === 'number' ? `float" office:value="${value}` : 'string';
  return `<table:table-cell${attributes} office:value-type="${type}"><text:p>${xmlText(String(value))}</text:p></table:table-cell>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
