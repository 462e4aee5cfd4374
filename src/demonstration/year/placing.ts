import { inhabitedNeighbourhoods, type InhabitedNeighbourhood } from '../leusden/inhabited.js';
import type { LivedArea } from './lived-year.js';

/** Which neighbourhoods make up each area: those of its district that lie nearest to it. */
export class Placing {
  private readonly members: readonly (readonly InhabitedNeighbourhood[])[];

  constructor(areas: readonly LivedArea[]) {
    const nearest = inhabitedNeighbourhoods.map((neighbourhood) => ({
      neighbourhood,
      area: nearestOf(areas, neighbourhood),
    }));
    this.members = areas.map((_, area) =>
      nearest.filter((one) => one.area === area).map(({ neighbourhood }) => neighbourhood),
    );
  }

  /** Where the thing with this number is, in an area: by inhabitants, and always the same. */
  placeOf(area: number, number: number): string {
    const members = this.members[area] ?? [];
    const inhabitants = members.reduce((sum, one) => sum + one.inhabitants, 0);
    // Steps of the golden ratio spread consecutive numbers evenly.
    let rest = ((number * 0.618_033_988_75) % 1) * inhabitants;
    for (const { code, inhabitants: own } of members) {
      rest -= own;
      if (rest < 0) return code;
    }
    throw new Error(`Nobody lives in area ${area}`);
  }
}

function nearestOf(areas: readonly LivedArea[], { districtCode, longitude, latitude }: InhabitedNeighbourhood): number {
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  areas.forEach(({ district, lon, lat }, area) => {
    const distance = Math.hypot((lon - longitude) * 0.61, lat - latitude);
    if (district === districtCode && distance < shortest) [best, shortest] = [area, distance];
  });
  return best;
}
