import { areas, CELL_KM } from '../parameters.js';
import type { Chance, Stream } from '../random.js';

const KM_PER_DEGREE = 111.2;
const MIDDLE = { lon: 5.43, lat: 52.13 };

/** Centre of each area in km east and north of the middle; a municipality is small enough to be flat. */
const centres = areas.map(({ lon, lat }) => ({
  east: (lon - MIDDLE.lon) * KM_PER_DEGREE * Math.cos((MIDDLE.lat * Math.PI) / 180),
  north: (lat - MIDDLE.lat) * KM_PER_DEGREE,
}));

/** Centre of the cell of somebody in this area, in km east and north; nothing finer is known. */
export function placeIn(
  area: number,
  chance: Chance,
  streams: { readonly east: Stream; readonly north: Stream },
  who: number,
): { readonly east: number; readonly north: number } {
  const { east, north } = centres[area] ?? { east: 0, north: 0 };
  const spread = areas[area]?.spreadKm ?? 0;
  return {
    east: cellCentre(east + spread * chance.normal(streams.east, who)),
    north: cellCentre(north + spread * chance.normal(streams.north, who)),
  };
}

function cellCentre(km: number): number {
  return (Math.floor(km / CELL_KM) + 0.5) * CELL_KM;
}
