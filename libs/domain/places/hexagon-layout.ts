import type { Point } from '../kernel/distance.js';
import { flatten, spaceEvenly, type Spot } from './even-spacing.js';

/** Axial coordinates of a hexagon that stands on a point: q to the east, r to the south. */
export interface Hexagon {
  readonly q: number;
  readonly r: number;
}

interface Place extends Point {
  readonly code: string;
}

const around: readonly Hexagon[] = [
  { q: 1, r: 0 },
  { q: 0, r: 1 },
  { q: -1, r: 1 },
  { q: -1, r: 0 },
  { q: 0, r: -1 },
  { q: 1, r: -1 },
];

/** Steps from one hexagon to another, over their sides. */
export function stepsBetween(a: Hexagon, b: Hexagon): number {
  const q = a.q - b.q;
  const r = a.r - b.r;
  return (Math.abs(q) + Math.abs(r) + Math.abs(q + r)) / 2;
}

/**
 * Gives every place a hexagon of its own, so that a tile map can be drawn of any municipality from nothing but a list.
 * The tiles hang together, places that lie beside each other stay near, and north stays above. The same places give the
 * same map, in whatever order they come.
 */
export function layOutHexagons(places: readonly Place[]): ReadonlyMap<string, Hexagon> {
  const ordered = places.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const spots = spaceEvenly(flatten(ordered));
  const hexagons = grow(spots);
  return new Map(ordered.map(({ code }, index) => [code, hexagons[index] ?? { q: 0, r: 0 }]));
}

/** Where the middle of a hexagon lies, in widths of a hexagon. */
function spotOf({ q, r }: Hexagon): Spot {
  return { x: q + r / 2, y: (r * Math.sqrt(3)) / 2 };
}

function offBy(spot: Spot, hexagon: Hexagon): number {
  const { x, y } = spotOf(hexagon);
  return (spot.x - x) ** 2 + (spot.y - y) ** 2;
}

const keyOf = ({ q, r }: Hexagon): string => `${q} ${r}`;

/** From the middle outwards, each place takes the free hexagon beside the ones taken that is nearest to where it lies. */
function grow(spots: readonly Spot[]): readonly Hexagon[] {
  const middle = {
    x: spots.reduce((sum, { x }) => sum + x, 0) / Math.max(1, spots.length),
    y: spots.reduce((sum, { y }) => sum + y, 0) / Math.max(1, spots.length),
  };
  const centred = spots.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
  const order = centred.map(({ x, y }, index) => ({ index, far: Math.hypot(x, y) })).toSorted((a, b) => a.far - b.far);
  const free = new Map<string, Hexagon>([['0 0', { q: 0, r: 0 }]]);
  const taken = new Set<string>();
  const hexagons: Hexagon[] = [];
  for (const { index } of order) {
    const spot = centred[index] ?? middle;
    const best = [...free.values()].reduce((a, b) => (offBy(spot, b) < offBy(spot, a) ? b : a));
    hexagons[index] = best;
    taken.add(keyOf(best));
    free.delete(keyOf(best));
    for (const step of around) {
      const beside = { q: best.q + step.q, r: best.r + step.r };
      if (!taken.has(keyOf(beside))) free.set(keyOf(beside), beside);
    }
  }
  return hexagons;
}
