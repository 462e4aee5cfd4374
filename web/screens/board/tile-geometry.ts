import type { Neighbourhood } from '@app/contracts/http/places.js';

import { sorted } from '../../parts/sorted.js';

const RADIUS = 30;
const WIDTH = RADIUS * Math.sqrt(3);
const STEP = RADIUS * 1.5;
/** Room that a letter of a label takes, on average. */
const LETTER = 8.6;
const LABEL_HEIGHT = 18;
const MARGIN = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Tile {
  readonly neighbourhood: Neighbourhood;
  readonly centre: Point;
  /** Its outline, as the data of an SVG path. */
  readonly path: string;
}

export interface DistrictLabel {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface TileMapShape {
  readonly tiles: readonly Tile[];
  /** The borders between districts, as one path. */
  readonly borders: string;
  readonly labels: readonly DistrictLabel[];
  readonly viewBox: string;
}

/** What a drawing covers, in degrees (WGS84). */
export interface Ground {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function corners({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: 6 }, (_, index) => {
    const angle = (Math.PI / 180) * (60 * index - 90);
    return { x: +(x + radius * Math.cos(angle)).toFixed(1), y: +(y + radius * Math.sin(angle)).toFixed(1) };
  });
}

const asText = ({ x, y }: Point): string => `${x},${y}`;

/** Centre of a tile, from axial coordinates of hexagons that stand on a point. */
function centreOf({ q, r }: { q: number; r: number }): Point {
  return { x: WIDTH * (q + r / 2), y: STEP * r };
}

/** Sides that two tiles of one district share are no border; all others are. */
function bordersOf(tiles: readonly Tile[]): string {
  const sides = new Map<string, { from: Point; to: Point; district: string; inner: boolean }>();
  const rough = (point: Point): string => `${Math.round(point.x)},${Math.round(point.y)}`;
  for (const { neighbourhood, centre } of tiles) {
    const points = corners(centre, RADIUS);
    points.forEach((from, index) => {
      const to = points[(index + 1) % 6] as Point;
      const key = sorted([rough(from), rough(to)], (a, b) => a.localeCompare(b)).join('|');
      const other = sides.get(key);
      const inner = other !== undefined && other.district === neighbourhood.districtCode;
      sides.set(key, { from, to, district: neighbourhood.districtCode, inner });
    });
  }
  return [...sides.values()]
    .filter(({ inner }) => !inner)
    .map(({ from, to }) => `M${asText(from)}L${asText(to)}`)
    .join('');
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function labelBox({ name, x, y, anchor }: DistrictLabel): Box {
  const width = name.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left: left - 4, right: left + width + 4, top: y - LABEL_HEIGHT + 4, bottom: y + 4 };
}

/** Places beside a tile where the name of its district could stand. */
function placesBeside({ centre: { x, y } }: Tile, name: string): DistrictLabel[] {
  return [
    { name, x: x + WIDTH / 2 + 6, y: y + 5, anchor: 'start' },
    { name, x: x - WIDTH / 2 - 6, y: y + 5, anchor: 'end' },
    { name, x, y: y + RADIUS + LABEL_HEIGHT, anchor: 'middle' },
    { name, x, y: y - RADIUS - 6, anchor: 'middle' },
  ];
}

/** On the map of Leusden "Leusden-Zuid" is clear enough as "Zuid". */
export function districtNameOn(municipality: string, { districtName }: Neighbourhood): string {
  return districtName.replace(`${municipality}-`, '');
}

/** Gives each district a name beside its tiles that covers no tile and no other name, near its middle. */
function labelsOf(tiles: readonly Tile[], municipality: string): DistrictLabel[] {
  const districts = new Map<string, Tile[]>();
  for (const tile of tiles) {
    const name = districtNameOn(municipality, tile.neighbourhood);
    districts.set(name, [...(districts.get(name) ?? []), tile]);
  }
  const taken: Box[] = tiles.map(({ centre: { x, y } }) => ({
    left: x - WIDTH / 2,
    right: x + WIDTH / 2,
    top: y - RADIUS * 0.75,
    bottom: y + RADIUS * 0.75,
  }));
  const labels: DistrictLabel[] = [];
  for (const [name, own] of districts) {
    const middle = {
      x: own.reduce((sum, { centre }) => sum + centre.x, 0) / own.length,
      y: own.reduce((sum, { centre }) => sum + centre.y, 0) / own.length,
    };
    const free = own
      .flatMap((tile) => placesBeside(tile, name))
      .filter((place) => !taken.some((box) => overlap(box, labelBox(place))));
    const [best] = sorted(
      free,
      (a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
    );
    if (best === undefined) continue;
    labels.push(best);
    taken.push(labelBox(best));
  }
  return labels;
}

/** Draws a municipality as hexagons, one per buurt; nothing when it has none. */
export function tileMapOf(neighbourhoods: readonly Neighbourhood[], municipality: string): TileMapShape | undefined {
  const tiles = neighbourhoods.map((neighbourhood): Tile => {
    const centre = centreOf(neighbourhood.tile);
    const path = `M${corners(centre, RADIUS - 1.2)
      .map(asText)
      .join('L')}Z`;
    return { neighbourhood, centre, path };
  });
  if (tiles.length === 0) return undefined;
  const labels = labelsOf(tiles, municipality);
  const boxes = [
    ...labels.map(labelBox),
    ...tiles.map(({ centre: { x, y } }) => ({
      left: x - RADIUS,
      right: x + RADIUS,
      top: y - RADIUS,
      bottom: y + RADIUS,
    })),
  ];
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const right = Math.max(...boxes.map((box) => box.right)) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN;
  const viewBox = [left, top, right - left, bottom - top].map((value) => Math.round(value)).join(' ');
  return { tiles, borders: bordersOf(tiles), labels, viewBox };
}
