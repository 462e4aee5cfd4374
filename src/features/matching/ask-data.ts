import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { AskRow } from './ask.row.js';
import { AskStore } from './ask.store.js';

/** What a neighbour was asked. The request it was about belongs to somebody else. */
@Injectable()
@HoldsPersonalData('asks', 20)
export class AskData implements PersonalDataHolder {
  constructor(@Inject(AskStore) private readonly asks: AskStore) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const asked = await tx.query(
      `SELECT a.status, a.created_at AS "sentAt", a.answered_at AS "answeredAt", a.decline_reason AS "declineReason",
              a.reasons, h.category
         FROM ask a JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
        WHERE a.municipality_id = $1 AND a.person_id = $2 ORDER BY a.created_at`,
      [tx.tenancy.municipalityId, personId],
    );
    return { asked };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    const pending = await tx.manager.findBy(AskRow, {
      municipalityId: tx.tenancy.municipalityId,
      personId,
      status: 'pending',
    });
    for (const ask of pending) await this.asks.close(tx, ask, 'closed');
  }
}
