import { Injectable } from '@nestjs/common';
import type { TrustLevel } from '@app/contracts/http/vocabulary.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** How well a neighbour is known, as choosing and accepting read it. Needs a system transaction. */
@Injectable()
export class HelperTrust {
  /** Null for who never said how they want to help. */
  async of(tx: Transaction, personId: string): Promise<TrustLevel | null> {
    const [row] = await tx.query<{ trust: TrustLevel }>(
      'SELECT trust FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
      [tx.tenancy.municipalityId, personId],
    );
    return row?.trust ?? null;
  }

  async set(tx: Transaction, personId: string, level: TrustLevel): Promise<void> {
    await tx.query('UPDATE helper_profile SET trust = $3 WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
      level,
    ]);
  }
}
