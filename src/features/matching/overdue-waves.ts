import { Injectable } from '@nestjs/common';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';

/**
 * Waves whose time has come without a job having noticed, open requests that never had a plan, and those left to a closed
 * association that is closed no longer, or that another one looks after now.
 */
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
       UNION
       SELECT h.id FROM help_request h
         JOIN matching_plan p ON p.municipality_id = $1 AND p.help_request_id = h.id AND p.by_hand
         LEFT JOIN association_area area ON area.municipality_id = $1 AND area.neighbourhood_code = h.neighbourhood_code
         JOIN association owner ON owner.municipality_id = $1 AND owner.moderation_mode <> 'closed'
          AND owner.id = coalesce(area.association_id, (SELECT desk.id FROM association desk
                WHERE desk.municipality_id = $1 AND desk.kind = 'desk' ORDER BY desk.name, desk.id LIMIT 1))
        WHERE h.municipality_id = $1 AND h.status = 'open'
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
