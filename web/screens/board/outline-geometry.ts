import type { Operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { sorted } from '../../parts/sorted.js';
import {
  districtNameOn,
  type DistrictLabel,
  type Ground,
  type Point,
  type Tile,
  type TileMapShape,
} from './tile-geometry.js';

export type Outline = OperationResult<Operations['listOutlines']>['outlines'][number];
type Rings = Outline['polygons'][number];

/** Width of the drawing, about the pixels it gets on a telephone. */
const WIDTH = 400;
const MARGIN = 16;
const LINE = 20;
/** A finger needs 24 pixels, also where four neighbourhoods lie within them. */
export const MARK_RADIUS = 15;
const ROUNDS = 60;

interface Moving {
  x: number;
  y: number;
}

function pathOf(polygons: readonly Rings[], place: (position: readonly [number, number]) => Point): string {
  const ring = (positions: Rings[number]): string => {
    const points = positions.map((position) => {
      const { x, y } = place(position);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    return `M${points.join('L')}Z`;
  };
  return polygons.map((rings) => rings.map(ring).join('')).join('');
}

/** Middle of the box around the largest part. */
function middleOf(polygons: readonly Rings[], place: (position: readonly [number, number]) => Point): Point {
  const boxes = polygons.map(([outer = []]) => {
    const points = outer.map(place);
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  const size = (box: (typeof boxes)[number]): number => (box.right - box.left) * (box.bottom - box.top);
  const [largest] = sorted(boxes, (a, b) => size(b) - size(a));
  if (largest === undefined) return { x: 0, y: 0 };
  return { x: (largest.left + largest.right) / 2, y: (largest.top + largest.bottom) / 2 };
}

/** Pushes marks apart until none covers another; those that have room stay where they are. */
function apart(points: readonly Point[]): readonly Point[] {
  const moving: Moving[] = points.map(({ x, y }, index) => ({ x: x + index * 1e-3, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of moving.entries()) {
      for (const other of moving.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const gap = Math.hypot(dx, dy);
        const lacking = (2 * MARK_RADIUS + 1 - gap) / 2;
        if (lacking <= 0) continue;
        one.x -= (dx / gap) * lacking;
        one.y -= (dy / gap) * lacking;
        other.x += (dx / gap) * lacking;
        other.y += (dy / gap) * lacking;
      }
    }
  }
  return moving;
}

/** The name of each district at the middle of its neighbourhoods, lower where another name stands already. */
function labelsOf(tiles: readonly Tile[], municipality: string): DistrictLabel[] {
  const districts = new Map<string, Tile[]>();
  for (const tile of tiles) {
    const name = districtNameOn(municipality, tile.neighbourhood);
    districts.set(name, [...(districts.get(name) ?? []), tile]);
  }
  const labels = [...districts].map(([name, own]) => ({
    name,
    x: own.reduce((sum, { centre }) => sum + centre.x, 0) / own.length,
    y: own.reduce((sum, { centre }) => sum + centre.y, 0) / own.length,
    anchor: 'middle' as const,
  }));
  const placed: DistrictLabel[] = [];
  for (const label of sorted(labels, (a, b) => a.y - b.y)) {
    const above = placed.filter(({ y }) => Math.abs(y - label.y) < LINE || y > label.y).map(({ y }) => y + LINE);
    placed.push({ ...label, y: Math.max(label.y, ...above) });
  }
  return placed;
}

/** A map of real outlines, and where on earth it lies. */
export interface OutlineMap extends TileMapShape {
  readonly ground: Ground;
}

/** Draws a municipality as it lies, north up. */
export function outlineMapOf(
  neighbourhoods: readonly Neighbourhood[],
  outlines: readonly Outline[],
  municipality: string,
): OutlineMap | undefined {
  const polygonsOf = new Map(outlines.map(({ neighbourhoodCode, polygons }) => [neighbourhoodCode, polygons]));
  const drawn = neighbourhoods.flatMap((neighbourhood) => {
    const polygons = polygonsOf.get(neighbourhood.code) ?? [];
    return polygons.length === 0 ? [] : [{ neighbourhood, polygons }];
  });
  const positions = drawn.flatMap(({ polygons }) => polygons.flat(2));
  if (positions.length === 0) return undefined;
  const [longitudes, latitudes] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)];
  const [west, east, south, north] = [least(longitudes), most(longitudes), least(latitudes), most(latitudes)];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * narrowing, (north - south) / 1.5);
  const place = ([lon, lat]: readonly [number, number]): Point => ({
    x: (lon - west) * narrowing * scale,
    y: (north - lat) * scale,
  });
  const tiles = drawn.map(({ neighbourhood, polygons }): Tile => {
    return { neighbourhood, centre: middleOf(polygons, place), path: pathOf(polygons, place) };
  });
  const size = [(east - west) * narrowing * scale + 2 * MARGIN, (north - south) * scale + 2 * MARGIN];
  const [width = 0, height = 0] = size.map(Math.round);
  const longitude = (x: number): number => west + x / (narrowing * scale);
  const latitude = (y: number): number => north - y / scale;
  const ground = {
    west: longitude(-MARGIN),
    south: latitude(height - MARGIN),
    east: longitude(width - MARGIN),
    north: latitude(-MARGIN),
  };
  const viewBox = `${-MARGIN} ${-MARGIN} ${width} ${height}`;
  return { tiles, borders: '', labels: labelsOf(tiles, municipality), viewBox, ground };
}

function least(values: readonly number[]): number {
  return values.reduce((best, value) => Math.min(best, value), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), -Infinity);
}

/** Where to put the number of each of these neighbourhoods, so that each can be pressed. */
export function marksOf(tiles: readonly Tile[]): readonly { readonly tile: Tile; readonly at: Point }[] {
  const places = apart(tiles.map(({ centre }) => centre));
  return tiles.map((tile, index) => ({ tile, at: places[index] ?? tile.centre }));
}
