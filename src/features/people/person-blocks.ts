import { Inject, Injectable } from '@nestjs/common';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** A block as the person who made it may see it. */
export interface OwnBlock {
  readonly id: string;
  readonly blockedId: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/**
 * Who wants nothing to do with whom: mutual, silent, and known again when somebody registers anew with the same
 * address. The only writer of `person_block` and `blocked_address`.
 */
@Injectable()
export class PersonBlocks {
  constructor(@Inject(KeyRing) private readonly keyRing: KeyRing) {}

  /** Whether these two may not meet, whoever of them wanted it. As the system, or as one of the two. */
  async between(tx: Transaction, one: string, other: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM person_block WHERE municipality_id = $1
          AND ((blocker_id = $2 AND blocked_id = $3) OR (blocker_id = $3 AND blocked_id = $2)) LIMIT 1`,
      [tx.tenancy.municipalityId, one, other],
    );
    return rows.length > 0;
  }

  /** Those of these people who may not meet another one, whoever of them wanted it. Needs a system transaction. */
  async among(tx: Transaction, people: readonly string[], other: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT CASE WHEN blocker_id = $3 THEN blocked_id ELSE blocker_id END AS id FROM person_block
        WHERE municipality_id = $1
          AND ((blocker_id = $3 AND blocked_id = ANY ($2::uuid[])) OR (blocked_id = $3 AND blocker_id = ANY ($2::uuid[])))`,
      [tx.tenancy.municipalityId, people, other],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps two people apart from now on; twice is once. Needs a system transaction. @returns the id of the block */
  async block(tx: Transaction, blockerId: string, blockedId: string): Promise<string> {
    const { municipalityId } = tx.tenancy;
    // A yes holds its neighbour while it looks for blocks: it comes before this one, and is seen, or finds it.
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE', [
      municipalityId,
      [blockerId, blockedId],
    ]);
    await tx.query(
      `INSERT INTO person_block (municipality_id, blocker_id, blocked_id, id, created_at)
       VALUES ($1, $2, $3, $4, app_now()) ON CONFLICT (municipality_id, blocker_id, blocked_id) DO NOTHING`,
      [municipalityId, blockerId, blockedId, newId()],
    );
    const known = await tx.query<{ id: string; email_index: Buffer }>(
      'SELECT id, email_index FROM person WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND email_index IS NOT NULL',
      [municipalityId, [blockerId, blockedId]],
    );
    for (const { id, email_index } of known) await this.remember(tx, id, email_index);
    const [row] = await tx.query<{ id: string }>(
      `SELECT coalesce(copy_of, id) AS id FROM person_block
        WHERE municipality_id = $1 AND blocker_id = $2 AND blocked_id = $3`,
      [municipalityId, blockerId, blockedId],
    );
    if (!row) throw new Error('A block that was just made is not there');
    return row.id;
  }

  /** Blocks this person made, newest first. */
  async madeBy(tx: Transaction, blockerId: string): Promise<OwnBlock[]> {
    const rows = await tx.query<{ id: string; blocked_id: string; created_at: Date }>(
      `SELECT id, blocked_id, created_at FROM person_block
        WHERE municipality_id = $1 AND blocker_id = $2 AND copy_of IS NULL ORDER BY created_at DESC, id DESC`,
      [tx.tenancy.municipalityId, blockerId],
    );
    return rows.map((row) => ({ id: row.id, blockedId: row.blocked_id, since: row.created_at.getTime() }));
  }

  /** Ends a block, but only for who made it. @returns whether there was one */
  async lift(tx: Transaction, blockerId: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM person_block WHERE municipality_id = $1 AND blocker_id = $2 AND id = $3 AND copy_of IS NULL RETURNING id`,
      [tx.tenancy.municipalityId, blockerId, id],
    );
    return rows.length > 0;
  }

  /**
   * Somebody has an address from now on, new account or new address: what was blocked for this address before is
   * blocked again. Needs a system transaction.
   */
  async recognise(tx: Transaction, personId: string, emailIndex: Buffer): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const earlier = await tx.query<{ person_id: string }>(
      'SELECT person_id FROM blocked_address WHERE municipality_id = $1 AND mark = $2 AND person_id <> $3',
      [municipalityId, this.keyRing.blockMark(emailIndex), personId],
    );
    const inBlocks = await tx.query(
      'SELECT 1 FROM blocked_address WHERE municipality_id = $1 AND person_id = $2 LIMIT 1',
      [municipalityId, personId],
    );
    if (earlier.length === 0 && inBlocks.length === 0) return;
    for (const { person_id: before } of earlier) await this.carryOver(tx, before, personId);
    await this.remember(tx, personId, emailIndex);
  }

  /** What held for the earlier account holds for this one. */
  private async carryOver(tx: Transaction, before: string, personId: string): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const blocks = await tx.query<{ id: string; blocker_id: string; blocked_id: string; created_at: Date }>(
      `SELECT coalesce(copy_of, id) AS id, blocker_id, blocked_id, created_at FROM person_block
        WHERE municipality_id = $1 AND $2 IN (blocker_id, blocked_id) AND NOT $3 = ANY (ARRAY[blocker_id, blocked_id])`,
      [municipalityId, before, personId],
    );
    const now = (id: string): string => (id === before ? personId : id);
    for (const { id, blocker_id, blocked_id, created_at } of blocks) {
      // A block this person made themselves is theirs to see and to end again; one made by another stays a copy.
      const copyOf = blocked_id === before ? id : null;
      await tx.query(
        `INSERT INTO person_block (municipality_id, blocker_id, blocked_id, id, copy_of, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, blocker_id, blocked_id) DO NOTHING`,
        [municipalityId, now(blocker_id), now(blocked_id), newId(), copyOf, created_at],
      );
    }
  }

  private async remember(tx: Transaction, personId: string, emailIndex: Buffer): Promise<void> {
    await tx.query(
      'INSERT INTO blocked_address (municipality_id, mark, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [tx.tenancy.municipalityId, this.keyRing.blockMark(emailIndex), personId],
    );
  }
}
