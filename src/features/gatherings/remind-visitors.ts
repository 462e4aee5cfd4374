import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { HOUR } from '@app/domain/kernel/time.js';
import { reminderTimes } from '@app/domain/schedule/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';

/** Nobody waits at a gathering for one person: a reminder shortly before it, as of an agreement, is one too many. */
const shortly = 3 * HOUR;

interface NearVisit {
  readonly dateId: string;
  readonly personId: string;
  readonly saidAt: Date;
  readonly startsAt: Date;
}

const near = `d.status = 'planned' AND v.reminded_for IS NULL
  AND d.starts_at > app_now() AND d.starts_at < app_now() + interval '36 hours'`;
const visits = `SELECT d.id AS "dateId", v.person_id AS "personId", v.said_at AS "saidAt", d.starts_at AS "startsAt"
  FROM gathering_visit v
  JOIN gathering_date d ON d.municipality_id = v.municipality_id AND d.id = v.gathering_date_id
 WHERE v.municipality_id = $1 AND ${near}`;

/** The evening before, once it has come, for who did not say so just now. */
function dueOf({ saidAt, startsAt }: NearVisit, now: number): number | undefined {
  const from = startsAt.getTime();
  const times = reminderTimes({ agreedAt: saidAt.getTime(), from }, (at) => localMoment(at).minuteOfDay);
  return times.find((at) => at <= now && at < from - shortly);
}

/** Reminds who said to come, the evening before; each person once for each date. */
@Injectable()
@HandlesJob('gatherings.remind')
export class RemindVisitors implements JobHandler<'gatherings.remind'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, gatheringDateId }: JobMap['gatherings.remind']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const rows = await tx.query<NearVisit>(`${visits} AND d.id = $2 FOR UPDATE OF v`, [
        municipalityId,
        gatheringDateId,
      ]);
      const due = rows.filter((row) => dueOf(row, tx.now) !== undefined);
      if (due.length === 0) return;
      const personIds = due.map(({ personId }) => personId);
      await tx.query(
        `UPDATE gathering_visit SET reminded_for = app_now()
          WHERE municipality_id = $1 AND gathering_date_id = $2 AND person_id = ANY ($3::uuid[])`,
        [municipalityId, gatheringDateId, personIds],
      );
      tx.append('gathering.news', { news: 'reminder', subjectId: gatheringDateId, personIds });
    });
  }
}

/** Dates that are near, of which somebody was not reminded. */
@Injectable()
@Sweeps('gathering-reminder')
export class VisitsToRemindOf implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<NearVisit>(visits, [municipalityId]);
    const dateIds = new Set(rows.filter((row) => dueOf(row, tx.now) !== undefined).map(({ dateId }) => dateId));
    return [...dateIds].map((gatheringDateId) => ({
      name: 'gatherings.remind',
      data: { municipalityId, gatheringDateId },
      id: sweepId(['gathering-remind', gatheringDateId], tx.now),
    }));
  }
}
