import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnLetters } from '@app/features/notifications/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sanctionPlace, SanctionStore, type SanctionRow } from './sanction.store.js';

/** Gives the letters about sanctions their words, as long as the person is there to read them. */
@Injectable()
export class SanctionLetters implements OnModuleInit {
  constructor(
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(SanctionStore) private readonly store: SanctionStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  onModuleInit(): void {
    this.letters.register('sanction-imposed', async (tx, id) => {
      const { row, words } = (await this.open(tx, id, 'explanation_enc')) ?? {};
      return row && words !== undefined
        ? { kind: row.kind, explanation: words, until: row.until?.getTime() ?? null }
        : null;
    });
    this.letters.register('sanction-lifted', async (tx, id) => {
      const { words } = (await this.open(tx, id, 'lifted_enc')) ?? {};
      return words === undefined ? null : { explanation: words };
    });
    this.letters.register('appeal-decided', async (tx, id) => {
      const { row, words } = (await this.open(tx, id, 'answer_enc')) ?? {};
      return row && words !== undefined ? { granted: row.appeal_status === 'granted', answer: words } : null;
    });
  }

  private async open(
    tx: Transaction,
    id: string,
    column: 'explanation_enc' | 'answer_enc' | 'lifted_enc',
  ): Promise<{ readonly row: SanctionRow; readonly words: string } | undefined> {
    const row = await this.store.read(tx, id);
    const sealed = row?.[column];
    const cipher = row && (await this.vault.ciphersOf(tx, [row.person_id])).get(row.person_id);
    return row && sealed && cipher ? { row, words: cipher.open(sealed, sanctionPlace(column, id)) } : undefined;
  }
}
