import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { retention } from '@app/domain/kernel/retention.js';
import type { ReplyFault, ReplyAddressee } from '@app/features/notifications/index.js';
import type { PersonCipher } from '@app/platform/crypto/person-vault.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What became of a mail. `unreadable`: no program could make anything of it. */
export type ReplyOutcome = 'passed' | 'automatic' | 'unreadable' | ReplyFault;

/** A mail as stored; each encrypted part is under the key of whoever it is from, and gone when it had its use. */
export interface StoredReply {
  readonly id: string;
  readonly personId: string;
  readonly conversationId: string;
  readonly raw: Buffer | null;
  readonly outcome: ReplyOutcome | null;
  readonly returnedAt: Date | null;
}

/** An hour in which nobody gets a second letter about answers in the same conversation. */
const letterAfter = `interval '1 hour'`;
/** More than a person answers in one conversation within an hour. */
const mostAnHour = 30;
const columns = `id, person_id AS "personId", conversation_id AS "conversationId", raw_enc AS raw, outcome,
  returned_at AS "returnedAt"`;

/** The only writer of mails that came in. Needs system transactions, apart from settling. */
@Injectable()
export class ReplyMailStore {
  /** Mails of the last hour at one address are many: a loop, or somebody who floods it. */
  async tooMany(tx: Transaction, { conversationId, personId }: ReplyAddressee): Promise<boolean> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reply_mail WHERE municipality_id = $1 AND conversation_id = $2 AND person_id = $3
          AND received_at > app_now() - interval '1 hour'`,
      [tx.tenancy.municipalityId, conversationId, personId],
    );
    return (row?.count ?? 0) >= mostAnHour;
  }

  /** @param name what the mail is known by: the same name at the same address is the same mail. @returns its id, when it is new */
  async add(
    tx: Transaction,
    { conversationId, personId }: ReplyAddressee,
    mail: { readonly raw: Buffer; readonly name: string },
    cipher: PersonCipher,
  ): Promise<string | undefined> {
    const id = newId();
    const fingerprint = createHash('sha256').update([conversationId, personId, mail.name].join('|')).digest();
    // One byte a sign, so that what is no UTF-8 comes back as it was.
    const raw = cipher.seal(mail.raw.toString('latin1'), placeOf(id, 'raw_enc'));
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO reply_mail (municipality_id, id, person_id, conversation_id, fingerprint, received_at, raw_enc)
       VALUES ($1, $2, $3, $4, $5, app_now(), $6) ON CONFLICT DO NOTHING RETURNING id`,
      [tx.tenancy.municipalityId, id, personId, conversationId, fingerprint, raw],
    );
    return row?.id;
  }

  /** Locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<StoredReply | undefined> {
    const [row] = await tx.query<StoredReply>(
      `SELECT ${columns} FROM reply_mail WHERE municipality_id = $1 AND id = $2 FOR UPDATE`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  openRaw(cipher: PersonCipher, { id, raw }: StoredReply): Buffer | undefined {
    return raw === null ? undefined : Buffer.from(cipher.open(raw, placeOf(id, 'raw_enc')), 'latin1');
  }

  /** Notes what became of it, once; the mail itself goes. @returns false when another run noted it already */
  async settle(
    tx: Transaction,
    id: string,
    outcome: ReplyOutcome,
    kept?: { readonly words: string; readonly cipher: PersonCipher },
  ): Promise<boolean> {
    const words = kept && kept.words !== '' ? kept.cipher.seal(kept.words, placeOf(id, 'words_enc')) : null;
    const rows = await tx.query(
      `UPDATE reply_mail SET outcome = $3, words_enc = $4, raw_enc = NULL
        WHERE municipality_id = $1 AND id = $2 AND outcome IS NULL RETURNING id`,
      [tx.tenancy.municipalityId, id, outcome, words],
    );
    return rows.length > 0;
  }

  /** Takes all that waits to be told about one conversation, unless a letter went within the hour. @returns the last of it */
  async takeUntold(tx: Transaction, { conversationId, personId }: StoredReply): Promise<string | undefined> {
    const { municipalityId } = tx.tenancy;
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      municipalityId,
      personId,
    ]);
    const rows = await tx.query<{ id: string }>(
      `UPDATE reply_mail r SET returned_at = $4
        WHERE ${untold} AND r.municipality_id = $1 AND r.conversation_id = $2 AND r.person_id = $3 RETURNING id`,
      // One moment for all of them: the clock goes on within a statement.
      [municipalityId, conversationId, personId, new Date(tx.now)],
    );
    return rows
      .map(({ id }) => id)
      .toSorted()
      .at(-1);
  }

  /** What one letter tells of: all that was taken together with this one, oldest first. */
  async toldWith(
    tx: Transaction,
    id: string,
    personId: string,
  ): Promise<{ id: string; conversationId: string; outcome: ReplyFault; words: Buffer | null }[]> {
    return tx.query(
      `SELECT r.id, r.conversation_id AS "conversationId", r.outcome, r.words_enc AS words FROM reply_mail r
         JOIN reply_mail o ON o.municipality_id = r.municipality_id AND o.conversation_id = r.conversation_id
              AND o.person_id = r.person_id AND o.returned_at = r.returned_at
        WHERE r.municipality_id = $1 AND o.id = $2 AND r.person_id = $3 ORDER BY r.id`,
      [tx.tenancy.municipalityId, id, personId],
    );
  }

  openWords(cipher: PersonCipher, id: string, words: Buffer): string {
    return cipher.open(words, placeOf(id, 'words_enc'));
  }

  /** Mails that wait to be worked, to be told of, or to be forgotten. */
  async overdue(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT r.id FROM reply_mail r WHERE r.municipality_id = $1
          AND ((r.outcome IS NULL AND r.received_at < app_now() - interval '10 seconds') OR (${untold})
            OR ${hadItsTime} OR (${wordsHadTheirTime})) LIMIT 500`,
      [tx.tenancy.municipalityId],
    );
    return rows.map(({ id }) => id);
  }

  /** A letter is tried for two days; after three nobody needs the words, and after thirty nobody sends the mail again. */
  async forget(tx: Transaction, id: string): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `UPDATE reply_mail r SET words_enc = NULL WHERE r.municipality_id = $1 AND r.id = $2 AND ${wordsHadTheirTime}`,
      [municipalityId, id],
    );
    await tx.query(`DELETE FROM reply_mail r WHERE r.municipality_id = $1 AND r.id = $2 AND ${hadItsTime}`, [
      municipalityId,
      id,
    ]);
  }
}

const untold = `r.outcome IN ('over', 'other-sender', 'empty', 'too-long', 'files-left') AND r.returned_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reply_mail e WHERE e.municipality_id = r.municipality_id
        AND e.conversation_id = r.conversation_id AND e.person_id = r.person_id
        AND e.returned_at > app_now() - ${letterAfter})`;
const hadItsTime = `r.received_at < app_now() - interval '30 days'`;
const wordsHadTheirTime = `r.words_enc IS NOT NULL AND r.returned_at < app_now() - interval '${retention.returnedReplyDays} days'`;

function placeOf(id: string, column: 'raw_enc' | 'words_enc') {
  return { table: 'reply_mail', column, rowId: id };
}
