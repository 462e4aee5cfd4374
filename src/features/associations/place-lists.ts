import { Inject, Injectable } from '@nestjs/common';
import type { Fallback } from '@app/contracts/http/answering.js';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import type { AssociationSummary, Neighbourhood } from '@app/contracts/http/places.js';
import type { Hexagon } from '@app/domain/places/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { AreaDirectory } from './area-directory.js';
import type { Area, AreaMap } from './area-map.js';
import { presentHours } from './settings/settings.store.js';
import { TilePlaces } from './tile-places.js';
import { welfareName } from './who-answers.js';

/** The public lists of places and organisations. */
@Injectable()
export class PlaceLists {
  constructor(
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(TilePlaces) private readonly tiles: TilePlaces,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async neighbourhoods(tx: Transaction): Promise<OperationResult<typeof operations.listNeighbourhoods>> {
    const [municipality] = await tx.query<{ code: string; name: string; hasOutlines: boolean }>(
      `SELECT code, name, NOT EXISTS (SELECT 1 FROM neighbourhood n WHERE n.municipality_id = m.id AND n.outline IS NULL)
                AS "hasOutlines" FROM municipality m WHERE id = $1`,
      [tx.tenancy.municipalityId],
    );
    if (!municipality) throw new Error('The municipality of this call is gone');
    const map = await this.areas.map(tx);
    const tiles = this.tiles.of(tx.tenancy.municipalityId, map);
    // A neighbourhood nobody looks after yet, not even a desk, cannot be asked for help in.
    const neighbourhoods = [...map.areas.values()].flatMap((area) => {
      const organisationId = organisationOf(map, area);
      const tile = tiles.get(area.code);
      return organisationId && tile ? [presentNeighbourhood(area, organisationId, tile)] : [];
    });
    return { municipality: { ...municipality, mapTiles: this.config.mapTiles ?? null }, neighbourhoods };
  }

  async outlines(tx: Transaction): Promise<OperationResult<typeof operations.listOutlines>> {
    const outlines = await tx.query<OperationResult<typeof operations.listOutlines>['outlines'][number]>(
      `SELECT code AS "neighbourhoodCode", outline AS polygons FROM neighbourhood
        WHERE municipality_id = $1 AND outline IS NOT NULL ORDER BY code`,
      [tx.tenancy.municipalityId],
    );
    return { outlines };
  }

  async associations(tx: Transaction): Promise<{ associations: AssociationSummary[] }> {
    const map = await this.areas.map(tx);
    const associations: AssociationSummary[] = [];
    for (const { organisationId, isOpen, openingHours, fallback, welcomeText, nobodyText } of map.owners.values()) {
      if (!isOpen) continue;
      const { id, kind, name, isExample, contact } = await this.areas.organisation(tx, organisationId);
      const codes = [...map.areas.values()].filter((area) => organisationOf(map, area) === id).map(({ code }) => code);
      const { givenName, phone } = contact;
      associations.push({
        id,
        kind,
        name,
        isExample,
        neighbourhoodCodes: codes,
        contact: { givenName, phone },
        openingHours: openingHours && presentHours(openingHours),
        fallback: kind === 'desk' ? null : fallbackOf(map, fallback),
        welcomeText,
        nobodyText,
      });
    }
    return { associations };
  }
}

/** Who answers while an association is closed; the desk where its choice is no longer open. */
function fallbackOf({ owners, desk }: AreaMap, { kind, associationId }: Fallback): AssociationSummary['fallback'] {
  if (kind === 'welfare') return { kind, organisationId: null, name: welfareName };
  const chosen = associationId === null ? undefined : owners.get(associationId);
  const owner = chosen?.isOpen === true ? chosen : desk;
  return owner ? { kind: owner.kind, organisationId: owner.organisationId, name: owner.name } : null;
}

function organisationOf(map: AreaMap, area: Area): string | undefined {
  return area.associationId ?? map.desk?.organisationId;
}

function presentNeighbourhood(area: Area, organisationId: string, { q, r }: Hexagon): Neighbourhood {
  return {
    code: area.code,
    name: area.name,
    districtCode: area.districtCode,
    districtName: area.districtName,
    cell: { code: area.cellCode, name: area.cellName },
    organisationId,
    tile: { q, r },
  };
}
