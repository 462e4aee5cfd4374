import { Inject, Injectable } from '@nestjs/common';
import { retention } from '@app/domain/kernel/retention.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export type WallStatus = 'waiting' | 'shown' | 'refused';

/** Words offered for the wall, in the clear. */
export interface WallWords {
  readonly id: string;
  readonly authorId: string;
  readonly helpRequestId: string;
  readonly status: WallStatus;
  readonly offeredAt: Date;
  readonly text: string;
}

interface Row extends Omit<WallWords, 'text'> {
  readonly sealed: Buffer;
}

const columns = `id, author_id AS "authorId", help_request_id AS "helpRequestId", status, offered_at AS "offeredAt",
  text_enc AS sealed`;

/** Condition of a row whose time is over. */
const hadItsTime = `offered_at <= app_now() - interval '${retention.wallDays} days'`;

/** Keeps the words that people offered for the wall. The only writer. */
@Injectable()
export class WallThanksStore {
  constructor(@Inject(PersonVault) private readonly vault: PersonVault) {}

  /** @returns false when this author offered something for this help before */
  async offer(
    tx: Transaction,
    author: { readonly personId: string; readonly cipher: PersonCipher },
    about: { readonly helpRequestId: string; readonly associationId: string },
    text: string,
  ): Promise<boolean> {
    const id = newId();
    const kept = await tx.query(
      `INSERT INTO wall_thanks (municipality_id, id, association_id, help_request_id, author_id, text_enc, status, offered_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', app_now()) ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.tenancy.municipalityId,
        id,
        about.associationId,
        about.helpRequestId,
        author.personId,
        author.cipher.seal(text, placeOf(id)),
      ],
    );
    return kept.length > 0;
  }

  async statusOf(tx: Transaction, authorId: string, helpRequestId: string): Promise<WallStatus | 'none'> {
    const [row] = await tx.query<{ status: WallStatus }>(
      'SELECT status FROM wall_thanks WHERE municipality_id = $1 AND author_id = $2 AND help_request_id = $3',
      [tx.tenancy.municipalityId, authorId, helpRequestId],
    );
    return row?.status ?? 'none';
  }

  /** @returns the organisation whose list it stood on; undefined when there was nothing */
  async takeBack(tx: Transaction, authorId: string, helpRequestId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ associationId: string }>(
      `WITH gone AS (DELETE FROM wall_thanks WHERE municipality_id = $1 AND author_id = $2 AND help_request_id = $3
                     RETURNING association_id) SELECT association_id AS "associationId" FROM gone`,
      [tx.tenancy.municipalityId, authorId, helpRequestId],
    );
    return row?.associationId;
  }

  /** What everyone may read, newest first. Needs a system transaction. */
  shown(tx: Transaction, most: number): Promise<WallWords[]> {
    return this.read(tx, `status = 'shown' AND NOT ${hadItsTime} ORDER BY decided_at DESC, id DESC LIMIT $2`, most);
  }

  /** What these organisations decide about, what waits first. Needs a system transaction. */
  offeredTo(tx: Transaction, organisationIds: readonly string[]): Promise<WallWords[]> {
    const condition = `association_id = ANY ($2::uuid[]) AND status <> 'refused' AND NOT ${hadItsTime}
      ORDER BY status = 'waiting' DESC, offered_at DESC LIMIT 200`;
    return this.read(tx, condition, organisationIds);
  }

  async one(tx: Transaction, id: string, organisationIds: readonly string[]): Promise<WallWords | undefined> {
    const found = await this.read(tx, `association_id = ANY ($2::uuid[]) AND id = $3 FOR UPDATE`, organisationIds, id);
    return found[0];
  }

  async decide(tx: Transaction, id: string, show: boolean, deciderId: string): Promise<void> {
    await tx.query(
      `UPDATE wall_thanks SET status = $3, decided_at = app_now(), decided_by_id = $4 WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, show ? 'shown' : 'refused', deciderId],
    );
  }

  async ofAuthor(tx: Transaction, authorId: string): Promise<WallWords[]> {
    return this.read(tx, 'author_id = $2 ORDER BY offered_at', authorId);
  }

  async forgetAuthor(tx: Transaction, authorId: string): Promise<void> {
    await tx.query('DELETE FROM wall_thanks WHERE municipality_id = $1 AND author_id = $2', [
      tx.tenancy.municipalityId,
      authorId,
    ]);
  }

  async hasOld(tx: Transaction): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM wall_thanks WHERE municipality_id = $1 AND ${hadItsTime} LIMIT 1`, [
      tx.tenancy.municipalityId,
    ]);
    return rows.length > 0;
  }

  async removeOld(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM wall_thanks WHERE municipality_id = $1 AND ${hadItsTime}`, [tx.tenancy.municipalityId]);
  }

  private async read(tx: Transaction, condition: string, ...values: readonly unknown[]): Promise<WallWords[]> {
    const rows = await tx.query<Row>(`SELECT ${columns} FROM wall_thanks WHERE municipality_id = $1 AND ${condition}`, [
      tx.tenancy.municipalityId,
      ...values,
    ]);
    const ciphers = await this.vault.ciphersOf(tx, [...new Set(rows.map(({ authorId }) => authorId))]);
    return rows.flatMap(({ sealed, ...row }) => {
      const text = ciphers.get(row.authorId)?.open(sealed, placeOf(row.id));
      return text === undefined ? [] : [{ ...row, text }];
    });
  }
}

function placeOf(rowId: string) {
  return { table: 'wall_thanks', column: 'text_enc', rowId };
}
