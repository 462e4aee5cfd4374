import { describe, expect, it } from '@jest/globals';
import { ImportFault } from './import-fault.js';
import { readNeighbourhoodsFile } from './neighbourhoods-file.js';
import { covers } from './rings.js';

const square = (x: number, y: number, size = 0.01): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: [number, number][][]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: Record<string, unknown>, geometry: unknown = polygon(square(5.42, 52.13))) => ({
  type: 'Feature',
  properties,
  geometry,
});
const file = (features: unknown[], more = {}) => JSON.stringify({ type: 'FeatureCollection', features, ...more });
const hamershof = { buurtcode: 'BU03270000', buurtnaam: 'Hamershof', wijkcode: 'WK032700', gemeentecode: 'GM0327' };
const read = (features: unknown[], more = {}) => readNeighbourhoodsFile(file(features, more), 'GM0327');
const faultsOf = (text: string): readonly string[] => {
  try {
    readNeighbourhoodsFile(text, 'GM0327');
  } catch (error) {
    if (error instanceof ImportFault) return error.faults;
    throw error;
  }
  return [];
};

describe('a file of neighbourhoods', () => {
  it.each([
    ['2024', { ...hamershof, aantalWoningen: 812, wijknaam: 'Centrum' }],
    [
      '2012',
      {
        BU_CODE: 'BU03270000',
        BU_NAAM: 'Hamershof',
        WK_CODE: 'WK032700',
        GM_CODE: 'GM0327',
        WONING: 812,
        WK_NAAM: 'Centrum',
      },
    ],
    ['lower case', { bu_code: 'BU03270000', bu_naam: 'Hamershof', woningen: 812, wk_naam: 'Centrum' }],
    ['coarse', { code: 'BU03270000', naam: 'Hamershof', wijknaam: 'Centrum', woningvoorraad: '812' }],
  ])('is read by the names of %s', (_year, properties) => {
    expect(read([feature(properties)]).neighbourhoods).toMatchObject([
      { code: 'BU03270000', name: 'Hamershof', districtCode: 'WK032700', districtName: 'Centrum', dwellings: 812 },
    ]);
  });

  it('gives a middle, and an outline in five decimals with its holes', () => {
    const hole = square(5.423, 52.133, 0.004).toReversed();
    const [one] = read([feature(hamershof, polygon(square(5.42, 52.13), hole))]).neighbourhoods;
    expect(one?.middle).toEqual([5.425, 52.135]);
    expect(one?.outline).toHaveLength(1);
    expect(one?.outline[0]).toHaveLength(2);
    expect(covers(one?.outline ?? [], [5.421, 52.131])).toBe(true);
    expect(covers(one?.outline ?? [], [5.425, 52.135])).toBe(false);
    const positions = (one?.outline ?? []).flatMap((rings) => rings.flatMap((points) => points));
    expect(positions.map(([x, y]) => [Number(x.toFixed(5)), Number(y.toFixed(5))])).toEqual(positions);
  });

  it('takes several parts, and the middle of the largest', () => {
    const coordinates = [[square(5.5, 52.2, 0.001)], [square(5.42, 52.13)]];
    const [one] = read([feature(hamershof, { type: 'MultiPolygon', coordinates })]).neighbourhoods;
    expect(one?.middle).toEqual([5.425, 52.135]);
    expect(one?.outline).toHaveLength(2);
  });

  it('turns rings that go round the wrong way, closes open ones, and says so', () => {
    const backwards = square(5.42, 52.13).toReversed();
    const open = square(5.44, 52.13).slice(0, -1);
    const { neighbourhoods, notes } = read([
      feature(hamershof, polygon(backwards)),
      feature({ ...hamershof, buurtcode: 'BU03270001' }, polygon(open)),
    ]);
    expect(notes).toEqual([
      '1 grenzen liepen de verkeerde kant om: gedraaid.',
      '1 grenzen waren open: dichtgemaakt.',
      '2 buurten zonder aantal woningen.',
    ]);
    expect(covers(neighbourhoods[0]?.outline ?? [], [5.425, 52.135])).toBe(true);
    expect(covers(neighbourhoods[1]?.outline ?? [], [5.445, 52.135])).toBe(true);
  });

  it('turns RD into degrees, declared or not, within a metre of a known point', () => {
    // The tower of Amersfoort, where RD begins, to a metre (1e-5 degrees).
    const rd = feature(hamershof, polygon(square(155_000, 463_000, 200)));
    for (const more of [{ crs: { properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } }, {}]) {
      const { neighbourhoods, notes } = read([rd], more);
      expect(notes[0]).toContain('RD (EPSG:28992)');
      const [x, y] = neighbourhoods[0]?.outline[0]?.[0]?.[0] ?? [0, 0];
      expect(Math.abs(x - 5.38721)).toBeLessThan(0.00002);
      expect(Math.abs(y - 52.15517)).toBeLessThan(0.00002);
    }
  });

  it.each([
    [
      'another system',
      { crs: { properties: { name: 'EPSG:3857' } } },
      undefined,
      /EPSG:3857\. Dat kunnen wij niet lezen.*28992/,
    ],
    [
      'degrees said to be RD',
      { crs: { properties: { name: 'EPSG:28992' } } },
      undefined,
      /Volgens het bestand is het RD/,
    ],
    ['metres of elsewhere', {}, polygon(square(600_000, 6_800_000, 100)), /ligt niet in Nederland/],
    ['latitude first', {}, polygon(square(52.13, 5.42)), /zijn verwisseld/],
  ])('in %s is refused with the way out', (_what, more, geometry, why) => {
    expect(faultsOf(file([feature(hamershof, geometry)], more)).join()).toMatch(why);
  });

  it('leaves out water and other municipalities, and says so', () => {
    const { neighbourhoods, notes } = read([
      feature({ ...hamershof, water: 'NEE' }),
      feature({ ...hamershof, buurtcode: 'BU03279999', water: 'JA' }),
      feature({ buurtcode: 'BU03070000', buurtnaam: 'Elders', gemeentecode: 'GM0307' }),
    ]);
    expect(neighbourhoods).toHaveLength(1);
    expect(notes.slice(0, 2)).toEqual([
      '1 gebieden met water weggelaten.',
      '1 buurten van andere gemeenten weggelaten.',
    ]);
  });

  it('of another municipality is refused, with which it is', () => {
    const elsewhere = feature({ buurtcode: 'BU03070000', buurtnaam: 'Elders', gemeentecode: 'GM0307' });
    expect(faultsOf(file([elsewhere]))).toEqual(['Het bestand heeft niets van GM0327. Het gaat over GM0307.']);
  });

  it('hears of all its faults at once', () => {
    const faults = faultsOf(
      file([
        feature(hamershof),
        feature(hamershof),
        feature({ ...hamershof, buurtcode: 'X1' }),
        feature({ ...hamershof, buurtcode: 'BU03270002', buurtnaam: '' }),
      ]),
    );
    expect(faults).toEqual([
      'BU03270000: staat er meer dan 1 keer in.',
      'X1: hier ontbreekt een buurtcode, zoals BU03270000.',
      'BU03270002: heeft geen naam.',
    ]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"type":"FeatureCollection","features":[]}',
    file([feature(hamershof, { type: 'Point', coordinates: [5, 52] })]),
  ])('that is none is refused: %.40s', (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it('does not read a number that CBS may not tell as a number of dwellings', () => {
    expect(read([feature({ ...hamershof, aantalWoningen: -99997 })]).neighbourhoods[0]?.dwellings).toBeNull();
  });
});
