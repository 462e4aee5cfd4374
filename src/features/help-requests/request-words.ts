import { Inject, Injectable } from '@nestjs/common';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { HelpRequestRow } from './help-request.row.js';

/** Words of a request in the clear; null when the asker was erased or the text has had its time. */
export interface RequestWords {
  readonly summary: string | null;
  readonly address: string | null;
  /** What was said with the outcome; for coordinators. */
  readonly outcomeNote: string | null;
}

type WordColumn = 'summary_enc' | 'address_enc' | 'contact_enc' | 'outcome_note_enc';

/** Encrypts and opens the words of requests, always under the asker's key. */
@Injectable()
export class RequestWordsVault {
  constructor(@Inject(PersonVault) private readonly vault: PersonVault) {}

  seal(cipher: PersonCipher, requestId: string, column: WordColumn, text: string): Buffer {
    return cipher.seal(text, { table: 'help_request', column, rowId: requestId });
  }

  open(cipher: PersonCipher | undefined, requestId: string, column: WordColumn, sealed: Buffer | null): string | null {
    return cipher && sealed ? cipher.open(sealed, { table: 'help_request', column, rowId: requestId }) : null;
  }

  /** Words of these rows, by request id. Needs a system transaction. `known`: ciphers it need not read. */
  async wordsOf(
    tx: Transaction,
    rows: readonly HelpRequestRow[],
    known: ReadonlyMap<string, PersonCipher> = new Map(),
  ): Promise<ReadonlyMap<string, RequestWords>> {
    const read = await this.vault.ciphersOf(
      tx,
      rows.map(({ askerId }) => askerId).filter((id) => !known.has(id)),
    );
    const ciphers = new Map([...known, ...read]);
    return new Map(
      rows.map((row) => {
        const cipher = ciphers.get(row.askerId);
        return [
          row.id,
          {
            summary: this.open(cipher, row.id, 'summary_enc', row.summaryEnc),
            address: this.open(cipher, row.id, 'address_enc', row.addressEnc),
            outcomeNote: this.open(cipher, row.id, 'outcome_note_enc', row.outcomeNoteEnc),
          },
        ];
      }),
    );
  }
}
