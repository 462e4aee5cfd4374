import { Inject, Injectable } from '@nestjs/common';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { PersonBlocks } from './person-blocks.js';

/** Somebody whose address was told by an organisation. */
export interface ToldPerson {
  readonly email: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

interface Sealed extends ToldPerson {
  readonly id: string;
  readonly index: Buffer;
  readonly wrapped: Buffer;
  readonly cipher: PersonCipher;
}

/**
 * Makes many people at once, unverified: whoever uses no code within the time for that is erased again. Who is known
 * stays as they are. Needs a system transaction.
 */
@Injectable()
export class RegisterMany {
  constructor(
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
  ) {}

  /** @returns the id of each, in the same order; null for whoever was known already */
  async run(tx: Transaction, people: readonly ToldPerson[]): Promise<(string | null)[]> {
    const { municipalityId } = tx.tenancy;
    const sealed = people.map((person) => this.seal(municipalityId, person));
    const word = (column: string, of: (person: Sealed) => string | null) =>
      sealed.map((person) => {
        const text = of(person);
        return text === null ? null : person.cipher.seal(text, { table: 'person', column, rowId: person.id });
      });
    const made = await tx.query<{ id: string }>(
      `INSERT INTO person (municipality_id, id, email_index, email_enc, given_name_enc, family_name_enc, status, created_at)
       SELECT $1, id, mark, email, given, family, 'unverified', app_now()
         FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[]) AS p(id, mark, email, given, family)
       ON CONFLICT (municipality_id, email_index) DO NOTHING RETURNING id`,
      [
        municipalityId,
        sealed.map(({ id }) => id),
        sealed.map(({ index }) => index),
        word('email_enc', ({ email }) => email),
        word('given_name_enc', ({ givenName }) => givenName),
        word('family_name_enc', ({ familyName }) => familyName),
      ],
    );
    const isNew = new Set(made.map(({ id }) => id));
    const news = sealed.filter(({ id }) => isNew.has(id));
    await tx.query(
      `INSERT INTO person_key (municipality_id, person_id, wrapped_key)
       SELECT $1, id, wrapped FROM unnest($2::uuid[], $3::bytea[]) AS k(id, wrapped)`,
      [municipalityId, news.map(({ id }) => id), news.map(({ wrapped }) => wrapped)],
    );
    await this.recogniseBlocked(tx, news);
    return sealed.map(({ id }) => (isNew.has(id) ? id : null));
  }

  /** How many of these have an account, or an invitation, already. */
  async countKnown(tx: Transaction, people: readonly ToldPerson[]): Promise<number> {
    const { municipalityId } = tx.tenancy;
    const known = await tx.query(
      'SELECT 1 FROM person WHERE municipality_id = $1 AND email_index = ANY ($2::bytea[])',
      [municipalityId, people.map(({ email }) => this.keyRing.emailIndex(municipalityId, email))],
    );
    return known.length;
  }

  private seal(municipalityId: string, person: ToldPerson): Sealed {
    const id = newId();
    const { key, wrapped } = this.keyRing.newPersonKey(municipalityId, id);
    const index = this.keyRing.emailIndex(municipalityId, person.email);
    return { ...person, id, index, wrapped, cipher: new PersonCipher(municipalityId, key) };
  }

  /** A block survives that somebody comes back. Few are blocked, so only those are looked at one by one. */
  private async recogniseBlocked(tx: Transaction, people: readonly Sealed[]): Promise<void> {
    const marks = people.map(({ index }) => this.keyRing.blockMark(index));
    const found = await tx.query<{ mark: Buffer }>(
      'SELECT mark FROM blocked_address WHERE municipality_id = $1 AND mark = ANY ($2::bytea[])',
      [tx.tenancy.municipalityId, marks],
    );
    const blocked = new Set(found.map(({ mark }) => mark.toString('hex')));
    for (const [at, { id, index }] of people.entries()) {
      if (blocked.has(marks[at]?.toString('hex') ?? '')) await this.blocks.recognise(tx, id, index);
    }
  }
}
