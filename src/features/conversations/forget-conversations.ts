import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { retention } from '@app/domain/kernel/retention.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';

/** The same time as the policy keeps a conversation readable. */
const hadItsTime = `EXISTS (SELECT 1 FROM help_request h WHERE h.municipality_id = c.municipality_id
  AND h.id = c.help_request_id AND h.closed_at <= app_now() - interval '${retention.wordsDays} days')`;

/** Messages go some time after the help. */
@Injectable()
@HandlesJob('conversations.forget')
export class ForgetConversations implements JobHandler<'conversations.forget'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, helpRequestId }: JobMap['conversations.forget']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query(`DELETE FROM conversation c WHERE c.municipality_id = $1 AND c.help_request_id = $2 AND ${hadItsTime}`, [
        municipalityId,
        helpRequestId,
      ]),
    );
  }
}

/** Conversations that should have gone. */
@Injectable()
@Sweeps('old-conversation')
export class OldConversations implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT c.help_request_id AS id FROM conversation c
        WHERE c.municipality_id = $1 AND ${hadItsTime} LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'conversations.forget',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['forget-messages', id], tx.now),
    }));
  }
}
