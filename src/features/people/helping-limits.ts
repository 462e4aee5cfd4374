import { Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What somebody offers now, as far as an answer to an ask can change it. */
export interface HelpOffered {
  readonly categories: readonly Category[];
  /** Milliseconds since the epoch; null without a pause that still runs. */
  readonly pausedUntil: number | null;
}

/** Small changes to what a neighbour offers, made while answering. In the transaction of that person. */
@Injectable()
export class HelpingLimits {
  async offered(tx: Transaction, personId: string): Promise<HelpOffered> {
    const [row] = await tx.query<{ paused_until: Date | null; categories: Category[] }>(
      `SELECT p.paused_until, ARRAY(SELECT c.category FROM helper_category c
               WHERE c.municipality_id = p.municipality_id AND c.person_id = p.person_id) AS categories
         FROM helper_profile p WHERE p.municipality_id = $1 AND p.person_id = $2`,
      [tx.tenancy.municipalityId, personId],
    );
    const until = row?.paused_until?.getTime() ?? null;
    return { categories: row?.categories ?? [], pausedUntil: until !== null && until > tx.now ? until : null };
  }

  /** No more asks of this kind. The last kind stays: nobody is left who wants to help with nothing. */
  async stopCategory(tx: Transaction, personId: string, category: Category): Promise<void> {
    await this.lock(tx, personId);
    await tx.query(
      `DELETE FROM helper_category WHERE municipality_id = $1 AND person_id = $2 AND category = $3
          AND EXISTS (SELECT FROM helper_category o
                       WHERE o.municipality_id = $1 AND o.person_id = $2 AND o.category <> $3)`,
      [tx.tenancy.municipalityId, personId, category],
    );
  }

  async offerCategory(tx: Transaction, personId: string, category: Category): Promise<void> {
    await this.lock(tx, personId);
    await tx.query(
      `INSERT INTO helper_category (municipality_id, person_id, category)
       SELECT municipality_id, person_id, $3 FROM helper_profile WHERE municipality_id = $1 AND person_id = $2
       ON CONFLICT DO NOTHING`,
      [tx.tenancy.municipalityId, personId, category],
    );
  }

  /** No asks until then; null ends a pause. */
  async pause(tx: Transaction, personId: string, until: number | null): Promise<void> {
    await tx.query('UPDATE helper_profile SET paused_until = $3 WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
      until === null ? null : new Date(until),
    ]);
    tx.append('helper-profile.paused', { personId, pausedUntil: until });
  }

  /** Two answers at once take one kind of help away after the other, so that one is left. */
  private async lock(tx: Transaction, personId: string): Promise<void> {
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}
