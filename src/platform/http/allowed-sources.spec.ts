import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readEnvironment } from '../config/config.js';
import { allowedSources } from './allowed-sources.js';

const publicUrl = 'https://buurten.example';
const url = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png';
const sitesIn = (sources: ReturnType<typeof allowedSources>): string[] =>
  Object.values(sources)
    .flat()
    .filter((source) => source.includes('.') || source.includes('*'));

describe('what a browser may load', () => {
  it('comes from no other site', () => {
    expect(sitesIn(allowedSources({ publicUrl, mapTiles: undefined }))).toEqual([]);
  });

  it('comes from one other site where streets are configured, and only as pictures', () => {
    const sources = allowedSources({ publicUrl, mapTiles: { url, attribution: 'Kadaster' } });
    expect(sitesIn(sources)).toEqual(['https://service.pdok.nl']);
    expect(sources.imgSrc).toEqual(["'self'", 'data:', 'https://service.pdok.nl']);
  });
});

describe('the address of the streets', () => {
  it('is taken with the name of who made them', () => {
    const { MAP_TILES_URL, MAP_TILES_ATTRIBUTION } = readEnvironment({ MAP_TILES_URL: url });
    expect(MAP_TILES_URL).toBe(url);
    expect(MAP_TILES_ATTRIBUTION).toContain('Kadaster');
    expect(readEnvironment({}).MAP_TILES_URL).toBeUndefined();
  });

  it.each(['https://tiles.example/{z}/{x}.png', 'http://tiles.example/{z}/{x}/{y}.png', '{z}/{x}/{y}'])(
    'is not %s',
    (text) => {
      expect(() => readEnvironment({ MAP_TILES_URL: text })).toThrow(ConfigurationError);
    },
  );
});
