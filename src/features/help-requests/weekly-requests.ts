import { Inject, Injectable } from '@nestjs/common';
import type { Weekly } from '@app/contracts/http/repeat.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HelpRequestRow } from './help-request.row.js';
import { RequestWordsVault } from './request-words.js';

/** A request that is the first time of what comes back every week, in the clear. */
export interface WeeklyRequest {
  readonly id: string;
  readonly askerId: string;
  readonly category: Category;
  readonly summary: string;
  readonly address: string | null;
  readonly neighbourhoodCode: string;
  readonly minutes: number;
  /** Of the first time, milliseconds since the epoch. */
  readonly from: number;
  readonly weekly: Weekly;
}

/** Confirmed by its asker and not over; `h` is the request. */
const waits = `h.weekly IS NOT NULL AND h.weekly_planned_at IS NULL
  AND h.status IN ('in-review', 'open', 'matched', 'confirmed')`;

/** Hands out, once each, the requests whose later times still have to be planned. Needs a system transaction. */
@Injectable()
export class WeeklyRequests {
  constructor(
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
  ) {}

  /** @returns nothing when another transaction had it, or its asker has not confirmed it */
  async take(tx: Transaction, id: string): Promise<WeeklyRequest | undefined> {
    const { municipalityId } = tx.tenancy;
    const taken = await tx.query(
      `UPDATE help_request h SET weekly_planned_at = app_now()
        WHERE h.municipality_id = $1 AND h.id = $2 AND ${waits} RETURNING h.id`,
      [municipalityId, id],
    );
    const row = taken.length > 0 && (await tx.manager.findOneBy(HelpRequestRow, { municipalityId, id }));
    if (!row || !row.weekly) return undefined;
    const cipher = await this.vault.cipherOf(tx, row.askerId);
    return {
      id,
      askerId: row.askerId,
      category: row.category as Category,
      summary: this.words.open(cipher, id, 'summary_enc', row.summaryEnc) ?? '',
      address: this.words.open(cipher, id, 'address_enc', row.addressEnc),
      neighbourhoodCode: row.neighbourhoodCode,
      minutes: row.expectedMinutes,
      from: row.windowFrom,
      weekly: row.weekly,
    };
  }

  /** Requests that wait, the oldest first. */
  async waiting(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT h.id FROM help_request h WHERE h.municipality_id = $1 AND ${waits} ORDER BY h.posted_at LIMIT 200`,
      [tx.tenancy.municipalityId],
    );
    return rows.map(({ id }) => id);
  }
}
