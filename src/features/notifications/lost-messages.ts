import { Injectable } from '@nestjs/common';
import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { jobsFor } from '@app/platform/outbox/reactions.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { notificationReactions } from './notifications.reactions.js';

interface EventRow {
  readonly id: string;
  readonly type: EventType;
  readonly payload: never;
  readonly occurred_at: Date;
  /** Whom a message about it has been noted for. */
  readonly told: readonly string[];
}

const mostAtOnce = 500;

/**
 * Messages whose job vanished before a worker noted them: the event left the outbox, the queue forgot it.
 * A job that is merely late is given half a minute, and sending it twice is harmless anyway.
 */
@Injectable()
@Sweeps('lost-message')
export class LostMessages implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<EventRow>(
      `SELECT o.id, o.type, o.payload, o.occurred_at,
              coalesce(array_agg(n.recipient_id) FILTER (WHERE n.recipient_id IS NOT NULL), '{}') AS told
         FROM outbox o
         LEFT JOIN notification n ON n.municipality_id = o.municipality_id AND n.event_id = o.id AND n.channel = 'inbox'
        WHERE o.municipality_id = $1 AND o.type = ANY ($2::text[])
          AND o.published_at BETWEEN app_now() - interval '1 day' AND app_now() - interval '30 seconds'
        GROUP BY o.id
        ORDER BY o.id`,
      [municipalityId, Object.keys(notificationReactions)],
    );
    return rows.flatMap((row) => unnoted(municipalityId, row, tx.now)).slice(0, mostAtOnce);
  }
}

function unnoted(municipalityId: string, row: EventRow, now: number): AnyPlannedJob[] {
  const { id, type, payload, occurred_at: occurredAt } = row;
  const event: OutboxEvent = { id, municipalityId, type, payload, occurredAt: occurredAt.getTime() };
  return jobsFor([notificationReactions], event).flatMap((job) =>
    job.name === 'notifications.send' && !row.told.includes(job.data.recipientId)
      ? [{ ...job, id: sweepId([job.id], now) }]
      : [],
  );
}
