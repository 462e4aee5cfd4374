import { Inject, Injectable } from '@nestjs/common';
import type { FeedbackSubject, FeedbackView } from '@app/contracts/http/feedback.js';
import { retention } from '@app/domain/kernel/retention.js';
import { KeyRing, type Place } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

interface Row {
  readonly id: string;
  readonly subject: FeedbackSubject;
  readonly text_enc: Buffer;
  readonly email_enc: Buffer | null;
  readonly sent_at: Date;
}

export interface NewFeedback {
  readonly subject: FeedbackSubject;
  readonly text: string;
  readonly email?: string | undefined;
}

/** Condition of a row whose time is over. */
export const hadItsTime = `sent_at <= app_now() - interval '${retention.feedbackDays} days'`;

/** What people wrote about the site, without who they are. The only writer. Needs a system transaction. */
@Injectable()
export class FeedbackStore {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  async insert(tx: Transaction, { subject, text, email }: NewFeedback): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const id = newId();
    await tx.query(
      `INSERT INTO feedback (municipality_id, id, subject, text_enc, email_enc, sent_at)
       VALUES ($1, $2, $3, $4, $5, app_now())`,
      [
        municipalityId,
        id,
        subject,
        this.keyRing.sealTenantText(text, place(municipalityId, 'text_enc', id)),
        email === undefined ? null : this.keyRing.sealTenantText(email, place(municipalityId, 'email_enc', id)),
      ],
    );
  }

  /** Whoever writes at the same time waits until this transaction ends, so that everyone is counted. */
  async sentInLastHour(tx: Transaction): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('feedback|' || $1, 0))`, [tx.tenancy.municipalityId]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM feedback WHERE municipality_id = $1 AND sent_at > app_now() - interval '1 hour'`,
      [tx.tenancy.municipalityId],
    );
    return row?.count ?? 0;
  }

  async list(tx: Transaction): Promise<FeedbackView[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<Row>(
      `SELECT id, subject, text_enc, email_enc, sent_at FROM feedback
        WHERE municipality_id = $1 AND NOT ${hadItsTime} ORDER BY sent_at DESC, id DESC LIMIT 200`,
      [municipalityId],
    );
    return rows.map(({ id, subject, text_enc: text, email_enc: email, sent_at: sentAt }) => ({
      id,
      subject,
      text: this.keyRing.openTenantText(text, place(municipalityId, 'text_enc', id)),
      email: email === null ? null : this.keyRing.openTenantText(email, place(municipalityId, 'email_enc', id)),
      sentAt: sentAt.toISOString(),
    }));
  }

  /** @returns whether there was one */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(
      'WITH gone AS (DELETE FROM feedback WHERE municipality_id = $1 AND id = $2 RETURNING id) SELECT id FROM gone',
      [tx.tenancy.municipalityId, id],
    );
    return rows.length > 0;
  }

  async removeOld(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM feedback WHERE municipality_id = $1 AND ${hadItsTime}`, [tx.tenancy.municipalityId]);
  }
}

function place(municipalityId: string, column: 'text_enc' | 'email_enc', rowId: string): Place {
  return { municipalityId, table: 'feedback', column, rowId };
}
