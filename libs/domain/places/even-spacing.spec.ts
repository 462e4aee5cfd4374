import { describe, expect, it } from '@jest/globals';
import { flatten, spaceEvenly, type Spot } from './even-spacing.js';

const gap = (a: Spot | undefined, b: Spot | undefined): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;

function smallestGap(spots: readonly Spot[]): number {
  return Math.min(...spots.flatMap((a, from) => spots.slice(from + 1).map((b) => gap(a, b))));
}

const grid = (columns: number, rows: number, step: number): Spot[] =>
  Array.from({ length: columns * rows }, (_, index) => ({
    x: (index % columns) * step,
    y: Math.floor(index / columns) * step,
  }));

describe('places on a plane', () => {
  it('lie north above south, and as far apart to the east as a degree is wide there', () => {
    const [one, other] = flatten([
      { lat: 60, lon: 5 },
      { lat: 60, lon: 7 },
    ]);
    expect((other?.x ?? 0) - (one?.x ?? 0)).toBeCloseTo(1, 6);
    const [south, north] = flatten([
      { lat: 52, lon: 5 },
      { lat: 53, lon: 5 },
    ]);
    expect((south?.y ?? 0) - (north?.y ?? 0)).toBe(1);
    expect(flatten([])).toEqual([]);
  });
});

describe('spacing places evenly', () => {
  it('leaves a grid a grid of about one tile from place to place, whatever its size was', () => {
    for (const size of [0.25, 1, 8]) {
      const spaced = spaceEvenly(grid(3, 3, size));
      const steps = [0, 1, 3, 4, 6, 7].map((index) => gap(spaced[index], spaced[index + 1]));
      expect(Math.min(...steps)).toBeGreaterThan(0.8);
      expect(Math.max(...steps)).toBeLessThan(1.2);
      // To the east of each other and not below: rows stay rows.
      expect(Math.abs((spaced[0]?.y ?? 0) - (spaced[1]?.y ?? 9))).toBeLessThan(0.3);
    }
  });

  it('opens up a crowded centre', () => {
    // Nine places within a tenth of a tile of each other, among places a tile apart.
    const crowd = grid(3, 3, 0.05).map(({ x, y }) => ({ x: x + 2, y: y + 2 }));
    const around = grid(6, 6, 1).filter(({ x, y }) => x !== 2 || y !== 2);
    expect(smallestGap(spaceEvenly([...crowd, ...around]))).toBeGreaterThan(0.6);
  });

  it('parts places above each other as well as beside each other', () => {
    const [a, b, c, d] = spaceEvenly([
      { x: 0, y: 0 },
      { x: 0, y: 0.1 },
      { x: 5, y: 0 },
      { x: 5.1, y: 0 },
    ]);
    expect(gap(a, b)).toBeGreaterThan(0.7);
    expect(gap(c, d)).toBeGreaterThan(0.7);
    expect(Math.abs((b?.y ?? 0) - (a?.y ?? 0))).toBeGreaterThan(0.7);
    expect((d?.x ?? 0) - (c?.x ?? 0)).toBeGreaterThan(0.7);
  });

  it('brings a far village near, on the side where it lies', () => {
    const spaced = spaceEvenly([...grid(3, 3, 1), { x: 40, y: 1 }]);
    const [village, middle, eastmost] = [spaced[9], spaced[4], spaced[5]];
    expect(gap(village, eastmost)).toBeLessThan(3);
    expect(village?.x).toBeGreaterThan(eastmost?.x ?? Number.NaN);
    expect(Math.abs((village?.y ?? 0) - (middle?.y ?? 0))).toBeLessThan(0.4);
  });

  it('parts places on one spot in their order, by no chance', () => {
    const same = [
      { x: 4, y: 4 },
      { x: 4, y: 4 },
    ];
    const [first, second] = spaceEvenly(same);
    expect(second?.x).toBeGreaterThan(first?.x ?? Number.NaN);
    expect(gap(first, second)).toBeGreaterThan(0.9);
    expect(spaceEvenly(same)).toEqual(spaceEvenly(same));
    expect(spaceEvenly([{ x: 4, y: 4 }])).toEqual([{ x: 4, y: 4 }]);
  });
});
