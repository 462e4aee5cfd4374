import { Inject, Injectable } from '@nestjs/common';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import type { StoredMessage } from './conversation.store.js';
import { openMessage } from './message-words.js';

/** What a person wrote; what others wrote back is theirs. */
@Injectable()
@HoldsPersonalData('conversations', 40)
export class MessageData implements PersonalDataHolder {
  constructor(@Inject(PersonVault) private readonly vault: PersonVault) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await tx.query<StoredMessage & { readonly conversationId: string }>(
      `SELECT id, number, sender_id AS "senderId", body_enc AS body, sent_at AS "sentAt", by_mail AS "byMail",
              conversation_id AS "conversationId"
         FROM message WHERE municipality_id = $1 AND sender_id = $2 ORDER BY sent_at, number`,
      [tx.tenancy.municipalityId, personId],
    );
    const cipher = (await this.vault.ciphersOf(tx, [personId])).get(personId);
    const written = rows.map((row) => ({
      sentAt: row.sentAt.toISOString(),
      text: openMessage(cipher, row.conversationId, row),
    }));
    return { written };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('DELETE FROM message WHERE municipality_id = $1 AND sender_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}
