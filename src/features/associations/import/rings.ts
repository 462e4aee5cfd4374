/** Longitude and latitude in degrees (WGS84). */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

const decimals = 1e5;
/** Degrees; about five metres: a line on a small map. */
const tolerance = 0.00005;

/** Twice the area; positive for a ring that goes round against the clock. */
function turning(ring: Ring): number {
  let sum = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

/** Outer rings against the clock and holes with it (RFC 7946). @returns whether something had to be turned */
export function wound(polygon: Polygon): { readonly polygon: Polygon; readonly turned: boolean } {
  let turned = false;
  const rings = polygon.map((ring, index) => {
    if (turning(ring) > 0 === (index === 0)) return ring;
    turned = true;
    return ring.toReversed();
  });
  return { polygon: rings, turned };
}

/** The last position is the first again. */
export function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** Rounded to five decimals and without positions that no map shows; a ring that vanishes is left out. */
export function simplified(polygons: readonly Polygon[]): Polygon[] {
  return polygons
    .map((polygon) => polygon.map(simplifiedRing).filter((ring) => ring.length >= 4))
    .filter((polygon) => polygon.length > 0);
}

function simplifiedRing(ring: Ring): Ring {
  // From the position farthest from the first, so that both halves of the round are lines.
  const start = ring[0] ?? [0, 0];
  const middle = ring.reduce(
    (best, at, index) => (distance(at, start) > distance(ring[best] ?? start, start) ? index : best),
    0,
  );
  const halves = [line(ring.slice(0, middle + 1)), line(ring.slice(middle))];
  const joined = [...(halves[0] ?? []), ...(halves[1] ?? []).slice(1)];
  const rounded = joined.map(([x, y]): Position => [
    Math.round(x * decimals) / decimals,
    Math.round(y * decimals) / decimals,
  ]);
  return rounded.filter(
    ([x, y], index) => index === 0 || x !== rounded[index - 1]?.[0] || y !== rounded[index - 1]?.[1],
  );
}

/** Ramer-Douglas-Peucker. */
function line(points: Ring): Ring {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  let farthest = 0;
  let most = tolerance;
  for (let index = 1; index < points.length - 1; index += 1) {
    const away = fromLine(points[index] ?? first, first, last);
    if (away > most) [farthest, most] = [index, away];
  }
  if (farthest === 0) return [first, last];
  return [...line(points.slice(0, farthest + 1)), ...line(points.slice(farthest)).slice(1)];
}

function distance([x, y]: Position, [otherX, otherY]: Position): number {
  return Math.hypot(x - otherX, y - otherY);
}

function fromLine(at: Position, from: Position, to: Position): number {
  const length = distance(from, to);
  if (length === 0) return distance(at, from);
  return Math.abs((to[0] - from[0]) * (from[1] - at[1]) - (from[0] - at[0]) * (to[1] - from[1])) / length;
}

/** Middle of the largest part, without its holes. */
export function middleOf(polygons: readonly Polygon[]): Position {
  const outer = polygons
    .flatMap((polygon) => polygon.slice(0, 1))
    .reduce((best, ring) => (Math.abs(turning(ring)) > Math.abs(turning(best)) ? ring : best));
  const [originX, originY] = outer[0] ?? [0, 0];
  let [sumX, sumY, area] = [0, 0, 0];
  for (const [index, position] of outer.entries()) {
    const next = outer[(index + 1) % outer.length] ?? position;
    // Seen from a corner: degrees are large beside the size of a neighbourhood.
    const [x, y, nextX, nextY] = [position[0] - originX, position[1] - originY, next[0] - originX, next[1] - originY];
    const part = x * nextY - nextX * y;
    area += part;
    sumX += (x + nextX) * part;
    sumY += (y + nextY) * part;
  }
  return area === 0 ? [originX, originY] : [originX + sumX / (3 * area), originY + sumY / (3 * area)];
}

/** Whether a position lies within, and not in a hole. */
export function covers(polygons: readonly Polygon[], [x, y]: Position): boolean {
  return polygons.some((polygon) => polygon.filter((ring) => within(ring, x, y)).length % 2 === 1);
}

function within(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (const [index, [fromX, fromY]] of ring.entries()) {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}
