import type pg from 'pg';
import { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { sessionCookie } from '@app/platform/identity/session-reader.js';

export interface GeneratedPerson {
  readonly personId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
  /** Cookie header of a signed-in person; '' for the others. */
  readonly cookie: string;
}

interface PersonRow extends GeneratedPerson {
  readonly token: string | undefined;
  readonly wrappedKey: Buffer;
  readonly sealed: readonly [email: Buffer, givenName: Buffer, familyName: Buffer, phone: Buffer];
}

const atOnce = 2_000;

/** Makes invented people in bulk, encrypted as the application would. */
export class GeneratedPeople {
  constructor(
    private readonly client: pg.Client,
    private readonly municipalityId: string,
    private readonly keyRing: KeyRing,
  ) {}

  /** Adds `count` active people of one kind, known for two months; the first `signedIn` have a session. */
  async add(kind: string, count: number, signedIn: number): Promise<GeneratedPerson[]> {
    const people: GeneratedPerson[] = [];
    for (let start = 0; start < count; start += atOnce) {
      const rows = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) =>
        this.make(kind, start + index, start + index < signedIn),
      );
      await this.insert(rows);
      for (const { personId, email, givenName, familyName, phone, cookie } of rows) {
        people.push({ personId, email, givenName, familyName, phone, cookie });
      }
    }
    return people;
  }

  private make(kind: string, number: number, signedIn: boolean): PersonRow {
    const personId = newId();
    const { key, wrapped } = this.keyRing.newPersonKey(this.municipalityId, personId);
    const cipher = new PersonCipher(this.municipalityId, key);
    const token = signedIn ? newToken() : undefined;
    const words = {
      email: `${kind}-${number}@voorbeeld.invalid`,
      givenName: `${kind}${number}`,
      familyName: `Achternaam-${kind}-${number}`,
      phone: `06 ${String(10_000_000 + number)}`,
    };
    const seal = (column: string, text: string): Buffer =>
      cipher.seal(text, { table: 'person', column, rowId: personId });
    return {
      personId,
      ...words,
      token,
      cookie: token ? `${sessionCookie}=${token}` : '',
      wrappedKey: wrapped,
      sealed: [
        seal('email_enc', words.email),
        seal('given_name_enc', words.givenName),
        seal('family_name_enc', words.familyName),
        seal('phone_enc', words.phone),
      ],
    };
  }

  private async insert(rows: readonly PersonRow[]): Promise<void> {
    const ids = rows.map(({ personId }) => personId);
    await this.client.query(
      `INSERT INTO person (municipality_id, id, status, created_at, email_index, email_enc, given_name_enc, family_name_enc, phone_enc)
       SELECT $1, id, 'active', app_now() - interval '60 days', index, email, given, family, phone
         FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[])
           AS p(id, index, email, given, family, phone)`,
      [
        this.municipalityId,
        ids,
        rows.map(({ email }) => this.keyRing.emailIndex(this.municipalityId, email)),
        ...[0, 1, 2, 3].map((word) => rows.map(({ sealed }) => sealed[word])),
      ],
    );
    await this.client.query(
      `INSERT INTO person_key (municipality_id, person_id, wrapped_key) SELECT $1, id, key FROM unnest($2::uuid[], $3::bytea[]) AS k(id, key)`,
      [this.municipalityId, ids, rows.map(({ wrappedKey }) => wrappedKey)],
    );
    const signedIn = rows.flatMap(({ personId, token }) => (token ? [{ personId, token }] : []));
    await this.client.query(
      `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at)
       SELECT $1, id, person, hash, app_now(), app_now() + interval '30 days'
         FROM unnest($2::uuid[], $3::uuid[], $4::bytea[]) AS s(id, person, hash)`,
      [
        this.municipalityId,
        signedIn.map(() => newId()),
        signedIn.map(({ personId }) => personId),
        signedIn.map(({ token }) => hashToken(token)),
      ],
    );
  }
}
