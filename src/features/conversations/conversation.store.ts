import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Part } from './conversation.policy.js';

/** How far a conversation is. */
export interface ConversationState {
  readonly messageCount: number;
  readonly askerRead: number;
  readonly helperRead: number;
}

/** A message as stored: its words are ciphertext under the key of whoever wrote it. */
export interface StoredMessage {
  readonly id: string;
  readonly number: number;
  readonly senderId: string;
  readonly body: Buffer;
  readonly sentAt: Date;
  readonly byMail: boolean;
}

interface StateRow {
  readonly message_count: number;
  readonly asker_read_number: number;
  readonly helper_read_number: number;
}

const most = 200;
const messageColumns =
  'id, number, sender_id AS "senderId", body_enc AS body, sent_at AS "sentAt", by_mail AS "byMail"';

/** The only writer of conversations and messages; runs in the name of one of the two sides. */
@Injectable()
export class ConversationStore {
  async read(tx: Transaction, id: string): Promise<ConversationState> {
    const [row] = await tx.query<StateRow>(
      `SELECT message_count, asker_read_number, helper_read_number FROM conversation
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id],
    );
    return stateOf(row);
  }

  /** The last of them, oldest first. */
  async messages(tx: Transaction, id: string): Promise<StoredMessage[]> {
    const newestFirst = await tx.query<StoredMessage>(
      `SELECT ${messageColumns} FROM message WHERE municipality_id = $1 AND conversation_id = $2
        ORDER BY number DESC LIMIT ${most}`,
      [tx.tenancy.municipalityId, id],
    );
    return newestFirst.toReversed();
  }

  /** Opens the conversation when nobody wrote yet, and locks it until the transaction ends. */
  async lock(tx: Transaction, id: string, helpRequestId: string, { askerId, helperId }: Part): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `INSERT INTO conversation (municipality_id, id, help_request_id, asker_id, helper_id)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [municipalityId, id, helpRequestId, askerId, helperId],
    );
    await tx.query('SELECT 1 FROM conversation WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      municipalityId,
      id,
    ]);
  }

  async message(tx: Transaction, conversationId: string, id: string): Promise<StoredMessage | undefined> {
    const [row] = await tx.query<StoredMessage>(
      `SELECT ${messageColumns} FROM message WHERE municipality_id = $1 AND conversation_id = $2 AND id = $3`,
      [tx.tenancy.municipalityId, conversationId, id],
    );
    return row;
  }

  /** How many messages this person wrote in the last minute. */
  async recentOf(tx: Transaction, conversationId: string, personId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM message WHERE municipality_id = $1 AND conversation_id = $2 AND sender_id = $3
          AND sent_at > app_now() - interval '1 minute'`,
      [tx.tenancy.municipalityId, conversationId, personId],
    );
    return row?.count ?? 0;
  }

  /**
   * Adds a message to a locked conversation. Whoever writes in it has read what stood above; who answers by mail knows
   * that there is something, and is told of the next message as soon as it comes.
   */
  async add(
    tx: Transaction,
    conversationId: string,
    message: { readonly id: string; readonly senderId: string; readonly body: Buffer; readonly byMail: boolean },
    { side, askerId, helperId }: Part,
  ): Promise<StoredMessage> {
    const { municipalityId } = tx.tenancy;
    const { id, senderId, body, byMail } = message;
    const known = byMail
      ? `${side}_told_number = message_count + 1, ${side}_told_at = NULL,
         ${side}_read_number = CASE WHEN ${side}_read_number = message_count THEN message_count + 1 ELSE ${side}_read_number END`
      : `${side}_read_number = message_count + 1`;
    const [row] = await tx.query<StoredMessage>(
      `WITH counted AS (
         UPDATE conversation SET message_count = message_count + 1, ${known}
          WHERE municipality_id = $1 AND id = $2 RETURNING message_count
       )
       INSERT INTO message (municipality_id, conversation_id, id, number, asker_id, helper_id, sender_id, body_enc, sent_at, by_mail)
       SELECT $1, $2, $3, message_count, $4, $5, $6, $7, app_now(), $8 FROM counted
       RETURNING ${messageColumns}`,
      [municipalityId, conversationId, id, askerId, helperId, senderId, body, byMail],
    );
    if (!row) throw new Error('A message was not kept');
    return row;
  }

  /** Notes how far one side has read; false when it had read that far. */
  async markRead(tx: Transaction, id: string, { side }: Part, number: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE conversation SET ${side}_read_number = least($3, message_count)
        WHERE municipality_id = $1 AND id = $2 AND ${side}_read_number < least($3, message_count) RETURNING id`,
      [tx.tenancy.municipalityId, id, number],
    );
    return rows.length > 0;
  }
}

function stateOf(row: StateRow | undefined): ConversationState {
  return {
    messageCount: row?.message_count ?? 0,
    askerRead: row?.asker_read_number ?? 0,
    helperRead: row?.helper_read_number ?? 0,
  };
}
