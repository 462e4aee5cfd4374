import { Inject, Injectable } from '@nestjs/common';
import {
  sendChannels,
  type AnyPlannedJob,
  type NotificationTemplate,
  type SendChannel,
} from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { Metrics } from '@app/platform/observability/metrics.js';
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
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    await this.measureFailing(tx);
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

  /** A mail server that is away shows here before anybody misses a message. */
  private async measureFailing(tx: Transaction): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ channel: SendChannel; failing: number }>(
      `SELECT channel, count(*)::integer AS failing FROM notification
        WHERE municipality_id = $1 AND status IN ('failed-temporary', 'unknown') AND next_attempt_at IS NOT NULL
        GROUP BY channel`,
      [municipalityId],
    );
    for (const channel of sendChannels) {
      const failing = rows.find((row) => row.channel === channel)?.failing ?? 0;
      this.metrics.notificationsFailing.set({ municipality: municipalityId, channel }, failing);
    }
  }
}
