import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { DecisionStore } from './decision.store.js';

/** Decisions go when their time is over, also where nobody asks for anything any more. */
@Injectable()
@HandlesJob('matching.forget-decisions')
export class ForgetDecisions implements JobHandler<'matching.forget-decisions'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DecisionStore) private readonly store: DecisionStore,
  ) {}

  async handle({ municipalityId }: JobMap['matching.forget-decisions']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.forgetOld(tx));
  }
}

/** A municipality with a decision that should have gone. */
@Injectable()
@Sweeps('old-decisions')
export class OldDecisions implements OverdueWork {
  constructor(@Inject(DecisionStore) private readonly store: DecisionStore) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    if (!(await this.store.hasOld(tx))) return [];
    return [
      {
        name: 'matching.forget-decisions',
        data: { municipalityId },
        id: sweepId(['forget-decisions', municipalityId], tx.now),
      },
    ];
  }
}
