import type { Point } from '../kernel/distance.js';

/** A place in the plane, in units of one tile. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Moving {
  x: number;
  y: number;
}

const rounds = 120;
/** How many of the nearest places hold on to each other. */
const held = 5;
const pull = 0.08;
const push = 0.5;

/** East and north as a plane with y downwards, as on a screen; a municipality is too small for the globe to matter. */
export function flatten(points: readonly Point[]): readonly Spot[] {
  const middle = mean(points.map(({ lat }) => lat));
  const narrowing = Math.cos((middle * Math.PI) / 180);
  return points.map(({ lon, lat }) => ({ x: lon * narrowing, y: -lat }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * Spreads places so that each has about the room of one tile: a crowded centre opens up, far villages come nearer, and
 * who lay beside each other still does. No chance in it: places at one spot are parted along their order.
 */
export function spaceEvenly(spots: readonly Spot[]): readonly Spot[] {
  const moving: Moving[] = spots.map(({ x, y }) => ({ x, y }));
  const pairs = nearestPairs(moving);
  const gaps = pairs.map(([a, b]) => gapOf(a, b)).toSorted((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const scale = usual > 0 ? 1 / usual : 1;
  moving.forEach((spot, index) => {
    spot.x = spot.x * scale + index * 1e-6;
    spot.y *= scale;
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const [a, b] of pairs) together(a, b);
    partAll(moving);
  }
  return moving;
}

/** Looks from west to east, so that only places that may be too near are compared. */
function partAll(moving: readonly Moving[]): void {
  const eastward = moving.toSorted((a, b) => a.x - b.x);
  eastward.forEach((west, from) => {
    for (const east of eastward.slice(from + 1)) {
      // What moved within this round may be missed; the next one sees it.
      if (east.x - west.x >= 1) break;
      part(west, east);
    }
  });
}

function gapOf(a: Spot, b: Spot): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

/** Each place with its nearest ones, every pair once. */
function nearestPairs(moving: readonly Moving[]): readonly (readonly [Moving, Moving])[] {
  const pairs = new Map<string, readonly [Moving, Moving]>();
  moving.forEach((spot, from) => {
    const others = moving
      .map((other, to) => ({ other, to, gap: gapOf(spot, other) }))
      .filter(({ to }) => to !== from)
      .toSorted((a, b) => a.gap - b.gap);
    for (const { other, to } of others.slice(0, held)) {
      pairs.set([Math.min(from, to), Math.max(from, to)].join(' '), [spot, other]);
    }
  });
  return [...pairs.values()];
}

function together(a: Moving, b: Moving): void {
  const gap = gapOf(a, b);
  if (gap > 1) shift(a, b, gap, (pull * (gap - 1)) / 2);
}

function part(a: Moving, b: Moving): void {
  if (Math.abs(a.y - b.y) >= 1) return;
  const gap = gapOf(a, b);
  if (gap < 1 && gap > 0) shift(a, b, gap, (-push * (1 - gap)) / 2);
}

/** Moves both along the line between them; a positive step brings them together. */
function shift(a: Moving, b: Moving, gap: number, step: number): void {
  const x = ((b.x - a.x) / gap) * step;
  const y = ((b.y - a.y) / gap) * step;
  a.x += x;
  a.y += y;
  b.x -= x;
  b.y -= y;
}
