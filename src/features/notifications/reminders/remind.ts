import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { isFinal, type Acceptance } from '@app/domain/help-request/index.js';
import { reminderTimes } from '@app/domain/schedule/index.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';

const minuteOfDayAt = (instant: number): number => localMoment(instant).minuteOfDay;

/** The newest moment of reminding that has come, if any. */
function dueOf(agreedAt: number, from: number, now: number): number | undefined {
  return reminderTimes({ agreedAt, from }, minuteOfDayAt).findLast((at) => at <= now);
}

/**
 * Reminds both sides of each agreement of one request when PostgreSQL says it is time, and sets the next moment. What was
 * dealt with is a row in the transaction of its event, so a job that runs twice reminds once.
 */
@Injectable()
@HandlesJob('notifications.remind')
export class Remind implements JobHandler<'notifications.remind'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
  ) {}

  async handle({ municipalityId, helpRequestId }: JobMap['notifications.remind']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const request = await this.requests.of(tx, helpRequestId);
      if (!request || isFinal(request.state.status) || request.state.windowFrom <= tx.now) return;
      const agreed = request.state.acceptances.filter(({ status }) => status === 'confirmed');
      for (const acceptance of agreed) await this.remind(tx, request, acceptance);
      const { windowFrom: from } = request.state;
      const coming = agreed.flatMap(({ since }) => reminderTimes({ agreedAt: since, from }, minuteOfDayAt));
      const next = Math.min(...coming.filter((at) => at > tx.now));
      if (Number.isFinite(next)) tx.append('reminder.set', { helpRequestId, dueAt: next });
    });
  }

  private async remind(
    tx: Transaction,
    request: RequestDigestView,
    { id, personId, since }: Acceptance,
  ): Promise<void> {
    const { state, contactId } = request;
    const due = dueOf(since, state.windowFrom, tx.now);
    if (due === undefined) return;
    const noted = await tx.query(
      `INSERT INTO reminder (municipality_id, acceptance_id, due_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING due_at`,
      [tx.tenancy.municipalityId, id, new Date(due)],
    );
    if (noted.length === 0) return;
    const { id: helpRequestId, associationId, version } = state;
    tx.append('reminder.due', { helpRequestId, associationId, version, personId, askerId: contactId });
  }
}

/** Agreements whose moment came without anybody being reminded: their job was lost. */
@Injectable()
@Sweeps('reminder')
export class OverdueReminders implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string; since: Date; window_from: Date; done: Date[] }>(
      `SELECT h.id, a.since, h.window_from,
              ARRAY(SELECT r.due_at FROM reminder r WHERE r.municipality_id = a.municipality_id AND r.acceptance_id = a.id) AS done
         FROM help_request h
         JOIN acceptance a ON a.municipality_id = h.municipality_id AND a.help_request_id = h.id AND a.status = 'confirmed'
        WHERE h.municipality_id = $1 AND h.status IN ('open', 'matched', 'confirmed')
          AND h.window_from > app_now() AND h.window_from < app_now() + interval '36 hours'`,
      [municipalityId],
    );
    const overdue = rows.filter(({ since, window_from: from, done }) => {
      const due = dueOf(since.getTime(), from.getTime(), tx.now - 1_000);
      return due !== undefined && !done.some((at) => at.getTime() === due);
    });
    return [...new Set(overdue.map(({ id }) => id))].map((helpRequestId) => ({
      name: 'notifications.remind',
      data: { municipalityId, helpRequestId },
      id: sweepId(['remind', helpRequestId], tx.now),
    }));
  }
}
