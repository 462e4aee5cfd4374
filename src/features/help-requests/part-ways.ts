import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { waitingAtLimit } from './accept-help-request.js';
import { HelpRequestStore } from './help-request.store.js';
import { RequestDecider } from './request-decider.js';

/**
 * Front door for features to the right: ends what two people have agreed, without saying why. Whoever helped is told
 * that the help is not needed, so that nobody stands at a door; whoever asked, that the neighbour cannot come.
 */
@Injectable()
export class PartWays {
  constructor(
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
  ) {}

  /** Needs a system transaction; `leaverId` is the one who wants to part, and is told nothing. */
  async run(tx: Transaction, leaverId: string, otherId: string): Promise<void> {
    const shared = await tx.query<{ id: string; helper_id: string }>(
      `SELECT h.id, a.person_id AS helper_id FROM help_request h
         JOIN acceptance a ON a.municipality_id = h.municipality_id AND a.help_request_id = h.id
        WHERE h.municipality_id = $1 AND a.status IN ('accepted', 'confirmed', 'waitlisted')
          AND ((h.asker_id = $2 AND a.person_id = $3) OR (h.asker_id = $3 AND a.person_id = $2)) ORDER BY h.id`,
      [tx.tenancy.municipalityId, leaverId, otherId],
    );
    for (const { id, helper_id: personId } of shared) {
      const loaded = await this.store.lock(tx, id);
      if (!loaded) continue;
      const partedBy = leaverId === personId ? 'helper' : 'asker';
      // Refused when it is over already: then there is nothing left to end.
      const personIdsAtLimit = await waitingAtLimit(tx, loaded.state);
      await this.decider.apply(tx, loaded, { type: 'withdraw', personId, personIdsAtLimit }, {}, partedBy);
    }
  }
}
