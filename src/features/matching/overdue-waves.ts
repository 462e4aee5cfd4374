import { Injectable } from '@nestjs/common';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';

/** Waves whose time has come without a job having noticed, and open requests that never had a plan. */
@Injectable()
@Sweeps('matching-wave')
export class OverdueWaves implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT help_request_id AS id FROM matching_plan WHERE municipality_id = $1 AND next_wave_at <= app_now()
       UNION
       SELECT h.id FROM help_request h
        WHERE h.municipality_id = $1 AND h.status = 'open' AND h.opened_at < app_now() - interval '10 seconds'
          AND NOT EXISTS (SELECT 1 FROM matching_plan p WHERE p.municipality_id = $1 AND p.help_request_id = h.id)
       LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'matching.plan-wave',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['wave', id], tx.now),
    }));
  }
}
