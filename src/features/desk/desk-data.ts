import { Inject, Injectable } from '@nestjs/common';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { FollowCodeStore } from './follow-code.store.js';
import { DeskQuestionStore, questionPlace } from './desk-question.store.js';

/** What a person asked the desk, what the answer was, and the codes to follow it with. */
@Injectable()
@HoldsPersonalData('desk', 26)
export class DeskData implements PersonalDataHolder {
  constructor(
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(FollowCodeStore) private readonly codes: FollowCodeStore,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const cipher = await this.vault.cipherOf(tx, personId);
    const asked = (await this.store.ofAsker(tx, personId)).map((row) => ({
      askedAt: row.asked_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
      keepInTouch: row.keep_in_touch,
      question: row.text_enc && cipher.open(row.text_enc, questionPlace('text_enc', row.id)),
      answer: row.answer_enc && cipher.open(row.answer_enc, questionPlace('answer_enc', row.id)),
    }));
    const codes = await this.codes.ofAsker(tx, personId);
    return { asked, codes: codes.map(({ kind, made_at: at }) => ({ about: kind, madeAt: at.toISOString() })) };
  }

  /** That somebody once asked stays as a count; a question nobody can answer any more waits for nobody. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    await this.codes.forget(tx, personId);
    const open = await tx.query<{ id: string }>(
      `SELECT id FROM desk_question WHERE municipality_id = $1 AND asker_id = $2 AND status = 'open'`,
      [tx.tenancy.municipalityId, personId],
    );
    for (const { id: questionId } of open) tx.append('desk-question.withdrawn', { questionId });
    await tx.query(
      `UPDATE desk_question SET text_enc = NULL, answer_enc = NULL, offered_kind = NULL, offered_id = NULL,
              answered_at = coalesce(answered_at, app_now()), status = 'answered', version = version + 1
        WHERE municipality_id = $1 AND asker_id = $2`,
      [tx.tenancy.municipalityId, personId],
    );
  }

  async wasActiveSince(tx: Transaction, personId: string, since: number): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM desk_question WHERE municipality_id = $1 AND asker_id = $2 AND asked_at > $3 LIMIT 1',
      [tx.tenancy.municipalityId, personId, new Date(since)],
    );
    return rows.length > 0;
  }
}
