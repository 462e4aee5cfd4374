import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';

/** To which gatherings somebody said to come. Of what is over nobody is known any more. */
@Injectable()
@HoldsPersonalData('gatherings', 46)
export class GatheringData implements PersonalDataHolder {
  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const visits = await tx.query(
      `SELECT g.title, d.starts_at AS "startsAt", v.extra AS "broughtAlong", v.said_at AS "saidAt"
         FROM gathering_visit v
         JOIN gathering_date d ON d.municipality_id = v.municipality_id AND d.id = v.gathering_date_id
         JOIN gathering g ON g.municipality_id = d.municipality_id AND g.id = d.gathering_id
        WHERE v.municipality_id = $1 AND v.person_id = $2 ORDER BY d.starts_at`,
      [tx.tenancy.municipalityId, personId],
    );
    return { visits };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('DELETE FROM gathering_visit WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }

  async wasActiveSince(tx: Transaction, personId: string, since: number): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM gathering_visit WHERE municipality_id = $1 AND person_id = $2 AND said_at > $3 LIMIT 1',
      [tx.tenancy.municipalityId, personId, new Date(since)],
    );
    return rows.length > 0;
  }
}
