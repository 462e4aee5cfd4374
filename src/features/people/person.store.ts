import { Inject, Injectable } from '@nestjs/common';
import type { AgeBand, Language } from '@app/contracts/http/vocabulary.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import { among } from '@app/platform/database/among.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { PersonBlocks } from './person-blocks.js';
import { PersonRow, type PersonStatus } from './person.row.js';

const columns = { email: 'email_enc', givenName: 'given_name_enc', familyName: 'family_name_enc', phone: 'phone_enc' };
type Word = keyof typeof columns;

/** What a person told about themselves; null where they told nothing. */
export interface PersonWords {
  readonly email: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly phone: string | null;
}

export interface Person extends PersonWords {
  readonly id: string;
  readonly language: Language;
  readonly ageBand: AgeBand | null;
  readonly status: PersonStatus;
}

/** A person to make; at least one way to reach or name them is given. */
export interface NewPerson extends Partial<PersonWords> {
  readonly status: 'unverified' | 'active';
}

type StoredPerson = Pick<PersonRow, 'id' | `${Word}Enc` | 'language' | 'ageBand' | 'status'> & {
  readonly wrappedKey: Buffer;
};

/** The only writer of people; knows how their words are encrypted. */
@Injectable()
export class PersonStore {
  constructor(
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
  ) {}

  /** People as text, by id; whoever was erased is absent. Needs a system transaction, or reads only oneself. */
  async read(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    if (ids.length === 0) return new Map();
    const { condition, value } = among('$2', ids);
    const rows = await tx.query<StoredPerson>(
      `SELECT p.id, p.email_enc AS "emailEnc", p.given_name_enc AS "givenNameEnc", p.family_name_enc AS "familyNameEnc",
              p.phone_enc AS "phoneEnc", p.language, p.age_band AS "ageBand", p.status, k.wrapped_key AS "wrappedKey"
         FROM person p JOIN person_key k ON k.municipality_id = p.municipality_id AND k.person_id = p.id
        WHERE p.municipality_id = $1 AND p.id ${condition}`,
      [tx.tenancy.municipalityId, value],
    );
    return new Map(rows.map((row) => [row.id, toPerson(row, this.vault.unwrap(tx, row.id, row.wrappedKey))]));
  }

  async findIdByEmail(tx: Transaction, email: string): Promise<{ id: string; status: PersonStatus } | undefined> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string; status: PersonStatus }>(
      'SELECT id, status FROM person WHERE municipality_id = $1 AND email_index = $2',
      [municipalityId, this.keyRing.emailIndex(municipalityId, email)],
    );
    return rows[0];
  }

  /** @returns undefined when somebody with this address came into being at the same moment. */
  async create(tx: Transaction, person: NewPerson): Promise<string | undefined> {
    const { municipalityId } = tx.tenancy;
    const id = newId();
    const index = person.email ? this.keyRing.emailIndex(municipalityId, person.email) : null;
    const made = await tx.query(
      `INSERT INTO person (municipality_id, id, email_index, status, created_at) VALUES ($1, $2, $3, $4, app_now())
       ON CONFLICT (municipality_id, email_index) DO NOTHING RETURNING id`,
      [municipalityId, id, index, person.status],
    );
    if (made.length === 0) return undefined;
    const cipher = await this.vault.createKey(tx, id);
    await tx.manager.update(PersonRow, { municipalityId, id }, sealWords(cipher, id, person));
    if (index) await this.blocks.recognise(tx, id, index);
    return id;
  }

  /** Writes over what is given; null empties, what is absent stays. */
  async change(
    tx: Transaction,
    id: string,
    change: Partial<PersonWords> & { readonly language?: Language; readonly ageBand?: AgeBand | null },
  ): Promise<void> {
    const cipher = await this.vault.cipherOf(tx, id);
    const { language, ageBand, ...words } = change;
    await tx.manager.update(
      PersonRow,
      { municipalityId: tx.tenancy.municipalityId, id },
      {
        ...sealWords(cipher, id, words),
        ...(language === undefined ? {} : { language }),
        ...(ageBand === undefined ? {} : { ageBand }),
      },
    );
  }

  /** @returns false when somebody else has this address */
  async changeEmail(tx: Transaction, id: string, email: string): Promise<boolean> {
    const { municipalityId } = tx.tenancy;
    const index = this.keyRing.emailIndex(municipalityId, email);
    const taken = await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND email_index = $2 AND id <> $3', [
      municipalityId,
      index,
      id,
    ]);
    if (taken.length > 0) return false;
    await tx.query('UPDATE person SET email_index = $3 WHERE municipality_id = $1 AND id = $2', [
      municipalityId,
      id,
      index,
    ]);
    await this.change(tx, id, { email: email.trim() });
    return true;
  }

  /** Drops the key and every word; what stays is an id that leads to nobody. */
  async erase(tx: Transaction, ids: readonly string[]): Promise<void> {
    const parameters = [tx.tenancy.municipalityId, ids];
    await tx.query('DELETE FROM person_key WHERE municipality_id = $1 AND person_id = ANY ($2::uuid[])', parameters);
    await tx.query(
      `UPDATE person SET status = 'erased', email_index = NULL, email_enc = NULL, given_name_enc = NULL,
              family_name_enc = NULL, phone_enc = NULL, language = 'nl', age_band = NULL, last_seen_at = NULL,
              inactivity_notice_at = NULL
        WHERE municipality_id = $1 AND id = ANY ($2::uuid[])`,
      parameters,
    );
  }

  /** The person proved to own the address; an unverified account is an account from now on. */
  async markSignedIn(tx: Transaction, id: string): Promise<void> {
    await tx.query(
      `UPDATE person SET status = 'active', last_seen_at = app_now(), inactivity_notice_at = NULL
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id],
    );
  }
}

function sealWords(cipher: PersonCipher, id: string, words: Partial<PersonWords>): Partial<PersonRow> {
  const sealed = (word: Word): Buffer | null | undefined => {
    const text = words[word];
    if (text === undefined) return undefined;
    return text ? cipher.seal(text, { table: 'person', column: columns[word], rowId: id }) : null;
  };
  const row: Partial<PersonRow> = {};
  for (const word of Object.keys(columns) as Word[]) {
    const value = sealed(word);
    if (value !== undefined) row[`${word}Enc`] = value;
  }
  return row;
}

function toPerson(row: StoredPerson, cipher: PersonCipher): Person {
  const opened = (word: Word): string | null => {
    const sealed = row[`${word}Enc`];
    return sealed ? cipher.open(sealed, { table: 'person', column: columns[word], rowId: row.id }) : null;
  };
  return {
    id: row.id,
    email: opened('email'),
    givenName: opened('givenName'),
    familyName: opened('familyName'),
    phone: opened('phone'),
    language: row.language,
    ageBand: row.ageBand,
    status: row.status,
  };
}
