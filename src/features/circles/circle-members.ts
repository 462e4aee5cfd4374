import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { decideSlot } from '@app/domain/circle/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { CircleAccess } from './circle-access.js';
import { slotState, type MemberRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';

/** Coming in, by the yes of the caregiver, and going out. Nobody keeps a turn in a circle they are not in. */
@Injectable()
@HandlesJob('circles.part')
export class CircleMembers implements JobHandler<'circles.part'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async admit(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const member = await this.store.member(tx, id, true);
      // Somebody's own waiting place is theirs to see, and not theirs to open.
      if (member?.caregiverId !== actor.personId) throw new ProblemError('not-found');
      await this.access.admitToRunning(tx, actor.personId, member.circleId, 'manage');
      if (member.status === 'active') return;
      await tx.query(`UPDATE circle_member SET status = 'active' WHERE municipality_id = $1 AND id = $2`, [
        tx.tenancy.municipalityId,
        id,
      ]);
      tx.append('circle.news', { news: 'joined', subjectId: id, personIds: [member.personId] });
      tx.append('circle.changed', { circleId: member.circleId });
    });
  }

  /** By the member or by the caregiver; for anyone else the membership is not there. */
  async remove(actor: PersonActor, id: string): Promise<void> {
    const own = await this.unitOfWork.run(asPerson(actor), (tx) => this.store.member(tx, id));
    if (!own) throw new ProblemError('not-found');
    // Turns of others' are not for one person to touch, so the rest is done by the system.
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const member = await this.store.member(tx, id, true);
      if (!member) return;
      const removed = member.personId !== actor.personId;
      await this.letGo(tx, member, removed);
      if (!removed) return;
      await this.audit.record(tx, {
        act: 'circle-member-removed',
        actorId: actor.personId,
        subjectId: member.personId,
        aboutId: member.circleId,
      });
    });
  }

  /** After a block, whoever of the two wanted it, the one is not in the circle of the other any more. */
  async handle({ municipalityId, personId, otherId }: JobMap['circles.part']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT id FROM circle_member WHERE municipality_id = $1
            AND ((caregiver_id = $2 AND person_id = $3) OR (caregiver_id = $3 AND person_id = $2))`,
        [municipalityId, personId, otherId],
      );
      for (const { id } of rows) {
        const member = await this.store.member(tx, id, true);
        if (member) await this.letGo(tx, member, member.caregiverId === personId);
      }
    });
  }

  /** Opens what this person would have done, and takes the membership away. `told`: they did not choose it themselves. */
  private async letGo(tx: Transaction, { id, circleId, personId }: MemberRow, told: boolean): Promise<void> {
    for (const slot of await this.store.lockComing(tx, { circleId, takerId: personId })) {
      const decision = decideSlot({ type: 'give-back', personId }, slotState(slot), tx.now);
      if (!decision.ok) continue;
      await this.store.writeSlot(tx, slot.id, decision.slot);
      if (told) tx.append('circle.news', { news: 'left-out', subjectId: slot.id, personIds: [personId] });
    }
    await this.store.forgetSwapsTo(tx, circleId, personId);
    await tx.query('DELETE FROM circle_member WHERE municipality_id = $1 AND id = $2', [tx.tenancy.municipalityId, id]);
    tx.append('circle.changed', { circleId });
  }
}
