import { distanceKm } from '@app/domain/kernel/distance.js';
import type { MaxDistance } from '@app/domain/kernel/vocabulary.js';
import type { Area, AreaMap } from '@app/features/associations/index.js';

/** An area whose people may reach a place: those who chose this distance there. */
export interface CandidateArea {
  readonly reach: MaxDistance;
  /** Code of the neighbourhood, or of the district for who helps in the whole district. */
  readonly code: string;
}

/**
 * Where to look for people who reach a place, nearest first; who helps in the whole municipality in the `ring` nearest
 * neighbourhoods.
 */
export function candidateAreas(map: AreaMap, place: Area, ring: number): CandidateArea[] {
  const around = [...map.areas.values()]
    .map((area) => ({ code: area.code, km: kmBetween(place, area) }))
    .toSorted((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1))
    .slice(0, ring);
  return [
    { reach: 'own-neighbourhood', code: place.code },
    { reach: 'district', code: place.districtCode },
    ...around.map(({ code }): CandidateArea => ({ reach: 'municipality', code })),
  ];
}

/** Between the centres of two neighbourhoods. */
export function kmBetween(one: Area, other: Area): number {
  return distanceKm({ lon: one.longitude, lat: one.latitude }, { lon: other.longitude, lat: other.latitude });
}
