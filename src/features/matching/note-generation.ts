import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { AskingPolicyStore } from './asking-policy.store.js';

/** An update of the service that asks by other numbers is a change like any other: it stands among the changes. */
@Injectable()
@HandlesJob('matching.note-generation')
export class NoteGeneration implements JobHandler<'matching.note-generation'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskingPolicyStore) private readonly store: AskingPolicyStore,
  ) {}

  async handle({ municipalityId }: JobMap['matching.note-generation']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.noteGeneration(tx));
  }
}

/** A municipality with an organisation of which it is not written down yet by which generation it is asked. */
@Injectable()
@Sweeps('policy-generation')
export class UnnotedGeneration implements OverdueWork {
  constructor(@Inject(AskingPolicyStore) private readonly store: AskingPolicyStore) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    if (!(await this.store.isBehind(tx))) return [];
    return [
      {
        name: 'matching.note-generation',
        data: { municipalityId },
        id: sweepId(['note-generation', municipalityId], tx.now),
      },
    ];
  }
}
