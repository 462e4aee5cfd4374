import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { layOutHexagons, stepsBetween, type Hexagon } from './index.js';

interface Place {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
}

const municipalities = fc
  .array(
    fc.record({
      lon: fc.double({ min: 5, max: 5.6, noNaN: true }),
      lat: fc.double({ min: 52, max: 52.4, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((points) => points.map((point, index): Place => ({ ...point, code: `BU${String(index).padStart(8, '0')}` })));

/** A grid of places with a crowded middle, as a town with villages around it. */
const town: readonly Place[] = Array.from({ length: 49 }, (_, index) => {
  const [column, row] = [(index % 7) - 3, Math.floor(index / 7) - 3];
  return {
    code: `BU${String(index).padStart(8, '0')}`,
    lon: 5.4 + 0.01 * column * Math.abs(column),
    lat: 52.1 - 0.006 * row * Math.abs(row),
  };
});

function tileOf(tiles: ReadonlyMap<string, Hexagon>, { code }: Place): Hexagon {
  const tile = tiles.get(code);
  if (!tile) throw new Error(`${code} has no tile`);
  return tile;
}

/** Tiles that can be reached from the first one over sides that tiles share. */
function reached(tiles: readonly Hexagon[]): number {
  const waiting = tiles.slice(0, 1);
  const seen = new Set(waiting);
  for (const from of waiting) {
    for (const to of tiles) {
      if (seen.has(to) || stepsBetween(from, to) !== 1) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen.size;
}

/** The tiles as they lie on the map: one step east is two characters. */
function drawn(tiles: ReadonlyMap<string, Hexagon>): string {
  const all = [...tiles].map(([name, { q, r }]) => ({ name, row: r, half: 2 * q + r }));
  const [top, left] = [Math.min(...all.map(({ row }) => row)), Math.min(...all.map(({ half }) => half))];
  const lines: string[] = [];
  for (const { name, row, half } of all) {
    const line = (lines[row - top] ?? '').padEnd(half - left);
    lines[row - top] = line.slice(0, half - left) + name + line.slice(half - left + 1);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

function nearest(place: Place, places: readonly Place[]): Place | undefined {
  const gap = (other: Place): number => Math.hypot((other.lon - place.lon) * 0.61, other.lat - place.lat);
  return places.filter((other) => other !== place).toSorted((a, b) => gap(a) - gap(b))[0];
}

describe('the hexagons of a municipality', () => {
  it('are one for each place, never two on one spot, and hang together', () => {
    fc.assert(
      fc.property(municipalities, (places) => {
        const tiles = [...layOutHexagons(places).values()];
        expect(tiles).toHaveLength(places.length);
        expect(new Set(tiles.map(({ q, r }) => `${q} ${r}`)).size).toBe(places.length);
        expect(tiles.every(({ q, r }) => Number.isInteger(q) && Number.isInteger(r))).toBe(true);
        expect(reached(tiles)).toBe(places.length);
      }),
    );
  });

  it('do not depend on the order of the places', () => {
    fc.assert(
      fc.property(municipalities, (places) => {
        const straight = layOutHexagons(places);
        const turned = layOutHexagons(places.toReversed());
        for (const place of places) expect(tileOf(turned, place)).toEqual(tileOf(straight, place));
      }),
    );
  });

  it('keep who lies beside each other near: on average within two steps', () => {
    fc.assert(
      fc.property(
        municipalities.filter((places) => places.length > 2),
        (places) => {
          const tiles = layOutHexagons(places);
          const steps = places.map((place) => {
            const beside = nearest(place, places);
            return beside ? stepsBetween(tileOf(tiles, place), tileOf(tiles, beside)) : 0;
          });
          expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it('keep north above and west to the left', () => {
    const tiles = layOutHexagons(town);
    const half = (places: readonly Place[], of: (tile: Hexagon) => number): number =>
      places.reduce((sum, place) => sum + of(tileOf(tiles, place)), 0) / places.length;
    const south = ({ r }: Hexagon): number => r;
    const east = ({ q, r }: Hexagon): number => q + r / 2;
    const places = (fits: (place: Place) => boolean): readonly Place[] => town.filter(fits);
    expect(
      half(
        places(({ lat }) => lat > 52.11),
        south,
      ),
    ).toBeLessThan(
      half(
        places(({ lat }) => lat < 52.09),
        south,
      ) - 3,
    );
    expect(
      half(
        places(({ lon }) => lon < 5.38),
        east,
      ),
    ).toBeLessThan(
      half(
        places(({ lon }) => lon > 5.42),
        east,
      ) - 3,
    );
  });

  it('look like the municipality: its centre, its ring of buurten, and the villages on their own sides', () => {
    const at: Readonly<Record<string, readonly [number, number]>> = {
      A: [0, 0],
      B: [0.01, 0],
      C: [-0.01, 0],
      D: [0.005, 0.006],
      E: [-0.005, 0.006],
      F: [0.005, -0.006],
      G: [-0.005, -0.006],
      N: [0, 0.08],
      O: [0.12, 0.002],
      Z: [0.01, -0.09],
      W: [-0.1, -0.01],
    };
    const places = Object.entries(at).map(([code, [lon, lat]]) => ({ code, lon: 5.4 + lon, lat: 52.1 + lat }));
    expect(`\n${drawn(layOutHexagons(places))}`).toBe(`
  N
 C E D
W A B O
 G F
  Z`);
  });

  it('part places that lie on one spot', () => {
    const same = ['BU00000001', 'BU00000002', 'BU00000003'].map((code) => ({ code, lon: 5, lat: 52 }));
    const tiles = layOutHexagons(same);
    expect(new Set([...tiles.values()].map(({ q, r }) => `${q} ${r}`)).size).toBe(3);
    // By their codes, in whatever order they come.
    expect(layOutHexagons(same.toReversed())).toEqual(tiles);
    expect(layOutHexagons([])).toEqual(new Map());
    expect(layOutHexagons(same.slice(0, 1)).get('BU00000001')).toEqual({ q: 0, r: 0 });
  });
});

describe('steps between hexagons', () => {
  it('count sides that are crossed', () => {
    expect(stepsBetween({ q: 0, r: 0 }, { q: 0, r: 0 })).toBe(0);
    expect(stepsBetween({ q: 0, r: 0 }, { q: 1, r: -1 })).toBe(1);
    expect(stepsBetween({ q: 0, r: 0 }, { q: 1, r: 1 })).toBe(2);
    expect(stepsBetween({ q: -2, r: 0 }, { q: 2, r: -1 })).toBe(4);
  });
});
