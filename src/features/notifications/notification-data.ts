import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';

/** That messages went to a person, and how. Their words are made when sent, from what belongs to others as well. */
@Injectable()
@HoldsPersonalData('messages', 30)
export class NotificationData implements PersonalDataHolder {
  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const sent = await tx.query(
      `SELECT template, channel, status, created_at AS "createdAt", sent_at AS "sentAt", read_at AS "readAt"
         FROM notification WHERE municipality_id = $1 AND recipient_id = $2 ORDER BY created_at`,
      [tx.tenancy.municipalityId, personId],
    );
    return { sent };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    const key = [tx.tenancy.municipalityId, personId];
    await tx.query('DELETE FROM notification WHERE municipality_id = $1 AND recipient_id = $2', key);
    await tx.query('DELETE FROM calendar_feed WHERE municipality_id = $1 AND person_id = $2', key);
  }
}
