import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { among } from '../database/among.js';
import type { Transaction } from '../database/unit-of-work.js';
import { KeyRing, open, seal, type Place } from './key-ring.js';

/** Encrypts and opens the words of one person under that person's own key. */
export class PersonCipher {
  constructor(
    private readonly municipalityId: string,
    private readonly key: Buffer,
  ) {}

  seal(text: string, at: Omit<Place, 'municipalityId'>): Buffer {
    return seal(this.key, Buffer.from(text), { ...at, municipalityId: this.municipalityId });
  }

  /** Shows later that a value was this one, without holding it; worth nothing once the person's key is gone. */
  mac(text: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.key, 'zorgzame-buurten', 'audit-value/1', 32));
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  open(sealed: Buffer, at: Omit<Place, 'municipalityId'>): string {
    return open(this.key, sealed, { ...at, municipalityId: this.municipalityId }).toString();
  }
}

/** Keys per person. Nothing is cached: dropping the row of a key erases the person at once, everywhere. */
@Injectable()
export class PersonVault {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  /** Makes and stores the key of a new person; the person row must exist. */
  async createKey(tx: Transaction, personId: string): Promise<PersonCipher> {
    const { municipalityId } = tx.tenancy;
    const { key, wrapped } = this.keyRing.newPersonKey(municipalityId, personId);
    await tx.query('INSERT INTO person_key (municipality_id, person_id, wrapped_key) VALUES ($1, $2, $3)', [
      municipalityId,
      personId,
      wrapped,
    ]);
    return new PersonCipher(municipalityId, key);
  }

  /** Ciphers of these people; an erased person has none. Needs a system transaction, or one's own key. */
  async ciphersOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCipher>> {
    const { municipalityId } = tx.tenancy;
    if (personIds.length === 0) return new Map();
    const { condition, value } = among('$2', personIds);
    const rows = await tx.query<{ person_id: string; wrapped_key: Buffer }>(
      `SELECT person_id, wrapped_key FROM person_key WHERE municipality_id = $1 AND person_id ${condition}`,
      [municipalityId, value],
    );
    return new Map(rows.map((row) => [row.person_id, this.unwrap(tx, row.person_id, row.wrapped_key)]));
  }

  /** The cipher of a person whose stored key was read together with something else of that person. */
  unwrap(tx: Transaction, personId: string, wrappedKey: Buffer): PersonCipher {
    const { municipalityId } = tx.tenancy;
    return new PersonCipher(municipalityId, this.keyRing.unwrapPersonKey(municipalityId, personId, wrappedKey));
  }

  /** Cipher of one person who must exist. */
  async cipherOf(tx: Transaction, personId: string): Promise<PersonCipher> {
    const cipher = (await this.ciphersOf(tx, [personId])).get(personId);
    if (!cipher) throw new Error(`Person ${personId} has no key any more`);
    return cipher;
  }
}
