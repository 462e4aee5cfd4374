import { describe, expect, it } from '@jest/globals';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { dataSetDescription } from './data-set-description.js';

type Node = Readonly<Record<string, unknown>>;

const leusden: PublicationDocument = {
  municipality: { code: 'GM0327', name: 'Leusden' },
  quarter: '2026-Q3',
  version: 1,
  publishedAt: '2026-10-12T10:00:00.000Z',
  reason: null,
  source: 'Een bron.',
  rules: 'Kleine aantallen staan er niet in.',
  tables: [],
};
const described = (more: Partial<PublicationDocument> = {}, file = '2026-Q3'): Node =>
  dataSetDescription('https://buren.example', { ...leusden, ...more }, file) as Node;
const distributions = described()['dcat:distribution'] as readonly Node[];

/** The shapes of DCAT-AP-NL 3.0 with those of DCAT-AP 3.0 beneath: what a data set cannot do without. */
const required = [
  'dct:title',
  'dct:description',
  'dct:identifier',
  'dct:accessRights',
  'dct:publisher',
  'dct:creator',
  'dcat:contactPoint',
  'dcat:theme',
];
/** Of which there may be no second. */
const atMostOnce = ['dct:identifier', 'dct:accessRights', 'dct:publisher', 'dcat:contactPoint', 'dcat:version'];
/** What it is better with, as far as it is known here. */
const recommended = ['dct:language', 'dcat:landingPage', 'dct:temporal', 'dct:spatial', 'dct:issued', 'dct:modified'];

describe('the description of a published data set', () => {
  it.each([...required, ...recommended, 'dcat:version'])('has %s', (property) => {
    expect(described()[property]).toBeTruthy();
  });

  it.each(atMostOnce)('has one %s', (property) => {
    expect(Array.isArray(described()[property])).toBe(false);
  });

  it.each(['dcat:accessURL', 'dct:license', 'dcat:downloadURL', 'dct:language', 'dcat:mediaType'])(
    'has %s of each of its files',
    (property) => {
      expect(distributions).toHaveLength(4);
      for (const distribution of distributions)
        expect(distribution[property]).toMatchObject({ '@id': expect.stringMatching(/^https?:/) });
    },
  );

  it('writes no property or class whose vocabulary it does not name', () => {
    const known = Object.keys(described()['@context'] as Node);
    const { publication, ...description } = described();
    expect(publication).toStrictEqual(leusden);
    const written = [...JSON.stringify(description).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(([, prefix]) => prefix);
    expect(written.length).toBeGreaterThan(40);
    for (const prefix of written) expect(known).toContain(prefix);
  });

  it('names who publishes and made it as the register of public organisations does', () => {
    const municipality = {
      '@id': 'https://identifier.overheid.nl/tooi/id/gemeente/gm0327',
      'foaf:name': 'Gemeente Leusden',
    };
    expect(described()['dct:publisher']).toMatchObject(municipality);
    expect(described()['dct:creator']).toMatchObject(municipality);
    expect(described({ municipality: { code: 'GM0307', name: 'Amersfoort' } })['dct:publisher']).toMatchObject({
      '@id': 'https://identifier.overheid.nl/tooi/id/gemeente/gm0307',
      'foaf:name': 'Gemeente Amersfoort',
    });
  });

  it('tells where to ask about it, without an account', () => {
    expect(described()['dcat:contactPoint']).toStrictEqual({
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': 'Gemeente Leusden',
      'vcard:hasURL': { '@id': 'https://buren.example/bellen' },
    });
  });

  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
  ])('covers %s from %s up to %s', (quarter, from, until) => {
    expect(described({ quarter })['dct:temporal']).toStrictEqual({
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': from, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': until, '@type': 'xsd:date' },
    });
  });

  it('says of a correction which one it is and why, and of what was published first neither', () => {
    expect(described()).not.toHaveProperty(['adms:versionNotes']);
    expect(described({ version: 2, reason: 'Te laat doorgegeven' }, '2026-Q3-v2')).toMatchObject({
      '@id': 'https://buren.example/cijfers/2026-Q3-v2',
      'dct:identifier': 'GM0327/2026-Q3/2',
      'dcat:version': '2',
      'adms:versionNotes': { '@value': 'Te laat doorgegeven', '@language': 'nl' },
    });
  });
});
