import { districts } from './districts.js';
import { divide } from './divide.js';
import { districtOf, neighbourhoods, type LeusdenNeighbourhood } from './neighbourhoods.js';

/** Share of a rural buurt (buitengebied, Stoutenburg) taken as built up; an assumption of ours. */
const ruralShare = 0.005;
const ruralFrom = 100;

export interface InhabitedNeighbourhood extends LeusdenNeighbourhood {
  readonly districtCode: string;
  readonly dwellings: number;
  readonly inhabitants: number;
}

function builtUp({ hectares }: LeusdenNeighbourhood): number {
  return hectares >= ruralFrom ? hectares * ruralShare : hectares;
}

/**
 * Buurten with inhabitants and dwellings. Figures per buurt were not found: those of the wijk are divided over
 * its buurten by built-up surface, so only the totals per wijk are CBS figures.
 */
export const inhabitedNeighbourhoods: readonly InhabitedNeighbourhood[] = districts.flatMap((district) => {
  const members = neighbourhoods.filter(({ code }) => districtOf(code) === district.code);
  const surfaces = members.map(builtUp);
  const dwellings = divide(district.dwellings, surfaces);
  const inhabitants = divide(district.inhabitants, surfaces);
  return members.map((member, index) => ({
    ...member,
    districtCode: district.code,
    dwellings: dwellings[index] ?? 0,
    inhabitants: inhabitants[index] ?? 0,
  }));
});
