import { Injectable } from '@nestjs/common';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';

/** Requests whose answers should have been learned from. */
@Injectable()
@Sweeps('matching-learning')
export class OverdueLearning implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      'SELECT help_request_id AS id FROM matching_plan WHERE municipality_id = $1 AND learn_at <= app_now() LIMIT 1000',
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'matching.learn',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['learn', id], tx.now),
    }));
  }
}
