import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** JSON with its keys in order, so that the same content gives the same hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

export function hashBody(body: unknown): Buffer {
  return createHash('sha256').update(canonical(body)).digest();
}

export interface IdempotencyScope {
  /** Whose key it is: two people may choose the same one. */
  readonly scope: Buffer;
  readonly key: string;
}

export interface StoredAnswer {
  readonly bodyHash: Buffer;
  readonly personId: string;
  readonly answerEnc: Buffer;
}

/** Remembers what was answered to a key, so that a repeated call changes nothing. Needs a system transaction. */
@Injectable()
export class IdempotencyStore {
  /** Holds back a second call with the same key until this transaction ends. @returns what an earlier one was answered */
  hold(tx: Transaction, scope: IdempotencyScope): Promise<StoredAnswer | undefined> {
    tx.write('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [
      `${tx.tenancy.municipalityId}|${scope.scope.toString('base64url')}|${scope.key}`,
    ]);
    return this.find(tx, scope);
  }

  private async find(tx: Transaction, { scope, key }: IdempotencyScope): Promise<StoredAnswer | undefined> {
    const [row] = await tx.query<{ body_hash: Buffer; person_id: string; answer_enc: Buffer }>(
      'SELECT body_hash, person_id, answer_enc FROM idempotency_key WHERE municipality_id = $1 AND scope = $2 AND key = $3',
      [tx.tenancy.municipalityId, scope, key],
    );
    return row ? { bodyHash: row.body_hash, personId: row.person_id, answerEnc: row.answer_enc } : undefined;
  }

  keep(tx: Transaction, { scope, key }: IdempotencyScope, answer: StoredAnswer): void {
    tx.write(
      `INSERT INTO idempotency_key (municipality_id, scope, key, body_hash, person_id, answer_enc, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, app_now())`,
      [tx.tenancy.municipalityId, scope, key, answer.bodyHash, answer.personId, answer.answerEnc],
    );
  }

  seal(cipher: PersonCipher, key: string, answer: unknown): Buffer {
    return cipher.seal(JSON.stringify(answer), { table: 'idempotency_key', column: 'answer_enc', rowId: key });
  }

  open(cipher: PersonCipher, key: string, sealed: Buffer): unknown {
    return JSON.parse(cipher.open(sealed, { table: 'idempotency_key', column: 'answer_enc', rowId: key }));
  }
}
