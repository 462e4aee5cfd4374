import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { Geocoder, PostalPlace } from '@app/platform/geocoding/geocoder.js';

interface Part {
  readonly code: string;
  readonly houseNumbers: readonly number[] | null;
}

/** The postcodes that were imported for a municipality; asks nobody outside. */
@Injectable()
export class PostcodeTable implements Geocoder {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async neighbourhoodsOf({ postcode, houseNumber }: PostalPlace, municipalityId: string): Promise<readonly string[]> {
    const parts = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query<Part>(
        `SELECT neighbourhood_code AS code, house_numbers AS "houseNumbers" FROM postcode_part
          WHERE municipality_id = $1 AND postcode = $2 ORDER BY part`,
        [municipalityId, postcode],
      ),
    );
    const ofHouse = parts.filter(
      ({ houseNumbers }) => houseNumber !== undefined && houseNumbers?.includes(houseNumber),
    );
    return [...new Set((ofHouse.length === 0 ? parts : ofHouse).map(({ code }) => code))];
  }
}
