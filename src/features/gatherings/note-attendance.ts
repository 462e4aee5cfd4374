import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { GatheringStore } from './gathering.store.js';
import { Organised } from './organised.js';

/** An organiser notes how many people came to one date, or that it did not happen: a number, and nobody by name. */
@Injectable()
export class NoteAttendance {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
    @Inject(Organised) private readonly organised: Organised,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /**
   * @param came people, or null when it did not happen
   * @throws ProblemError not-found; not-open before it begins; not-active-any-more for what was cancelled
   */
  run(actor: PersonActor, dateId: string, came: number | null): Promise<void> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const date = await this.organised.date(tx, actor, dateId);
      if (date.status === 'cancelled')
        throw new ProblemError('not-active-any-more', { detail: 'Deze keer ging niet door.' });
      if (date.startsAt.getTime() > tx.now)
        throw new ProblemError('not-open', { detail: 'Deze keer is nog niet begonnen.' });
      const outcome = came === null ? 'not-held' : 'held';
      if (date.outcome === outcome && date.came === came) return;
      await tx.query('UPDATE gathering_date SET outcome = $3, came = $4 WHERE municipality_id = $1 AND id = $2', [
        tx.tenancy.municipalityId,
        dateId,
        outcome,
        came,
      ]);
      const gathering = await this.store.gathering(tx, date.gatheringId);
      if (!gathering) throw new Error('A date belongs to a gathering');
      const { associationId, day, gatheringId } = date;
      tx.append('gathering.over', {
        gatheringId,
        gatheringDateId: dateId,
        day,
        kind: gathering.kind,
        outcome,
        came: came ?? 0,
      });
      tx.append('work.touched', { associationId });
      await this.audit.record(tx, {
        act: 'gathering-noted',
        actorId: actor.personId,
        associationId,
        aboutId: dateId,
        details: { outcome, came },
      });
    });
  }
}
