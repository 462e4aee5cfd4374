import { describe, expect, it } from '@jest/globals';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { tileMapOf } from './tile-geometry.js';

const place = (code: string, district: string, tile: Neighbourhood['tile']): Neighbourhood => ({
  code,
  name: code,
  districtCode: district,
  districtName: `Leusden-${district}`,
  cell: { code, name: code },
  organisationId: 'x',
  tile,
});

describe('the tile map', () => {
  it('draws nothing for a municipality without buurten', () => {
    expect(tileMapOf([], 'Leusden')).toBeUndefined();
  });

  it('draws a border around districts, not inside them', () => {
    const sides = (districts: readonly [string, string]): number =>
      tileMapOf(
        [place('a', districts[0], { q: 0, r: 0 }), place('b', districts[1], { q: 1, r: 0 })],
        'Leusden',
      )?.borders.split('M').length ?? 0;
    expect(sides(['Zuid', 'Oost'])).toBe(12);
    expect(sides(['Zuid', 'Zuid'])).toBe(11);
  });

  it('gives each district its short name inside the picture', () => {
    const tiles = [0, 1, 2].flatMap((r) =>
      [0, 1, 2].map((q) => place(`${q}${r}`, r === 2 ? 'Zuid' : 'Oost', { q, r })),
    );
    const shape = tileMapOf(tiles, 'Leusden');
    expect(shape?.labels.map(({ name }) => name)).toEqual(['Oost', 'Zuid']);
    const [left = 0, top = 0, width = 0, height = 0] = shape?.viewBox.split(' ').map(Number) ?? [];
    for (const { x, y } of shape?.labels ?? []) {
      expect(x).toBeGreaterThan(left);
      expect(x).toBeLessThan(left + width);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
  });
});
