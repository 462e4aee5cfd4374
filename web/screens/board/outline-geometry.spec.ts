import { describe, expect, it } from '@jest/globals';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { MARK_RADIUS, marksOf, outlineMapOf, type Outline } from './outline-geometry.js';

const square = (west: number, south: number, size: number): Outline['polygons'] => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
];
const named = (code: string, districtName: string): Neighbourhood =>
  ({ code, name: code, districtCode: districtName, districtName, cell: { code, name: code } }) as Neighbourhood;
const town = [named('BU1', 'Leusden-Zuid'), named('BU2', 'Leusden-Zuid'), named('BU3', 'Achterveld')];
const outlines: Outline[] = [
  { neighbourhoodCode: 'BU1', polygons: square(5.4, 52.1, 0.002) },
  { neighbourhoodCode: 'BU2', polygons: square(5.402, 52.1, 0.002) },
  { neighbourhoodCode: 'BU3', polygons: [...square(5.5, 52.14, 0.04), ...square(5.4, 52.17, 0.001)] },
];

describe('the map of real outlines', () => {
  const map = outlineMapOf(town, outlines, 'Leusden')!;

  it('lies with the north up and the east to the right, within its picture', () => {
    const [one, other, far] = map.tiles.map(({ centre }) => centre);
    expect(one!.x).toBeLessThan(other!.x);
    expect(far!.y).toBeLessThan(one!.y);
    const [left, top, width, height] = map.viewBox.split(' ').map(Number) as [number, number, number, number];
    const numbers = map.tiles.flatMap(({ path }) => [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)]);
    expect(numbers.length).toBeGreaterThan(15);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(left);
      expect(Number(x)).toBeLessThanOrEqual(left + width);
      expect(Number(y)).toBeGreaterThanOrEqual(top);
      expect(Number(y)).toBeLessThanOrEqual(top + height);
    }
  });

  it('puts a number in the largest part of a neighbourhood', () => {
    expect(map.tiles[2]!.path.match(/M/g)).toHaveLength(2);
    expect(map.tiles[2]!.centre.x).toBeGreaterThan(250);
  });

  it('keeps numbers apart where neighbourhoods are too small for a finger', () => {
    const [one, other] = marksOf(map.tiles.slice(0, 2));
    const gap = Math.hypot(one!.at.x - other!.at.x, one!.at.y - other!.at.y);
    expect(gap).toBeGreaterThanOrEqual(2 * MARK_RADIUS);
    expect(marksOf(map.tiles.slice(2))[0]!.at.y).toBe(map.tiles[2]!.centre.y);
  });

  it('writes the names of districts under each other, without that of the municipality', () => {
    expect(map.labels.map(({ name }) => name)).toEqual(['Achterveld', 'Zuid']);
    expect(Math.abs(map.labels[0]!.y - map.labels[1]!.y)).toBeGreaterThanOrEqual(20);
  });

  it('is not there without outlines, and leaves out what has none', () => {
    expect(outlineMapOf(town, [], 'Leusden')).toBeUndefined();
    expect(outlineMapOf(town, outlines.slice(0, 1), 'Leusden')!.tiles).toHaveLength(1);
  });
});
