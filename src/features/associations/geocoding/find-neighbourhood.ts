import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { GeocoderUnavailable, type Geocoder, type PostalPlace } from '@app/platform/geocoding/geocoder.js';
import type { AreaDirectory } from '../area-directory.js';

type Found = OperationResult<typeof operations.findNeighbourhood>;

/** In which neighbourhood of this municipality a postcode lies. Keeps nothing of what was asked. */
export class FindNeighbourhood {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly areas: AreaDirectory,
    /** In the order in which they are asked: what is known here need not be told to anybody. */
    private readonly geocoders: readonly Geocoder[],
  ) {}

  async run(municipalityId: string, place: PostalPlace): Promise<Found> {
    const map = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.areas.map(tx));
    let best: Found = { outcome: 'unknown', neighbourhoodCodes: [] };
    for (const geocoder of this.geocoders) {
      const codes = await answerOf(geocoder, place, municipalityId);
      const here = codes?.filter((code) => map.areas.has(code)) ?? [];
      if (here.length === 1) return { outcome: 'found', neighbourhoodCodes: here };
      if (here.length > 1) return { outcome: 'several', neighbourhoodCodes: here };
      if (codes === undefined) best = { outcome: 'unavailable', neighbourhoodCodes: [] };
      else if (codes.length > 0) best = { outcome: 'elsewhere', neighbourhoodCodes: [] };
    }
    return best;
  }
}

async function answerOf(
  geocoder: Geocoder,
  place: PostalPlace,
  municipalityId: string,
): Promise<readonly string[] | undefined> {
  try {
    return await geocoder.neighbourhoodsOf(place, municipalityId);
  } catch (error) {
    if (error instanceof GeocoderUnavailable) return undefined;
    throw error;
  }
}
