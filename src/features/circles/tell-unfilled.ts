import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { mondayOf } from './week.js';

/** Monday, from nine o'clock: the week lies ahead, and nobody is woken. */
const fromMinute = 9 * 60;

/** Circles with turns of the coming two weeks that nobody has; `c` is the circle, $2 this Monday. */
const untold = `c.ended_at IS NULL AND c.told_week < $2 AND EXISTS (SELECT 1 FROM circle_slot s
  WHERE s.municipality_id = c.municipality_id AND s.circle_id = c.id AND s.status = 'open'
    AND s.starts_at BETWEEN app_now() AND app_now() + interval '14 days')`;

/** Tells the caregiver and everyone who takes turns, once a week, which turns nobody has. */
@Injectable()
@HandlesJob('circles.tell-unfilled')
export class TellUnfilled implements JobHandler<'circles.tell-unfilled'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, circleId }: JobMap['circles.tell-unfilled']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const [told] = await tx.query<{ caregiver_id: string }>(
        `UPDATE circle c SET told_week = $2 WHERE c.municipality_id = $1 AND c.id = $3 AND ${untold} RETURNING caregiver_id`,
        [municipalityId, mondayOf(tx.now), circleId],
      );
      if (!told) return;
      const members = await tx.query<{ person_id: string }>(
        `SELECT person_id FROM circle_member
          WHERE municipality_id = $1 AND circle_id = $2 AND status = 'active' AND role <> 'casemanager'`,
        [municipalityId, circleId],
      );
      const personIds = [told.caregiver_id, ...members.map(({ person_id: id }) => id)];
      tx.append('circle.news', { news: 'unfilled', subjectId: circleId, personIds });
    });
  }
}

/** Circles that were not told this week. */
@Injectable()
@Sweeps('circle-week')
export class UntoldCircles implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const { weekday, minuteOfDay } = localMoment(tx.now);
    if (weekday !== 'monday' || minuteOfDay < fromMinute) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT c.id FROM circle c WHERE c.municipality_id = $1 AND ${untold} LIMIT 1000`,
      [municipalityId, mondayOf(tx.now)],
    );
    return rows.map(({ id }) => ({
      name: 'circles.tell-unfilled',
      data: { municipalityId, circleId: id },
      id: sweepId(['unfilled', id], tx.now),
    }));
  }
}
