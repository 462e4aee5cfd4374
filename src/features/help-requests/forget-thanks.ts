import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { retention } from '@app/domain/kernel/retention.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';

/** The help was over long enough ago; `thanks` is the name that the table has in the statement. */
export function hadTheirTime(thanks: string): string {
  return `EXISTS (SELECT 1 FROM help_request h WHERE h.municipality_id = ${thanks}.municipality_id
    AND h.id = ${thanks}.help_request_id AND h.closed_at <= app_now() - interval '${retention.wordsDays} days')`;
}

/** Thanks go with the words of the request they are about. */
@Injectable()
@HandlesJob('help-requests.forget-thanks')
export class ForgetThanks implements JobHandler<'help-requests.forget-thanks'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, helpRequestId }: JobMap['help-requests.forget-thanks']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query(
        `DELETE FROM thanks t WHERE t.municipality_id = $1 AND t.help_request_id = $2 AND ${hadTheirTime('t')}`,
        [municipalityId, helpRequestId],
      ),
    );
  }
}

/** Thanks that should have gone. */
@Injectable()
@Sweeps('old-thanks')
export class OldThanks implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT t.help_request_id AS id FROM thanks t WHERE t.municipality_id = $1 AND ${hadTheirTime('t')} LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'help-requests.forget-thanks',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['forget-thanks', id], tx.now),
    }));
  }
}
