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

/** A message with what is to become of it now, on the channels it goes by. */
export interface Outgoing {
  readonly message: Message;
  readonly channels: readonly SendChannel[];
  /** Why nothing goes; null when it goes. */
  readonly skipped: string | null;
  /** Until when all but the inbox waits, milliseconds since the epoch; null when nothing does. */
  readonly waitUntil: number | null;
}

/** What became of one attempt. */
export interface Settled {
  readonly claimed: ClaimedNotification;
  readonly result: SendResult;
}

/** A claim this old belongs to a worker that died; longer than any sender may take. */
const claimSeconds = 45;
const giveUpAfterHours = 48;
const longestPauseSeconds = 3_600;

/** Status of each message per channel; a status never goes back. Needs system transactions. */
@Injectable()
export class NotificationStore {
  /**
   * Notes these messages and takes for this worker alone what is to go now. The inbox is the row itself: it has arrived
   * with this transaction. An earlier note stands; of such a message only what is due again is taken.
   * @returns what was taken, in the order of the messages
   */
  async take(tx: Transaction, outgoing: readonly Outgoing[]): Promise<(readonly ClaimedNotification[])[]> {
    const rows = outgoing.flatMap((one) => one.channels.map((channel) => firstRow(one, channel)));
    const noted = new Set(await this.insert(tx, rows));
    const taken: (readonly ClaimedNotification[])[] = [];
    for (const one of outgoing) {
      const mine = rows.filter((row) => row.of === one);
      const known = mine.some(({ id }) => !noted.has(id));
      const fresh = mine.filter(({ id, status }) => status === 'sending' && noted.has(id));
      const claimed = fresh.map(({ id, channel }) => ({ id, channel, attempts: 1 }));
      taken.push(known ? [...claimed, ...(await this.takeAgain(tx, one))] : claimed);
    }
    return taken;
  }

  private async insert(tx: Transaction, rows: readonly FirstRow[]): Promise<string[]> {
    if (rows.length === 0) return [];
    const noted = await tx.query<{ id: string }>(
      `INSERT INTO notification (municipality_id, id, event_id, recipient_id, channel, template, subject_id, status, reason,
                                 attempts, created_at, claimed_at, sent_at, next_attempt_at)
       SELECT $1, n.id, n.event_id, n.recipient_id, n.channel, n.template, n.subject_id, n.status, n.reason,
              (n.status = 'sending')::integer, at.now,
              CASE WHEN n.status = 'sending' THEN at.now END,
              CASE WHEN n.status = 'sent' THEN at.now END,
              CASE n.status WHEN 'sending' THEN at.now + interval '${claimSeconds} seconds'
                            WHEN 'created' THEN n.wait_until END
         FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::text[],
                     $10::timestamptz[])
              AS n(id, event_id, recipient_id, channel, template, subject_id, status, reason, wait_until)
        CROSS JOIN (SELECT app_now() AS now) AS at
       ON CONFLICT (municipality_id, event_id, recipient_id, channel) DO NOTHING
       RETURNING id`,
      [
        tx.tenancy.municipalityId,
        rows.map(({ id }) => id),
        rows.map(({ of }) => of.message.eventId),
        rows.map(({ of }) => of.message.recipientId),
        rows.map(({ channel }) => channel),
        rows.map(({ of }) => of.message.template),
        rows.map(({ of }) => of.message.subjectId),
        rows.map(({ status }) => status),
        rows.map(({ of }) => of.skipped),
        rows.map(({ of }) => (of.waitUntil === null ? null : new Date(of.waitUntil))),
      ],
    );
    return noted.map(({ id }) => id);
  }

  /** What is due again of a message that was noted before. */
  private async takeAgain(
    tx: Transaction,
    { message, skipped, waitUntil }: Outgoing,
  ): Promise<readonly ClaimedNotification[]> {
    if (skipped !== null) {
      this.skip(tx, message, skipped);
      return [];
    }
    if (waitUntil !== null) this.postpone(tx, message, waitUntil);
    const { municipalityId, eventId, recipientId } = message;
    const claimed = await tx.query<ClaimedNotification>(
      `UPDATE notification SET status = 'sending', attempts = attempts + 1, claimed_at = app_now(),
              next_attempt_at = app_now() + interval '${claimSeconds} seconds'
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3
          AND status IN ('created', 'failed-temporary', 'unknown', 'sending') AND next_attempt_at <= app_now()
        RETURNING id, channel, attempts`,
      [municipalityId, eventId, recipientId],
    );
    const inbox = claimed.filter(({ channel }) => channel === 'inbox');
    this.settle(
      tx,
      inbox.map((arrived) => ({ claimed: arrived, result: { status: 'sent' } })),
    );
    return claimed.filter(({ channel }) => channel !== 'inbox');
  }

  /** Waits until a later moment without counting as an attempt. */
  private postpone(tx: Transaction, { municipalityId, eventId, recipientId }: Message, until: number): void {
    tx.write(
      `UPDATE notification SET next_attempt_at = $4
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3 AND status = 'created' AND channel <> 'inbox'`,
      [municipalityId, eventId, recipientId, new Date(until)],
    );
  }

  /** Also ends what failed for now: it would be found overdue for ever. What may have arrived stays unknown. */
  private skip(tx: Transaction, { municipalityId, eventId, recipientId }: Message, reason: string): void {
    tx.write(
      `UPDATE notification SET status = CASE WHEN status = 'unknown' THEN status ELSE 'skipped' END, reason = $4,
              next_attempt_at = NULL
        WHERE municipality_id = $1 AND event_id = $2 AND recipient_id = $3
          AND status IN ('created', 'sending', 'failed-temporary', 'unknown')`,
      [municipalityId, eventId, recipientId, reason],
    );
  }

  /** Of these messages, those that no road but the inbox carries, has carried or will carry. */
  async undeliverable(tx: Transaction, messages: readonly Message[]): Promise<Message[]> {
    if (messages.length === 0) return [];
    const rows = await tx.query<{ at: number }>(
      `SELECT m.at::integer AS at
         FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS m(event_id, recipient_id, at)
        WHERE NOT EXISTS (
                SELECT FROM notification n
                 WHERE n.municipality_id = $1 AND n.event_id = m.event_id AND n.recipient_id = m.recipient_id
                   AND n.channel <> 'inbox' AND n.status <> 'failed-permanent')`,
      [
        tx.tenancy.municipalityId,
        messages.map(({ eventId }) => eventId),
        messages.map(({ recipientId }) => recipientId),
      ],
    );
    return rows.flatMap(({ at }) => messages[at - 1] ?? []);
  }

  /** Notes what became of attempts. What failed for now comes back later, for 48 hours. */
  settle(tx: Transaction, attempts: readonly Settled[]): void {
    const sent = attempts.filter(({ result }) => result.status === 'sent');
    if (sent.length > 0) {
      tx.write(
        `UPDATE notification SET status = 'sent', sent_at = app_now(), next_attempt_at = NULL, reason = NULL
          WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND status = 'sending'`,
        [tx.tenancy.municipalityId, sent.map(({ claimed }) => claimed.id)],
      );
    }
    for (const { claimed, result } of attempts) if (result.status !== 'sent') this.settleFailure(tx, claimed, result);
  }

  private settleFailure(
    tx: Transaction,
    { id, attempts }: ClaimedNotification,
    { status, reason }: Exclude<SendResult, { status: 'sent' }>,
  ): void {
    const again = status !== 'failed-permanent';
    const pauseSeconds = Math.min(longestPauseSeconds, 15 * 2 ** Math.min(attempts, 10));
    tx.write(
      `UPDATE notification
          SET reason = $3,
              status = CASE WHEN $4 AND created_at > app_now() - interval '${giveUpAfterHours} hours' THEN $5 ELSE 'failed-permanent' END,
              next_attempt_at = CASE WHEN $4 AND created_at > app_now() - interval '${giveUpAfterHours} hours'
                                     THEN app_now() + make_interval(secs => $6) END
        WHERE municipality_id = $1 AND id = $2 AND status = 'sending'`,
      [tx.tenancy.municipalityId, id, reason, again, status, pauseSeconds],
    );
  }
}

interface FirstRow {
  readonly id: string;
  readonly of: Outgoing;
  readonly channel: SendChannel;
  readonly status: 'skipped' | 'sent' | 'created' | 'sending';
}

function firstRow(of: Outgoing, channel: SendChannel): FirstRow {
  const row = { id: newId(), of, channel };
  if (of.skipped !== null) return { ...row, status: 'skipped' };
  if (channel === 'inbox') return { ...row, status: 'sent' };
  return { ...row, status: of.waitUntil === null ? 'sending' : 'created' };
}
