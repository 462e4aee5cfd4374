import { Inject, Injectable } from '@nestjs/common';
import type { TrustLevel } from '@app/contracts/http/vocabulary.js';
import { HelperTrust } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { timeZone } from '@app/platform/time/local-clock.js';

/** Months that a certificate of conduct counts from the day on it, and days before the end at which that is told. */
const vogMonths = 36;
export const vogToldDays = 60;

/** Today, as the calendar at the wall shows it. */
export const today = `(app_now() AT TIME ZONE '${timeZone}')::date`;

export interface Vouching {
  readonly association_id: string;
  readonly at: Date;
}

export interface VogCheck {
  readonly id: string;
  readonly person_id: string;
  readonly association_id: string;
  readonly issued_on: string;
  readonly expires_on: string;
  readonly checked_by_id: string;
  readonly checked_at: Date;
}

const vogColumns = `id, person_id, association_id, issued_on::text, expires_on::text, checked_by_id, checked_at`;

/** The only writer of who is vouched for and whose certificate was seen; the level follows from both. */
@Injectable()
export class TrustStore {
  constructor(@Inject(HelperTrust) private readonly helpers: HelperTrust) {}

  /** Makes changes about one person take turns. */
  async lock(tx: Transaction, personId: string): Promise<void> {
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }

  async vouchingsOf(tx: Transaction, personId: string): Promise<Vouching[]> {
    return tx.query<Vouching>(
      `SELECT association_id, at FROM vouching
        WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL ORDER BY at`,
      [tx.tenancy.municipalityId, personId],
    );
  }

  async vogOf(tx: Transaction, personId: string): Promise<VogCheck | undefined> {
    const [row] = await tx.query<VogCheck>(
      `SELECT ${vogColumns} FROM vog_check WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL`,
      [tx.tenancy.municipalityId, personId],
    );
    return row;
  }

  async vouch(tx: Transaction, personId: string, associationId: string, vouchedById: string): Promise<void> {
    await tx.query(
      `INSERT INTO vouching (municipality_id, id, person_id, association_id, vouched_by_id, at)
       VALUES ($1, $2, $3, $4, $5, app_now())`,
      [tx.tenancy.municipalityId, newId(), personId, associationId, vouchedById],
    );
    await this.followLevel(tx, personId);
  }

  /** @returns how many there were to end */
  async endVouchings(tx: Transaction, personId: string, associationIds: readonly string[]): Promise<number> {
    const ended = await tx.query(
      `UPDATE vouching SET ended_at = app_now()
        WHERE municipality_id = $1 AND person_id = $2 AND association_id = ANY ($3::uuid[]) AND ended_at IS NULL RETURNING id`,
      [tx.tenancy.municipalityId, personId, associationIds],
    );
    await this.followLevel(tx, personId);
    return ended.length;
  }

  /** Takes the place of an earlier one. @returns its id, or null for a day that is not in its time */
  async recordVog(
    tx: Transaction,
    vog: { readonly personId: string; readonly associationId: string; readonly issuedOn: string; readonly by: string },
  ): Promise<string | null> {
    const { municipalityId } = tx.tenancy;
    const [fits] = await tx.query(
      `SELECT 1 WHERE $1::date <= ${today} AND $1::date + interval '${vogMonths} months' > ${today}`,
      [vog.issuedOn],
    );
    if (!fits) return null;
    await this.endVog(tx, vog.personId);
    const id = newId();
    await tx.query(
      `INSERT INTO vog_check
         (municipality_id, id, person_id, association_id, issued_on, expires_on, checked_by_id, checked_at)
       VALUES ($1, $2, $3, $4, $5::date, $5::date + interval '${vogMonths} months', $6, app_now())`,
      [municipalityId, id, vog.personId, vog.associationId, vog.issuedOn, vog.by],
    );
    await this.followLevel(tx, vog.personId);
    return id;
  }

  /** @returns whether there was one */
  async endVog(tx: Transaction, personId: string): Promise<boolean> {
    const ended = await tx.query(
      `UPDATE vog_check SET ended_at = app_now()
        WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING id`,
      [tx.tenancy.municipalityId, personId],
    );
    await this.followLevel(tx, personId);
    return ended.length > 0;
  }

  /** The level that follows from what holds today. */
  async followLevel(tx: Transaction, personId: string): Promise<void> {
    const [row] = await tx.query<{ level: TrustLevel }>(
      `SELECT CASE
         WHEN EXISTS (SELECT 1 FROM vog_check WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL
                         AND expires_on > ${today}) THEN 'vog'
         WHEN EXISTS (SELECT 1 FROM vouching WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL) THEN 'vouched'
         ELSE 'none' END AS level`,
      [tx.tenancy.municipalityId, personId],
    );
    await this.helpers.set(tx, personId, row?.level ?? 'none');
  }
}
