import type { Fallback } from '@app/contracts/http/answering.js';
import type { EscalationPace } from '@app/domain/help-request/index.js';
import type { OpeningHours } from '@app/domain/schedule/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export type ModerationMode = 'all-first' | 'newcomers-first' | 'after' | 'closed';
export type PolicyPreset = 'lean' | 'balanced' | 'active';
export type PolicyTempo = 'standard' | 'calm';

/** An association, or the desk that looks after what no association covers. */
export interface AreaOwner {
  readonly organisationId: string;
  readonly kind: 'association' | 'desk';
  readonly name: string;
  readonly isExample: boolean;
  readonly moderationMode: ModerationMode;
  readonly preset: PolicyPreset;
  readonly tempo: PolicyTempo;
  /** Version of a policy that is tried beside the own one without asking anybody; null when none is. */
  readonly shadowPolicy: string | null;
  readonly contactPersonId: string | null;
  /** False while it is being prepared: then the desk looks after its area. */
  readonly isOpen: boolean;
  readonly pace: EscalationPace;
  /** Null when it told none: then it always answers. */
  readonly openingHours: OpeningHours | null;
  /** Where things go while it does not answer. */
  readonly fallback: Fallback;
  /** In its own words, for new neighbours. */
  readonly welcomeText: string | null;
  /** In its own words, for whoever found nobody. */
  readonly nobodyText: string | null;
}

/** The pace of an association as one value. */
export const paceColumns = `json_build_object(
  'acuteCoordinatorMinutes', acute_coordinator_minutes, 'acuteDeskMinutes', acute_desk_minutes,
  'plannedCoordinatorPercent', planned_coordinator_percent, 'plannedDeskPercent', planned_desk_percent)`;

/** The fallback of an association as one value. */
export const fallbackColumns = `json_build_object('kind', fallback_kind, 'associationId', fallback_id)`;

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly cellCode: string;
  readonly cellName: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly tileQ: number | null;
  readonly tileR: number | null;
  /** Null where no association has this neighbourhood. */
  readonly associationId: string | null;
}

/** The places and organisations of one municipality: public facts, no persons. */
export interface AreaMap {
  readonly municipality: { readonly name: string; readonly isExample: boolean };
  readonly areas: ReadonlyMap<string, Area>;
  readonly owners: ReadonlyMap<string, AreaOwner>;
  readonly desk: AreaOwner | undefined;
}

/** Reads all of it: a municipality has tens of neighbourhoods. */
export async function readAreaMap(tx: Transaction): Promise<AreaMap> {
  const municipality = [tx.tenancy.municipalityId];
  const areas = await tx.query<Area>(
    `SELECT n.code, n.name, n.district_code AS "districtCode", d.name AS "districtName",
            n.cell_code AS "cellCode", c.name AS "cellName", n.longitude, n.latitude,
            n.tile_q AS "tileQ", n.tile_r AS "tileR", a.association_id AS "associationId"
       FROM neighbourhood n
       JOIN district d ON d.code = n.district_code
       JOIN cell c ON c.code = n.cell_code
       LEFT JOIN association_area a ON a.neighbourhood_code = n.code AND a.municipality_id = n.municipality_id
      WHERE n.municipality_id = $1 ORDER BY n.code`,
    municipality,
  );
  const owners = await tx.query<AreaOwner>(
    `SELECT id AS "organisationId", kind, name, is_example AS "isExample", moderation_mode AS "moderationMode",
            policy_preset AS preset, policy_tempo AS tempo, shadow_policy AS "shadowPolicy", contact_person_id AS "contactPersonId",
            status = 'open' AS "isOpen", ${paceColumns} AS pace, opening_hours AS "openingHours", ${fallbackColumns} AS fallback,
            welcome_text AS "welcomeText", nobody_text AS "nobodyText"
       FROM association WHERE municipality_id = $1 ORDER BY kind, name, id`,
    municipality,
  );
  const [place] = await tx.query<AreaMap['municipality']>(
    'SELECT name, is_demonstration AS "isExample" FROM municipality WHERE id = $1',
    municipality,
  );
  return {
    municipality: place ?? { name: '', isExample: false },
    areas: new Map(areas.map((area) => [area.code, area])),
    owners: new Map(owners.map((owner) => [owner.organisationId, owner])),
    desk: owners.find(({ kind }) => kind === 'desk'),
  };
}
