import { Inject, Injectable } from '@nestjs/common';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { hashToken } from '@app/platform/crypto/secret-hash.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export type LinkKind = 'answer-ask' | 'confirm-helpers' | 'record-outcome' | 'pause' | 'withdraw' | 'no-invitations';
/** A link, or the address that a conversation is answered at by mail. */
export type ActionKind = LinkKind | 'reply-by-mail';

/** What a one-tap link may do: one thing, for one person, until a moment. */
export interface ActionToken {
  readonly subjectId: string;
  readonly personId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

const paths: Record<LinkKind, string> = {
  'answer-ask': 'antwoord',
  'confirm-helpers': 'bevestigen',
  'record-outcome': 'afloop',
  pause: 'pauze',
  withdraw: 'afzeggen',
  'no-invitations': 'geen-uitnodigingen',
};

/** Secrets of one-tap links; only their hashes are stored. Needs system transactions. */
@Injectable()
export class ActionTokens {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  /** Path of the link; the same each time, so that a message sent twice carries the same one. */
  linkPath(tx: Transaction, kind: LinkKind, subjectId: string, personId: string, expiresAt: number): string {
    return `/${paths[kind]}/${this.secret(tx, kind, subjectId, personId, expiresAt)}`;
  }

  /** The secret itself, noted by its hash. */
  secret(tx: Transaction, kind: ActionKind, subjectId: string, personId: string, expiresAt: number): string {
    const { municipalityId } = tx.tenancy;
    const token = this.keyRing.actionToken(kind, municipalityId, subjectId, personId);
    tx.gather(
      `INSERT INTO action_token (municipality_id, token_hash, kind, subject_id, person_id, expires_at)
       SELECT municipality_id, token_hash, kind, subject_id, person_id, max(expires_at)
         FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::uuid[], $5::uuid[], $6::timestamptz[])
              AS link(municipality_id, token_hash, kind, subject_id, person_id, expires_at)
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 2
       ON CONFLICT (municipality_id, token_hash) DO UPDATE SET expires_at = greatest(action_token.expires_at, EXCLUDED.expires_at)`,
      [municipalityId, hashToken(token), kind, subjectId, personId, new Date(expiresAt)],
    );
    return token;
  }

  async find(tx: Transaction, kind: ActionKind, token: string): Promise<ActionToken | undefined> {
    const [row] = await tx.query<{ subject_id: string; person_id: string; expires_at: Date; used_at: Date | null }>(
      `SELECT subject_id, person_id, expires_at, used_at FROM action_token
        WHERE municipality_id = $1 AND token_hash = $2 AND kind = $3`,
      [tx.tenancy.municipalityId, hashToken(token), kind],
    );
    if (!row) return undefined;
    const { subject_id: subjectId, person_id: personId, expires_at: expiresAt, used_at: usedAt } = row;
    return { subjectId, personId, expiresAt: expiresAt.getTime(), usedAt: usedAt?.getTime() ?? null };
  }

  async markUsed(tx: Transaction, kind: ActionKind, token: string): Promise<void> {
    await tx.query(
      `UPDATE action_token SET used_at = coalesce(used_at, app_now())
        WHERE municipality_id = $1 AND token_hash = $2 AND kind = $3`,
      [tx.tenancy.municipalityId, hashToken(token), kind],
    );
  }
}
