import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

const newFor = `interval '7 days'`;
const mostADay = 3;

/** A guest posted `h` and never used the code: anybody may have done that who knows the address. */
const neverProved = `(h.contact_enc IS NOT NULL AND h.opened_at IS NULL AND h.status IN ('unconfirmed', 'expired', 'cancelled'))`;

/** What the limits of asking depend on. */
export interface AskedLately {
  /** Asked today what somebody new may ask in a day, or more. */
  readonly isNewAndDone: boolean;
  /** Barred from asking now. */
  readonly isBarred: boolean;
}

/**
 * How often somebody may ask. What a stranger posts in the name of an address counts for strangers alone, whoever has
 * that address: it takes nothing from that person, and tells nothing about them. Needs a system transaction.
 */
@Injectable()
export class AskingLimits {
  /** Requests of somebody that were really theirs. Of several at once each counts the ones before it. */
  async askedLately(tx: Transaction, personId: string): Promise<AskedLately> {
    this.takeTurn(tx, personId);
    const [row] = await tx.query<{ recent: number; is_new: boolean; is_barred: boolean }>(
      `SELECT (SELECT count(*)::int FROM help_request h WHERE h.municipality_id = $1 AND h.asker_id = $2
                  AND h.posted_at > app_now() - interval '1 day' AND NOT ${neverProved}) AS recent,
              (SELECT p.created_at > app_now() - ${newFor} FROM person p WHERE p.municipality_id = $1 AND p.id = $2)
                AND NOT EXISTS (SELECT 1 FROM help_request WHERE municipality_id = $1 AND asker_id = $2 AND status = 'completed') AS is_new,
              EXISTS (SELECT 1 FROM person p WHERE p.municipality_id = $1 AND p.id = $2 AND p.asking_barred_until > app_now()) AS is_barred`,
      [tx.tenancy.municipalityId, personId],
    );
    return {
      isNewAndDone: row?.is_new === true && row.recent >= mostADay,
      isBarred: row?.is_barred === true,
    };
  }

  /** Whether guests have posted as much in the name of this person's address as a day allows, and proved none of it. */
  async isUsedUpByGuests(tx: Transaction, personId: string): Promise<boolean> {
    this.takeTurn(tx, personId);
    const [row] = await tx.query<{ recent: number }>(
      `SELECT count(*)::int AS recent FROM help_request h WHERE h.municipality_id = $1 AND h.asker_id = $2
          AND h.posted_at > app_now() - interval '1 day' AND ${neverProved}`,
      [tx.tenancy.municipalityId, personId],
    );
    return (row?.recent ?? 0) >= mostADay;
  }

  private takeTurn(tx: Transaction, personId: string): void {
    tx.write('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [`${tx.tenancy.municipalityId}|${personId}`]);
  }
}
