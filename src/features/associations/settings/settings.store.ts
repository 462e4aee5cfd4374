import { Injectable } from '@nestjs/common';
import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import type { OpeningHours } from '@app/domain/schedule/index.js';
import { toMinutes, toTimeOfDay } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { fallbackColumns, paceColumns } from '../area-map.js';

/** An association with what it chose. */
export interface ChosenSettings {
  readonly kind: 'association' | 'desk';
  readonly status: 'preparing' | 'open';
  readonly version: number;
  readonly settings: SettingsChoice;
}

interface Row extends Omit<ChosenSettings, 'settings'>, Omit<SettingsChoice, 'openingHours' | 'neighbourhoodCodes'> {
  readonly openingHours: OpeningHours | null;
  readonly codes: string[];
}

/** The settings of associations and the area of each. Needs system transactions. */
@Injectable()
export class SettingsStore {
  /** Changes of areas take turns, so that no neighbourhood gets two associations. */
  async takeTurn(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [tx.tenancy.municipalityId]);
  }

  async read(tx: Transaction, id: string, lock = false): Promise<ChosenSettings | null> {
    const [row] = await tx.query<Row>(
      `SELECT kind, status, version, name, moderation_mode AS "moderationMode", ${paceColumns} AS pace,
              opening_hours AS "openingHours", ${fallbackColumns} AS fallback, welcome_text AS "welcomeText", nobody_text AS "nobodyText",
              contact_person_id AS "contactPersonId", deputy_person_id AS "deputyPersonId",
              CASE status WHEN 'preparing' THEN planned_area
                   ELSE ARRAY(SELECT neighbourhood_code FROM association_area
                               WHERE municipality_id = association.municipality_id AND association_id = association.id
                               ORDER BY 1) END AS codes
         FROM association WHERE municipality_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    if (!row) return null;
    const { kind, status, version, codes, openingHours, ...rest } = row;
    return {
      kind,
      status,
      version,
      settings: { ...rest, neighbourhoodCodes: codes, openingHours: openingHours && presentHours(openingHours) },
    };
  }

  async add(tx: Transaction, name: string): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO association (municipality_id, id, kind, name, status) VALUES ($1, $2, 'association', $3, 'preparing')`,
      [tx.tenancy.municipalityId, id, name],
    );
    return id;
  }

  /** Writes all of it and counts the version; the area is planned as long as the association is being prepared. */
  async write(tx: Transaction, id: string, status: ChosenSettings['status'], to: SettingsChoice): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const { pace, openingHours } = to;
    await tx.query(
      `UPDATE association
          SET name = $3, moderation_mode = $4, acute_coordinator_minutes = $5, acute_desk_minutes = $6,
              planned_coordinator_percent = $7, planned_desk_percent = $8, opening_hours = $9, welcome_text = $10,
              nobody_text = $11, contact_person_id = $12, deputy_person_id = $13, status = $14, planned_area = $15,
              fallback_kind = $16, fallback_id = $17,
              version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [
        municipalityId,
        id,
        to.name,
        to.moderationMode,
        pace.acuteCoordinatorMinutes,
        pace.acuteDeskMinutes,
        pace.plannedCoordinatorPercent,
        pace.plannedDeskPercent,
        openingHours && JSON.stringify(storedHours(openingHours)),
        to.welcomeText || null,
        to.nobodyText || null,
        to.contactPersonId,
        to.deputyPersonId,
        status,
        status === 'preparing' ? to.neighbourhoodCodes : [],
        to.fallback.kind,
        to.fallback.associationId,
      ],
    );
    if (status === 'open') await this.writeArea(tx, id, to.neighbourhoodCodes);
  }

  /** Neighbourhoods that another association has, or is planned to have. */
  async takenCodes(tx: Transaction, id: string): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(
      `SELECT neighbourhood_code AS code FROM association_area WHERE municipality_id = $1 AND association_id <> $2
        UNION SELECT unnest(planned_area) FROM association WHERE municipality_id = $1 AND id <> $2 ORDER BY 1`,
      [tx.tenancy.municipalityId, id],
    );
    return rows.map(({ code }) => code);
  }

  /** Those of these codes that the municipality does not have. */
  async unknownCodes(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(
      `SELECT code FROM unnest($2::text[]) AS asked(code)
        WHERE NOT EXISTS (SELECT 1 FROM neighbourhood n WHERE n.municipality_id = $1 AND n.code = asked.code)`,
      [tx.tenancy.municipalityId, codes],
    );
    return new Set(rows.map(({ code }) => code));
  }

  private async writeArea(tx: Transaction, id: string, codes: readonly string[]): Promise<void> {
    const parameters = [tx.tenancy.municipalityId, id, codes];
    await tx.query(
      `DELETE FROM association_area
        WHERE municipality_id = $1 AND association_id = $2 AND neighbourhood_code <> ALL ($3::text[])`,
      parameters,
    );
    await tx.query(
      `INSERT INTO association_area (municipality_id, association_id, neighbourhood_code)
       SELECT $1, $2, code FROM unnest($3::text[]) AS area(code)
        WHERE NOT EXISTS (SELECT 1 FROM association_area a WHERE a.neighbourhood_code = code AND a.association_id = $2)`,
      parameters,
    );
  }
}

export function presentHours({ weekly, closedDays }: OpeningHours): NonNullable<SettingsChoice['openingHours']> {
  return {
    weekly: weekly.map(({ day, fromMinute, untilMinute }) => ({
      day,
      from: toTimeOfDay(fromMinute),
      until: toTimeOfDay(untilMinute),
    })),
    closedDays: [...closedDays],
  };
}

function storedHours({ weekly, closedDays }: NonNullable<SettingsChoice['openingHours']>): OpeningHours {
  return {
    weekly: weekly.map(({ day, from, until }) => ({ day, fromMinute: toMinutes(from), untilMinute: toMinutes(until) })),
    closedDays: [...new Set(closedDays)].toSorted(),
  };
}
