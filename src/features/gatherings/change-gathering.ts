import { Inject, Injectable } from '@nestjs/common';
import type { GatheringChange } from '@app/contracts/http/gathering-shapes.js';
import { HOUR, MINUTE } from '@app/domain/kernel/time.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { refuseStrange } from './announce-gathering.js';
import { dayAt } from './gathering-days.js';
import type { GatheringDateRow, GatheringRow } from './gathering.rows.js';
import { GatheringStore } from './gathering.store.js';
import { Organised } from './organised.js';

/** A cancellation of what begins within this time is told at once, also in the quiet hours. */
const tooSoonToWait = 12 * HOUR;

/** An organiser changes what was announced, and cancels one date or all that are still to come. */
@Injectable()
export class ChangeGathering {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
    @Inject(Organised) private readonly organised: Organised,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /** @throws ProblemError not-found, unknown-neighbourhood, not-active-any-more */
  edit(actor: PersonActor, id: string, change: GatheringChange): Promise<void> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const before = await this.organised.gathering(tx, actor, id);
      await refuseStrange(tx, this.areas, change.neighbourhoodCode);
      const coming = await this.coming(tx, id);
      if (coming.length === 0) throw new ProblemError('not-active-any-more', { detail: 'Deze ontmoeting is voorbij.' });
      await this.store.change(tx, id, change);
      for (const date of coming) await this.move(tx, before, date, change);
      await this.note(tx, actor, 'gathering-changed', before.associationId, id);
    });
  }

  /** Cancelling what has no dates to come changes nothing. @throws ProblemError not-found */
  end(actor: PersonActor, id: string): Promise<void> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const { associationId, endedAt } = await this.organised.gathering(tx, actor, id);
      for (const date of await this.coming(tx, id)) await this.cancelOne(tx, date);
      if (endedAt) return;
      await tx.query('UPDATE gathering SET ended_at = app_now() WHERE municipality_id = $1 AND id = $2', [
        tx.tenancy.municipalityId,
        id,
      ]);
      await this.note(tx, actor, 'gathering-ended', associationId, id);
    });
  }

  /** @throws ProblemError not-found, not-active-any-more */
  cancelDate(actor: PersonActor, id: string): Promise<void> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const date = await this.organised.date(tx, actor, id);
      if (date.status === 'cancelled') return;
      if (date.startsAt.getTime() <= tx.now)
        throw new ProblemError('not-active-any-more', { detail: 'Deze keer is al begonnen.' });
      await this.cancelOne(tx, date);
      await this.note(tx, actor, 'gathering-date-cancelled', date.associationId, id);
    });
  }

  private async coming(tx: Transaction, gatheringId: string): Promise<GatheringDateRow[]> {
    const dates = await this.store.datesSince(tx, [gatheringId], new Date(tx.now));
    return dates.filter(({ status, startsAt }) => status === 'planned' && startsAt.getTime() > tx.now);
  }

  /** On the same day, at the time of the change; what would begin in the past stays as it was. */
  private async move(
    tx: Transaction,
    before: GatheringRow,
    date: GatheringDateRow,
    { time, minutes, place, neighbourhoodCode }: GatheringChange,
  ): Promise<void> {
    const startsAt = dayAt(date.day, time);
    if (startsAt <= tx.now)
      throw new ProblemError('not-active-any-more', { detail: 'Die tijd is vandaag al voorbij.' });
    await this.store.move(tx, date.id, { startsAt, endsAt: startsAt + minutes * MINUTE });
    const moved = startsAt !== date.startsAt.getTime();
    const elsewhere = place !== before.place || neighbourhoodCode !== before.neighbourhoodCode;
    if (moved || elsewhere) await this.tell(tx, 'changed', date.id);
  }

  private async cancelOne(tx: Transaction, date: GatheringDateRow): Promise<void> {
    await this.store.cancel(tx, date.id);
    await this.tell(tx, date.startsAt.getTime() - tx.now <= tooSoonToWait ? 'cancelled-now' : 'cancelled', date.id);
  }

  private async tell(tx: Transaction, news: 'changed' | 'cancelled' | 'cancelled-now', dateId: string): Promise<void> {
    const personIds = await this.store.visitorsOf(tx, dateId);
    if (personIds.length > 0) tx.append('gathering.news', { news, subjectId: dateId, personIds });
  }

  private async note(
    tx: Transaction,
    { personId: actorId }: PersonActor,
    act: AuditAct,
    associationId: string,
    aboutId: string,
  ): Promise<void> {
    await this.audit.record(tx, { act, actorId, associationId, aboutId });
    tx.append('work.touched', { associationId });
  }
}
