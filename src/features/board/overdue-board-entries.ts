import { Injectable } from '@nestjs/common';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { Sweeps, sweepId, type OverdueWork } from '@app/platform/outbox/sweep.js';

const mostAtOnce = 500;

/**
 * Requests that a board shows wrongly or not at all, because their job was lost. A request just opened
 * gets ten seconds, in which its own job normally comes.
 */
@Injectable()
@Sweeps('board')
export class OverdueBoardEntries implements OverdueWork {
  async overdue(tx: Transaction): Promise<readonly AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT r.id
         FROM help_request r LEFT JOIN board_entry e
           ON e.municipality_id = r.municipality_id AND e.association_id = r.association_id AND e.help_request_id = r.id
        WHERE r.municipality_id = $1 AND r.status IN ('open', 'matched')
          AND coalesce(r.opened_at, r.posted_at) < app_now() - interval '10 seconds'
          AND (e.version IS NULL OR e.version < r.version)
       UNION
       SELECT e.help_request_id
         FROM board_entry e LEFT JOIN help_request r ON r.municipality_id = e.municipality_id AND r.id = e.help_request_id
        WHERE e.municipality_id = $1 AND e.visible AND (r.id IS NULL OR r.status NOT IN ('open', 'matched'))
       LIMIT ${mostAtOnce}`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'board.project',
      data: { municipalityId, helpRequestId: id },
      id: sweepId([id, 'board'], tx.now),
    }));
  }
}
