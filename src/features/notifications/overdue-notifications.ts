import { Injectable } from '@nestjs/common';
import type { AnyPlannedJob, NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';

interface DueRow {
  readonly event_id: string;
  readonly recipient_id: string;
  readonly template: NotificationTemplate;
  readonly subject_id: string;
}

/** Messages that wait for another attempt, and those whose worker died after claiming them. */
@Injectable()
@Sweeps('notification')
export class OverdueNotifications implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<DueRow>(
      `SELECT DISTINCT event_id, recipient_id, template, subject_id FROM notification
        WHERE municipality_id = $1 AND status IN ('created', 'sending', 'failed-temporary', 'unknown')
          AND next_attempt_at <= app_now() - interval '1 second' LIMIT 2000`,
      [municipalityId],
    );
    return rows.map(({ event_id: eventId, recipient_id: recipientId, template, subject_id: subjectId }) => ({
      name: 'notifications.send',
      data: { municipalityId, eventId, recipientId, template, subjectId },
      id: sweepId(['notification', eventId, template, recipientId], tx.now),
    }));
  }
}
