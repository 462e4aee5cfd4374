import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { reminderTimes } from '@app/domain/schedule/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';

interface NearRow {
  readonly id: string;
  readonly taker_id: string;
  readonly taken_at: Date;
  readonly starts_at: Date;
  readonly reminded_for: Date | null;
}

const near = `status = 'taken' AND starts_at > app_now() AND starts_at < app_now() + interval '36 hours'`;
const columns = 'id, taker_id, taken_at, starts_at, reminded_for';

/** The newest moment of reminding that has come and was not dealt with, if any. */
function dueOf(
  { taken_at: takenAt, starts_at: startsAt, reminded_for: done }: NearRow,
  now: number,
): number | undefined {
  const times = reminderTimes(
    { agreedAt: takenAt.getTime(), from: startsAt.getTime() },
    (at) => localMoment(at).minuteOfDay,
  );
  const due = times.findLast((at) => at <= now);
  return due !== undefined && (done === null || done.getTime() < due) ? due : undefined;
}

/** Reminds whoever holds a turn, at the same moments as of any agreement; each moment once. */
@Injectable()
@HandlesJob('circles.remind')
export class RemindTakers implements JobHandler<'circles.remind'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, slotId }: JobMap['circles.remind']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const [row] = await tx.query<NearRow>(
        `SELECT ${columns} FROM circle_slot WHERE municipality_id = $1 AND id = $2 AND ${near} FOR UPDATE`,
        [municipalityId, slotId],
      );
      const due = row && dueOf(row, tx.now);
      if (!row || due === undefined) return;
      await tx.query('UPDATE circle_slot SET reminded_for = $3 WHERE municipality_id = $1 AND id = $2', [
        municipalityId,
        slotId,
        new Date(due),
      ]);
      tx.append('circle.news', { news: 'reminder', subjectId: slotId, personIds: [row.taker_id] });
    });
  }
}

/** Turns that are near, and of which nobody was reminded. */
@Injectable()
@Sweeps('circle-reminder')
export class TurnsToRemindOf implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<NearRow>(`SELECT ${columns} FROM circle_slot WHERE municipality_id = $1 AND ${near}`, [
      municipalityId,
    ]);
    return rows
      .filter((row) => dueOf(row, tx.now) !== undefined)
      .map(({ id }) => ({
        name: 'circles.remind',
        data: { municipalityId, slotId: id },
        id: sweepId(['circle-remind', id], tx.now),
      }));
  }
}
