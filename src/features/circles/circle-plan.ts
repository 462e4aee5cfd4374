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
import { repeated, type Repeated } from './repeat.js';

const mostSeries = 20;

/** What repeats in a circle, and leaving out a turn of it: by the caregiver, or by a relative who plans. */
@Injectable()
export class CirclePlan {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
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
      await this.insertSeries(tx, admitted, { id, note, rule: found.rule }, series);
      await this.insertSlots(tx, admitted, id, coming, series.minutes);
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

  private async insertSeries(
    tx: Transaction,
    { circle }: Admitted,
    made: { readonly id: string; readonly note: Buffer } & Pick<Repeated, 'rule'>,
    { category, startDay, untilDay, time, minutes }: NewSeries,
  ): Promise<void> {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    await tx.query(
      `INSERT INTO circle_series (municipality_id, id, circle_id, caregiver_id, category, note_enc, rule, start_day,
                                  until_day, minute_of_day, minutes, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
      [
        tx.tenancy.municipalityId,
        made.id,
        circle.id,
        circle.caregiverId,
        category,
        made.note,
        made.rule,
        startDay,
        untilDay,
        hour * 60 + minute,
        minutes,
      ],
    );
  }

  private async insertSlots(
    tx: Transaction,
    { circle }: Admitted,
    seriesId: string,
    starts: readonly number[],
    minutes: number,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO circle_slot (municipality_id, id, circle_id, caregiver_id, series_id, starts_at, ends_at, status)
       SELECT $1, t.id, $2, $3, $4, t.starts_at, t.starts_at + make_interval(mins => $5), 'open'
         FROM unnest($6::uuid[], $7::timestamptz[]) AS t(id, starts_at)`,
      [
        tx.tenancy.municipalityId,
        circle.id,
        circle.caregiverId,
        seriesId,
        minutes,
        starts.map(() => newId()),
        starts.map((start) => new Date(start)),
      ],
    );
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
