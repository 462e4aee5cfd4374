import type { PublicationDocument } from '@app/contracts/http/publications.js';

/** Every value on a line of its own, for programs; a count that is held back is empty. */
export function publicationCsv({ municipality, quarter, version, tables }: PublicationDocument): string {
  const lines = tables.flatMap(({ code, columns, rows }) =>
    rows.flatMap((row) =>
      columns.map((column, index) => [
        municipality.code,
        quarter,
        version,
        code,
        row.code,
        row.name,
        column.code,
        column.name,
        row.values[index] ?? '',
      ]),
    ),
  );
  const head = 'gemeente,kwartaal,versie,tabel,rij,rijnaam,kolom,kolomnaam,aantal'.split(',');
  // CRLF, as RFC 4180 has it.
  return [head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n') + '\r\n';
}

function csvField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A sheet a table, as one OpenDocument text that LibreOffice opens. */
export function publicationSheets({ tables, source, rules }: PublicationDocument): string {
  const sheets = tables.map(({ title, columns, rows, definitions }) =>
    sheet(title, [
      ['', ...columns.map(({ name }) => name)],
      ...rows.map(({ name, values }) => [name, ...values]),
      [],
      ...definitions.map(({ name, definition }) => [name, definition]),
    ]),
  );
  const about = sheet('Toelichting', [[rules], [source]]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>${[...sheets, about].join('')}</office:spreadsheet></office:body>
</office:document>
`;
}

function sheet(name: string, rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = rows.map(
    (row) => `<table:table-row>${row.length > 0 ? row.map(cell).join('') : '<table:table-cell/>'}</table:table-row>`,
  );
  return `<table:table table:name="${xmlText(name)}">${lines.join('')}</table:table>`;
}

function cell(value: string | number | null): string {
  if (value === null || value === '') return '<table:table-cell/>';
  const type = typeof value === 'number' ? `float" office:value="${value}` : 'string';
  return `<table:table-cell office:value-type="${type}"><text:p>${xmlText(String(value))}</text:p></table:table-cell>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** What the data set is and where its files are, by DCAT-AP-NL, as JSON-LD. */
export function dataSetDescription(origin: string, publication: PublicationDocument, file: string): object {
  const { municipality, quarter, publishedAt, version } = publication;
  const distribution = (ending: string, mediaType: string, title: string): object => ({
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': { '@id': `${origin}/cijfers/${file}.${ending}` },
    'dcat:downloadURL': { '@id': `${origin}/cijfers/${file}.${ending}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dct:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/' },
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/cijfers/${file}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${municipality.code}/${quarter}/${version}`,
    'dct:title': { '@value': `Burenhulp in ${municipality.name}, ${quarter}`, '@language': 'nl' },
    'dct:description': { '@value': `${publication.source} ${publication.rules}`, '@language': 'nl' },
    'dct:issued': { '@value': publishedAt, '@type': 'xsd:dateTime' },
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/NLD' },
    'dct:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
    'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/SOCI' },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': `Gemeente ${municipality.name}` },
    'dcat:distribution': [
      distribution('csv', 'text/csv', 'Tabellen'),
      distribution('json', 'application/ld+json', 'Gegevens met beschrijving'),
      distribution('fods', 'application/vnd.oasis.opendocument.spreadsheet', 'Rekenblad'),
      distribution('pdf', 'application/pdf', 'Verslag'),
    ],
    publication,
  };
}
