import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { lastDayOf, type Quarter } from '@app/domain/participation/index.js';

const european = 'http://publications.europa.eu/resource/authority';
const dutch = { '@id': `${european}/language/NLD`, '@type': 'dct:LinguisticSystem' };

const context = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const files = [
  { ending: 'csv', mediaType: 'text/csv', title: 'Tabellen' },
  { ending: 'json', mediaType: 'application/ld+json', title: 'Gegevens met beschrijving' },
  { ending: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', title: 'Rekenblad' },
  { ending: 'pdf', mediaType: 'application/pdf', title: 'Verslag' },
] as const;

/**
 * What the data set is, who answers for it and where its files are, by DCAT-AP-NL 3.0, as JSON-LD. The addresses of
 * others in it are names: nothing is ever fetched from them.
 */
export function dataSetDescription(origin: string, publication: PublicationDocument, file: string): object {
  const { municipality, quarter, publishedAt, version, reason } = publication;
  const publisher = publisherOf(municipality);
  return {
    '@context': context,
    '@id': `${origin}/cijfers/${file}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${municipality.code}/${quarter}/${version}`,
    'dct:title': inDutch(`Burenhulp in ${municipality.name}, ${quarter}`),
    'dct:description': inDutch(`${publication.source} ${publication.rules}`),
    'dct:publisher': publisher,
    'dct:creator': publisher,
    'dcat:contactPoint': contactOf(origin, publisher['foaf:name']),
    'dcat:theme': { '@id': `${european}/data-theme/SOCI` },
    'dct:accessRights': { '@id': `${european}/access-right/PUBLIC`, '@type': 'dct:RightsStatement' },
    'dct:language': dutch,
    // A correction is a data set of its own, so each was last changed when it was published.
    'dct:issued': typed(publishedAt, 'dateTime'),
    'dct:modified': typed(publishedAt, 'dateTime'),
    'dcat:version': String(version),
    ...(reason === null ? {} : { 'adms:versionNotes': inDutch(reason) }),
    'dct:temporal': periodOf(quarter as Quarter),
    'dct:spatial': {
      '@type': 'dct:Location',
      'dct:identifier': municipality.code,
      'locn:geographicName': inDutch(municipality.name),
    },
    'dcat:landingPage': { '@id': `${origin}/cijfers`, '@type': 'foaf:Document' },
    'dcat:distribution': files.map((one) => distributionOf(`${origin}/cijfers/${file}.${one.ending}`, one)),
    publication,
  };
}

function distributionOf(address: string, { mediaType, title }: (typeof files)[number]): object {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': inDutch(title),
    'dct:language': dutch,
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}`, '@type': 'dct:MediaType' },
    'dct:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/', '@type': 'dct:LicenseDocument' },
  };
}

/** The municipality by its name in the government's register of organisations (TOOI). */
function publisherOf({ code, name }: PublicationDocument['municipality']) {
  return {
    '@id': `https://identifier.overheid.nl/tooi/id/gemeente/${code.toLowerCase()}`,
    // Not every reader knows that an organisation is an agent.
    '@type': ['foaf:Agent', 'foaf:Organization'],
    'foaf:name': `Gemeente ${name}`,
  };
}

/** Where anyone can ask about the figures without signing in: the page with whom to call. */
function contactOf(origin: string, name: string): object {
  return {
    '@type': ['vcard:Kind', 'vcard:Organization'],
    'vcard:fn': name,
    'vcard:hasURL': { '@id': `${origin}/bellen` },
  };
}

function periodOf(quarter: Quarter): object {
  const last = lastDayOf(quarter);
  const firstMonth = String(Number(last.slice(5, 7)) - 2).padStart(2, '0');
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': typed(`${last.slice(0, 4)}-${firstMonth}-01`, 'date'),
    'dcat:endDate': typed(last, 'date'),
  };
}

function typed(value: string, type: 'date' | 'dateTime'): object {
  return { '@value': value, '@type': `xsd:${type}` };
}

function inDutch(text: string): object {
  return { '@value': text, '@language': 'nl' };
}
