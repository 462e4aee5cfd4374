import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { TrustStore } from './trust.store.js';

/** Who vouched for a person, and that a certificate of conduct was seen. Who did so is somebody else. */
@Injectable()
@HoldsPersonalData('trust', 24)
export class TrustData implements PersonalDataHolder {
  constructor(@Inject(TrustStore) private readonly store: TrustStore) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const key = [tx.tenancy.municipalityId, personId];
    const vouchings = await tx.query(
      `SELECT a.name AS organisation, v.at, v.ended_at AS "endedAt" FROM vouching v
         JOIN association a ON a.municipality_id = v.municipality_id AND a.id = v.association_id
        WHERE v.municipality_id = $1 AND v.person_id = $2 ORDER BY v.at`,
      key,
    );
    const certificates = await tx.query(
      `SELECT g.issued_on::text AS "issuedOn", g.expires_on::text AS "expiresOn", g.checked_at AS "checkedAt",
              g.ended_at AS "endedAt", a.name AS organisation FROM vog_check g
         JOIN association a ON a.municipality_id = g.municipality_id AND a.id = g.association_id
        WHERE g.municipality_id = $1 AND g.person_id = $2 ORDER BY g.checked_at`,
      key,
    );
    return { vouchings, certificates };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    const key = [tx.tenancy.municipalityId, personId];
    await tx.query('DELETE FROM vouching WHERE municipality_id = $1 AND person_id = $2', key);
    await tx.query('DELETE FROM vog_check WHERE municipality_id = $1 AND person_id = $2', key);
    await tx.query('DELETE FROM vouch_try WHERE municipality_id = $1 AND person_id = $2', key);
    await this.store.followLevel(tx, personId);
  }
}
