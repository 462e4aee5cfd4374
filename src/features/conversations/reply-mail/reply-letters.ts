import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnLetters, type OwnLetterFacts } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ReplyMailStore } from './reply-mail.store.js';

/** Gives the letter about answers that were not passed on its facts. */
@Injectable()
export class ReplyLetters implements OnModuleInit {
  constructor(
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(ReplyMailStore) private readonly store: ReplyMailStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.letters.register('reply-returned', (tx, replyId, readerId) => this.facts(tx, replyId, readerId));
  }

  private async facts(
    tx: Transaction,
    replyId: string,
    readerId: string,
  ): Promise<OwnLetterFacts['reply-returned'] | null> {
    const told = await this.store.toldWith(tx, replyId, readerId);
    const [first] = told;
    if (!first) return null;
    const cipher = (await this.vault.ciphersOf(tx, [readerId])).get(readerId);
    return {
      replies: told.map(({ id, outcome, words }) => ({
        fault: outcome,
        words: cipher && words ? this.store.openWords(cipher, id, words) : null,
      })),
      conversationUrl: await this.conversationUrl(tx, first.conversationId, readerId),
    };
  }

  private async conversationUrl(tx: Transaction, conversationId: string, readerId: string): Promise<string> {
    const [row] = await tx.query<{ id: string; helps: boolean }>(
      `SELECT help_request_id AS id, person_id = $3 AS helps FROM acceptance WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, conversationId, readerId],
    );
    const page = row ? `${row.helps ? '/afspraken' : '/vragen'}/${row.id}#berichten` : '/';
    return `${this.config.publicUrl}${page}`;
  }
}
