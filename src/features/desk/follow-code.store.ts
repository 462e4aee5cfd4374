import { Inject, Injectable } from '@nestjs/common';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What somebody follows with a code. */
export interface FollowedSubject {
  readonly kind: 'question' | 'request';
  readonly id: string;
}

/** Long enough for a question that moves twice and the month that its answer is kept. */
const validDays = 60;

/** The only writer of codes to follow with. Needs a system transaction. */
@Injectable()
export class FollowCodeStore {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  /** The newest code of a subject takes the place of the one before it. @returns until when it works */
  async put(tx: Transaction, { kind, id }: FollowedSubject, askerId: string, code: string): Promise<Date> {
    const { municipalityId } = tx.tenancy;
    await tx.query('DELETE FROM follow_code WHERE municipality_id = $1 AND expires_at <= app_now()', [municipalityId]);
    const [row] = await tx.query<{ expires_at: Date }>(
      `INSERT INTO follow_code (municipality_id, kind, subject_id, asker_id, code_mark, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, app_now(), app_now() + interval '${validDays} days')
       ON CONFLICT (municipality_id, kind, subject_id) DO UPDATE
         SET code_mark = EXCLUDED.code_mark, made_at = EXCLUDED.made_at, expires_at = EXCLUDED.expires_at
       RETURNING expires_at`,
      [municipalityId, kind, id, askerId, this.keyRing.followMark(municipalityId, code)],
    );
    if (!row) throw new Error('A code that was just made is not there');
    return row.expires_at;
  }

  async find(tx: Transaction, code: string): Promise<FollowedSubject | undefined> {
    const { municipalityId } = tx.tenancy;
    const [found] = await tx.query<FollowedSubject>(
      `SELECT kind, subject_id AS id FROM follow_code
        WHERE municipality_id = $1 AND code_mark = $2 AND expires_at > app_now()`,
      [municipalityId, this.keyRing.followMark(municipalityId, code)],
    );
    return found;
  }

  /** Wrong codes of the last hour, from everybody together. */
  async wrongTries(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM follow_try
        WHERE municipality_id = $1 AND at > app_now() - interval '1 hour'`,
      [tx.tenancy.municipalityId],
    );
    return row?.count ?? 0;
  }

  async noteWrongTry(tx: Transaction): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(`DELETE FROM follow_try WHERE municipality_id = $1 AND at <= app_now() - interval '1 hour'`, [
      municipalityId,
    ]);
    await tx.query('INSERT INTO follow_try (municipality_id, id, at) VALUES ($1, $2, app_now())', [
      municipalityId,
      newId(),
    ]);
  }

  async forget(tx: Transaction, askerId: string): Promise<void> {
    await tx.query('DELETE FROM follow_code WHERE municipality_id = $1 AND asker_id = $2', [
      tx.tenancy.municipalityId,
      askerId,
    ]);
  }

  ofAsker(tx: Transaction, askerId: string): Promise<{ kind: string; made_at: Date }[]> {
    return tx.query('SELECT kind, made_at FROM follow_code WHERE municipality_id = $1 AND asker_id = $2', [
      tx.tenancy.municipalityId,
      askerId,
    ]);
  }
}
