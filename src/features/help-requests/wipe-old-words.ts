import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { retention } from '@app/domain/kernel/retention.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { wipeWords } from './request-data.js';

/** Long enough to come back to what was asked, and to a complaint about it. */
const hadItsTime = `closed_at <= app_now() - interval '${retention.wordsDays} days'`;

/** The words of a request go some time after it closed; that there was one stays, for the figures. */
@Injectable()
@HandlesJob('help-requests.wipe-words')
export class WipeOldWords implements JobHandler<'help-requests.wipe-words'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, helpRequestId }: JobMap['help-requests.wipe-words']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      wipeWords(tx, `id = $2 AND ${hadItsTime}`, helpRequestId),
    );
  }
}

/** Requests whose words should have gone. */
@Injectable()
@Sweeps('old-words')
export class OldWords implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM help_request WHERE municipality_id = $1 AND ${hadItsTime}
          AND (summary_enc IS NOT NULL OR address_enc IS NOT NULL OR contact_enc IS NOT NULL OR outcome_note_enc IS NOT NULL)
        LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'help-requests.wipe-words',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['wipe-words', id], tx.now),
    }));
  }
}
