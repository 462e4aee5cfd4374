import { Inject, Injectable } from '@nestjs/common';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { ReplyMailStore } from './reply-mail.store.js';

/** What a person answered by mail and did not come in a conversation, as long as it is kept. */
@Injectable()
@HoldsPersonalData('replies-by-mail', 41)
export class ReplyMailData implements PersonalDataHolder {
  constructor(
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(ReplyMailStore) private readonly store: ReplyMailStore,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await tx.query<{ id: string; outcome: string | null; receivedAt: Date; words: Buffer | null }>(
      `SELECT id, outcome, received_at AS "receivedAt", words_enc AS words FROM reply_mail
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY received_at`,
      [tx.tenancy.municipalityId, personId],
    );
    const cipher = (await this.vault.ciphersOf(tx, [personId])).get(personId);
    const written = rows.map(({ id, outcome, receivedAt, words }) => ({
      sentAt: receivedAt.toISOString(),
      status: outcome,
      text: cipher && words ? this.store.openWords(cipher, id, words) : null,
    }));
    return { written };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('DELETE FROM reply_mail WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}
