import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { KeyRing, type Place } from '@app/platform/crypto/key-ring.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashCode } from '@app/platform/crypto/secret-hash.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** How long a code is good for. */
const minutes = 10;
const mostCodesPerHour = 10;

/** A code to send, to whom, and how long it is good for. */
export interface CodeToSend {
  readonly email: string;
  readonly code: string;
  readonly minutes: number;
  /** Of the page on which it was asked for. */
  readonly language: Language;
}

/** What a code is for. */
export interface CodePurpose {
  readonly helpRequestId?: string | undefined;
  /** Of the page on which it is asked for; Dutch when absent. */
  readonly language?: Language | undefined;
}

/** A fresh code with its hash. Made outside a transaction, because hashing takes as long as many queries. */
export interface PreparedCode {
  readonly code: string;
  readonly hash: string;
}

/** Codes by e-mail: made, sent once, and forgotten. Whether an address is known plays no part in any of it. */
@Injectable()
export class SignInChallenges {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  async prepare(): Promise<PreparedCode> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return { code, hash: await hashCode(code) };
  }

  /**
   * Makes a challenge and asks for its code to be sent; using the code also confirms the help request, if one is given.
   * After ten in an hour for one address an id comes back that stands for nothing, and no mail goes out:
   * the caller cannot tell, and nobody's mailbox is flooded. Needs a system transaction.
   */
  async create(tx: Transaction, email: string, purpose: CodePurpose, prepared?: PreparedCode): Promise<string> {
    const { code, hash } = prepared ?? (await this.prepare());
    const { language = 'nl', helpRequestId } = purpose;
    const { municipalityId } = tx.tenancy;
    const id = newId();
    const index = this.keyRing.emailIndex(municipalityId, email);
    if (await this.tooMany(tx, index)) return id;
    await tx.query(
      `INSERT INTO sign_in_challenge
         (municipality_id, id, email_index, email_enc, code_hash, code_enc, created_at, expires_at, help_request_id, language)
       VALUES ($1, $2, $3, $4, $5, $6, app_now(), app_now() + make_interval(mins => $7), $8, $9)`,
      [
        municipalityId,
        id,
        index,
        this.keyRing.sealTenantText(email.trim(), place(municipalityId, 'email_enc', id)),
        hash,
        this.keyRing.sealTenantText(code, place(municipalityId, 'code_enc', id)),
        minutes,
        helpRequestId ?? null,
        language,
      ],
    );
    tx.append('sign-in.requested', { challengeId: id });
    return id;
  }

  /**
   * Another code for the purpose of an open challenge of the last day; the earlier code stops working once there is
   * a new one. For an unknown or used challenge an id comes back that stands for nothing. Needs a system transaction.
   */
  async renew(tx: Transaction, challengeId: string, prepared: PreparedCode): Promise<string> {
    const { municipalityId } = tx.tenancy;
    const [earlier] = await tx.query<{ email_enc: Buffer; help_request_id: string | null; language: Language }>(
      `SELECT email_enc, help_request_id, language FROM sign_in_challenge
        WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND created_at > app_now() - interval '1 day'`,
      [municipalityId, challengeId],
    );
    if (!earlier) return newId();
    const email = this.openEmail(tx, challengeId, earlier.email_enc);
    const { help_request_id: helpRequestId, language } = earlier;
    const renewed = await this.create(tx, email, { helpRequestId: helpRequestId ?? undefined, language }, prepared);
    await tx.query(
      `UPDATE sign_in_challenge SET expires_at = app_now(), code_enc = NULL
        WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > app_now()
          AND EXISTS (SELECT 1 FROM sign_in_challenge n WHERE n.municipality_id = $1 AND n.id = $3)`,
      [municipalityId, challengeId, renewed],
    );
    return renewed;
  }

  /** What to send; null when it was sent or used already, or is too old to be of use. */
  async readForSending(tx: Transaction, challengeId: string): Promise<CodeToSend | null> {
    const { municipalityId } = tx.tenancy;
    const [row] = await tx.query<{ email_enc: Buffer; code_enc: Buffer; minutes: number; language: Language }>(
      `SELECT email_enc, code_enc, language, ceil(extract(epoch FROM expires_at - app_now()) / 60)::int AS minutes
         FROM sign_in_challenge
        WHERE municipality_id = $1 AND id = $2
          AND sent_at IS NULL AND used_at IS NULL AND code_enc IS NOT NULL AND expires_at > app_now()`,
      [municipalityId, challengeId],
    );
    if (!row) return null;
    return {
      email: this.openEmail(tx, challengeId, row.email_enc),
      code: this.keyRing.openTenantText(row.code_enc, place(municipalityId, 'code_enc', challengeId)),
      minutes: row.minutes,
      language: row.language,
    };
  }

  /** From now on only the hash of the code is known. */
  async markSent(tx: Transaction, challengeId: string): Promise<void> {
    await tx.query(
      `UPDATE sign_in_challenge SET sent_at = app_now(), code_enc = NULL
        WHERE municipality_id = $1 AND id = $2 AND sent_at IS NULL`,
      [tx.tenancy.municipalityId, challengeId],
    );
  }

  /** Challenges whose code should have gone out this many seconds ago and still can. */
  async unsent(tx: Transaction, olderThanSeconds: number): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM sign_in_challenge
        WHERE municipality_id = $1 AND sent_at IS NULL AND used_at IS NULL AND expires_at > app_now()
          AND created_at < app_now() - make_interval(secs => $2)`,
      [tx.tenancy.municipalityId, olderThanSeconds],
    );
    return rows.map(({ id }) => id);
  }

  /** The address a challenge was made for. */
  openEmail(tx: Transaction, challengeId: string, sealed: Buffer): string {
    return this.keyRing.openTenantText(sealed, place(tx.tenancy.municipalityId, 'email_enc', challengeId));
  }

  private async tooMany(tx: Transaction, index: Buffer): Promise<boolean> {
    await lockAddress(tx, index);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM sign_in_challenge
        WHERE municipality_id = $1 AND email_index = $2 AND created_at > app_now() - interval '1 hour'`,
      [tx.tenancy.municipalityId, index],
    );
    return (row?.count ?? 0) >= mostCodesPerHour;
  }
}

/** Makes transactions about one address take turns, so that two at once are counted as two. */
export async function lockAddress(tx: Transaction, emailIndex: Buffer): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [emailIndex.toString('hex')]);
}

function place(municipalityId: string, column: 'email_enc' | 'code_enc', rowId: string): Place {
  return { municipalityId, table: 'sign_in_challenge', column, rowId };
}
