import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { FeedbackStore, hadItsTime } from './feedback.store.js';

/** What was written about the site goes when its time is over, read or not. */
@Injectable()
@HandlesJob('feedback.forget')
export class ForgetFeedback implements JobHandler<'feedback.forget'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FeedbackStore) private readonly store: FeedbackStore,
  ) {}

  async handle({ municipalityId }: JobMap['feedback.forget']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.removeOld(tx));
  }
}

/** A municipality with something that should have gone. */
@Injectable()
@Sweeps('old-feedback')
export class OldFeedback implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query(`SELECT 1 FROM feedback WHERE municipality_id = $1 AND ${hadItsTime} LIMIT 1`, [
      municipalityId,
    ]);
    if (rows.length === 0) return [];
    return [
      {
        name: 'feedback.forget',
        data: { municipalityId },
        id: sweepId(['forget-feedback', municipalityId], tx.now),
      },
    ];
  }
}
