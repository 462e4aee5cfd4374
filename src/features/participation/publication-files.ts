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
      distribution('ods', 'application/vnd.oasis.opendocument.spreadsheet', 'Rekenblad'),
      distribution('pdf', 'application/pdf', 'Verslag'),
    ],
    publication,
  };
}
