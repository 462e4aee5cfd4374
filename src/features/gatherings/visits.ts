import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { GatheringStore } from './gathering.store.js';
import { visitRefusal } from './visit.policy.js';

/** People say that they come, and that they do not after all. The date is locked, so that the last seat is given once. */
@Injectable()
export class Visits {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
  ) {}

  /**
   * Saying it again changes how many come along.
   * @throws ProblemError not-found; not-open when there are too few seats; not-active-any-more
   */
  come({ municipalityId, personId }: PersonActor, dateId: string, extra: number): Promise<void> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const date = await this.store.date(tx, dateId, true);
      const gathering = date && (await this.store.gathering(tx, date.gatheringId));
      if (!date || !gathering) throw new ProblemError('not-found');
      const refusal = visitRefusal({
        status: date.status,
        startsAt: date.startsAt.getTime(),
        seats: gathering.seats,
        others: date.expected - (await ownSeats(tx, dateId, personId)),
        wanted: 1 + extra,
        now: tx.now,
      });
      if (refusal === 'full') throw new ProblemError('not-open', { detail: 'Er zijn niet genoeg plekken meer.' });
      if (refusal) throw new ProblemError('not-active-any-more', { detail: overDetails[refusal] });
      await tx.query(
        `INSERT INTO gathering_visit (municipality_id, gathering_date_id, person_id, extra, said_at)
         VALUES ($1, $2, $3, $4, app_now())
         ON CONFLICT (municipality_id, gathering_date_id, person_id) DO UPDATE SET extra = excluded.extra`,
        [municipalityId, dateId, personId, extra],
      );
      tx.append('work.touched', { associationId: date.associationId });
    });
  }

  /** Who did not say so stays away already. @throws ProblemError not-found for a date that never was */
  stayAway({ municipalityId, personId }: PersonActor, dateId: string): Promise<void> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const date = await this.store.date(tx, dateId, true);
      if (!date) throw new ProblemError('not-found');
      await tx.query(
        'DELETE FROM gathering_visit WHERE municipality_id = $1 AND gathering_date_id = $2 AND person_id = $3',
        [municipalityId, dateId, personId],
      );
      tx.append('work.touched', { associationId: date.associationId });
    });
  }
}

const overDetails = { cancelled: 'Deze keer gaat niet door.', over: 'Deze keer is al begonnen.' };

async function ownSeats(tx: Transaction, dateId: string, personId: string): Promise<number> {
  const [mine] = await tx.query<{ seats: number }>(
    `SELECT 1 + extra AS seats FROM gathering_visit
      WHERE municipality_id = $1 AND gathering_date_id = $2 AND person_id = $3`,
    [tx.tenancy.municipalityId, dateId, personId],
  );
  return mine?.seats ?? 0;
}
