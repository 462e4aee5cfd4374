import { Inject, Injectable } from '@nestjs/common';
import type { NewSeries } from '@app/contracts/http/circle-shapes.js';
import { decideSlot } from '@app/domain/circle/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { CircleAccess, type Admitted } from './circle-access.js';
import { slotProblem } from './circle-slots.js';
import { sealNote } from './circle-words.js';
import { slotState, type SlotRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';
import { repeated } from './repeat.js';
import { mostSeries, SeriesWriter } from './series-writer.js';

/** What repeats in a circle, and leaving out a turn of it: by the caregiver, or by a relative who plans. */
@Injectable()
export class CirclePlan {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(SeriesWriter) private readonly writer: SeriesWriter,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async add(actor: PersonActor, circleId: string, series: NewSeries): Promise<{ id: string; turns: number }> {
    const id = newId();
    const note = await this.sealed(actor, circleId, id, series.summary);
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const admitted = await this.access.admitToRunning(tx, actor.personId, circleId, 'plan');
      if ((await this.store.series(tx, circleId)).length >= mostSeries)
        throw new ProblemError('too-many-requests', { detail: 'Stop eerst iets dat zich nu herhaalt.' });
      const found = repeated(series);
      const coming = found?.starts.filter((start) => start > tx.now) ?? [];
      if (!found || coming.length === 0) throw new ProblemError('window-in-past');
      await this.writer.insert(tx, admitted.circle, { ...series, id, note, rule: found.rule }, coming);
      await this.notePlanning(tx, actor, admitted, id);
      tx.append('circle.changed', { circleId });
      return { id, turns: coming.length };
    });
  }

  /** Whoever holds a turn that goes is told; what stands on the board stays there, as any other request. */
  async end(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const series = await this.store.oneSeries(tx, id);
      if (!series) throw new ProblemError('not-found');
      const admitted = await this.access.admit(tx, actor.personId, series.circleId, 'plan');
      for (const slot of await this.store.lockComing(tx, { circleId: series.circleId, seriesId: id }))
        await this.drop(tx, slot);
      await tx.query(
        'UPDATE circle_series SET ended_at = coalesce(ended_at, app_now()) WHERE municipality_id = $1 AND id = $2',
        [tx.tenancy.municipalityId, id],
      );
      await this.notePlanning(tx, actor, admitted, id);
      tx.append('circle.changed', { circleId: series.circleId });
    });
  }

  async leaveOut(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const seen = await this.store.slot(tx, id);
      if (!seen) throw new ProblemError('not-found');
      const admitted = await this.access.admitToRunning(tx, actor.personId, seen.circleId, 'plan');
      const slot = await this.store.lockSlot(tx, id);
      if (!slot) throw new ProblemError('not-found');
      await this.drop(tx, slot);
      await this.notePlanning(tx, actor, admitted, slot.seriesId);
      tx.append('circle.changed', { circleId: slot.circleId });
    });
  }

  /** Leaves out one locked turn and tells whoever held it. */
  async drop(tx: Transaction, slot: SlotRow): Promise<void> {
    const decision = decideSlot({ type: 'cancel' }, slotState(slot), tx.now);
    if (!decision.ok) throw slotProblem(decision.refusal);
    await this.store.writeSlot(tx, slot.id, decision.slot);
    if (slot.takerId !== null)
      tx.append('circle.news', { news: 'left-out', subjectId: slot.id, personIds: [slot.takerId] });
  }

  /** The key of the caregiver is not there in the name of a relative; who may plan is looked at before anything is kept. */
  private sealed(actor: PersonActor, circleId: string, id: string, text: string): Promise<Buffer> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const { circle } = await this.access.admitToRunning(tx, actor.personId, circleId, 'plan');
      return sealNote(await this.vault.cipherOf(tx, circle.caregiverId), id, text);
    });
  }

  /** What a relative does with the days of a caregiver leaves a trace that the caregiver can be told of. */
  private async notePlanning(
    tx: Transaction,
    { personId }: PersonActor,
    { circle, role }: Admitted,
    seriesId: string,
  ): Promise<void> {
    if (role !== 'relative') return;
    await this.audit.record(tx, {
      act: 'circle-planned',
      actorId: personId,
      subjectId: circle.caregiverId,
      aboutId: seriesId,
    });
  }
}
