import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';

/** Who was invited by which organisation. */
@Injectable()
@HoldsPersonalData('member-invitations', 2)
export class InvitationData implements PersonalDataHolder {
  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const invitations = await tx.query(
      `SELECT a.name AS "by", i.invited_at AS "invitedAt", i.sent_at AS "sentAt" FROM member_invitation i
         JOIN association a ON a.municipality_id = i.municipality_id AND a.id = i.association_id
        WHERE i.municipality_id = $1 AND i.person_id = $2`,
      [tx.tenancy.municipalityId, personId],
    );
    return { invitations };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('DELETE FROM member_invitation WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}
