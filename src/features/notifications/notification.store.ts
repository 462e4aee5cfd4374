import { Injectable } from '@nestjs/common';
import type { JobMap, SendChannel } from '@app/contracts/jobs/job-map.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { SendResult } from '@app/platform/mail/sender.js';

type Message = JobMap['notifications.send'];

export interface ClaimedNotification {
  readonly id: string;
  readonly channel: SendChannel;
  readonly attempts: number;
}

/** A claim this old belongs to a worker that died; longer than any sender may take. */
const claimSeconds = 45;
const giveUpAfterHours = 48;
const longestPauseSeconds = 3_600;

/** Status of each message per channel; a status never goes back. Needs system transactions. */
@Injectable()
export class NotificationStore {
  /** Notes which channels this message goes by; an earlier note stands. */
  prepare(tx: Transaction, message: Message, channels: readonly SendChannel[]): void {
    const { municipalityId, eventId, recipientId, template, subjectId } = message;
    tx.write(
      `INSERT INTO notification (municipality_id, id, event_id, recipient_id, channel, template, subject_id, status,
                                 created_at, next_attempt_at)
       SELECT $1, n.id, $2, $3, n.channel, $4, $5, 'created', app_now(), app_now()
         FROM unnest($6::uuid[], $7::text[]) AS n(id, channel)
       ON CONFLICT (municipality_id, event_id, recipient_id, channel) DO NOTHING`,
      [municipalityId, eventId, recipientId, template, subjectId, channels.map(() => newId()), channels],
    );
  }

  /** Takes every channel that is due for this worker alone. */
  async claim(tx: Transaction, { municipalityId, eventId, recipientId }: Message): Promise<ClaimedNotification[]> {
    return tx.query<ClaimedNotification>(
      `UPDATE notification SET status = 'sending', attempts = attempts + 1, claimed_at = app_now(),
              next_attempt_at = app_now() + interval '${claimSeconds} seconds'
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3
          AND status IN ('created', 'failed-temporary', 'unknown', 'sending') AND next_attempt_at <= app_now()
        RETURNING id, channel, attempts`,
      [municipalityId, eventId, recipientId],
    );
  }

  /** Waits until a later moment without counting as an attempt. */
  postpone(tx: Transaction, { municipalityId, eventId, recipientId }: Message, until: number): void {
    tx.write(
      `UPDATE notification SET next_attempt_at = $4
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3 AND status = 'created' AND channel <> 'inbox'`,
      [municipalityId, eventId, recipientId, new Date(until)],
    );
  }

  skip(tx: Transaction, { municipalityId, eventId, recipientId }: Message, reason: string): void {
    tx.write(
      `UPDATE notification SET status = 'skipped', reason = $4, next_attempt_at = NULL
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3 AND status IN ('created', 'sending')`,
      [municipalityId, eventId, recipientId, reason],
    );
  }

  /** Notes what became of one attempt. What failed for now comes back later, for 48 hours. */
  settle(tx: Transaction, { id, attempts }: ClaimedNotification, result: SendResult): void {
    const { municipalityId } = tx.tenancy;
    if (result.status === 'sent') {
      tx.write(
        `UPDATE notification SET status = 'sent', sent_at = app_now(), next_attempt_at = NULL, reason = NULL
          WHERE municipality_id = $1 AND id = $2 AND status = 'sending'`,
        [municipalityId, id],
      );
      return;
    }
    const again = result.status !== 'failed-permanent';
    const pauseSeconds = Math.min(longestPauseSeconds, 15 * 2 ** Math.min(attempts, 10));
    tx.write(
      `UPDATE notification
          SET reason = $3,
              status = CASE WHEN $4 AND created_at > app_now() - interval '${giveUpAfterHours} hours' THEN $5 ELSE 'failed-permanent' END,
              next_attempt_at = CASE WHEN $4 AND created_at > app_now() - interval '${giveUpAfterHours} hours'
                                     THEN app_now() + make_interval(secs => $6) END
        WHERE municipality_id = $1 AND id = $2 AND status = 'sending'`,
      [municipalityId, id, result.reason, again, result.status, pauseSeconds],
    );
  }
}
