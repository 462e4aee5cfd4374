import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.js';
import { chainStart, linksFor, type AuditEntry, type AuditHead, type AuditLink } from './audit-chain.js';
import type { AuditTrail } from './verify-chain.js';

/** Most entries one transaction puts in the chain. */
const batch = 1_000;

const entryColumns = `e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.act,
  e.actor_id AS "actorId", e.association_id AS "associationId", e.subject_id AS "subjectId", e.about_id AS "aboutId",
  e.reason, e.details`;
const linkColumns = `sequence::float8 AS sequence, entry_id AS "entryId", encode(hash, 'hex') AS hash`;

/** Reads and lengthens the chain of one municipality. Needs a system transaction. */
@Injectable()
export class AuditTrailStore {
  /**
   * Puts what waits in the chain. One writer at a time for each municipality, so the order is that of the chain itself.
   * @returns how many entries were chained
   */
  async chainPending(tx: Transaction): Promise<number> {
    const { municipalityId } = tx.tenancy;
    await this.takeTurn(tx);
    const waiting = await tx.query<AuditEntry>(
      `SELECT ${entryColumns} FROM audit_pending w
         JOIN audit_entry e ON e.municipality_id = w.municipality_id AND e.id = w.entry_id
        WHERE w.municipality_id = $1 ORDER BY e.id LIMIT ${batch}`,
      [municipalityId],
    );
    const links = linksFor(municipalityId, await this.lastLink(tx), waiting);
    await tx.query(
      `INSERT INTO audit_link (municipality_id, sequence, entry_id, hash)
       SELECT $1, sequence, entry_id, decode(hash, 'hex')
         FROM unnest($2::bigint[], $3::uuid[], $4::text[]) AS l(sequence, entry_id, hash)`,
      [
        municipalityId,
        links.map(({ sequence }) => sequence),
        links.map(({ entryId }) => entryId),
        links.map(({ hash }) => hash),
      ],
    );
    await tx.query('DELETE FROM audit_pending WHERE municipality_id = $1 AND entry_id = ANY ($2::uuid[])', [
      municipalityId,
      waiting.map(({ id }) => id),
    ]);
    return links.length;
  }

  /** Whether anything waits that is older than a job takes. */
  async hasOverdue(tx: Transaction): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM audit_pending w JOIN audit_entry e ON e.municipality_id = w.municipality_id AND e.id = w.entry_id
        WHERE w.municipality_id = $1 AND e.at < app_now() - interval '30 seconds' LIMIT 1`,
      [tx.tenancy.municipalityId],
    );
    return rows.length > 0;
  }

  /** Notes the end of the chain for a day, once; undefined when that day has its head already. */
  async keepHead(tx: Transaction, day: string): Promise<AuditHead | undefined> {
    const { municipalityId } = tx.tenancy;
    await this.takeTurn(tx);
    const { sequence, hash } = (await this.lastLink(tx)) ?? { sequence: 0, hash: chainStart(municipalityId) };
    const kept = await tx.query(
      `INSERT INTO audit_head (municipality_id, day, sequence, hash, exported_at)
       VALUES ($1, $2, $3, decode($4, 'hex'), app_now()) ON CONFLICT DO NOTHING RETURNING day`,
      [municipalityId, day, sequence, hash],
    );
    return kept.length > 0 ? { municipalityId, sequence, hash } : undefined;
  }

  async hasHead(tx: Transaction, day: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM audit_head WHERE municipality_id = $1 AND day = $2', [
      tx.tenancy.municipalityId,
      day,
    ]);
    return rows.length > 0;
  }

  /** Everything there is, for a check. */
  async read(tx: Transaction): Promise<AuditTrail> {
    const { municipalityId } = tx.tenancy;
    const own = [municipalityId];
    const pending = await tx.query<{ entry_id: string }>(
      'SELECT entry_id FROM audit_pending WHERE municipality_id = $1',
      own,
    );
    return {
      municipalityId,
      entries: await tx.query<AuditEntry>(
        `SELECT ${entryColumns} FROM audit_entry e WHERE e.municipality_id = $1 ORDER BY e.id`,
        own,
      ),
      links: await tx.query<AuditLink>(
        `SELECT ${linkColumns} FROM audit_link WHERE municipality_id = $1 ORDER BY sequence`,
        own,
      ),
      pendingIds: new Set(pending.map(({ entry_id: id }) => id)),
    };
  }

  private async lastLink(tx: Transaction): Promise<AuditLink | undefined> {
    const [last] = await tx.query<AuditLink>(
      `SELECT ${linkColumns} FROM audit_link WHERE municipality_id = $1 ORDER BY audit_link.sequence DESC LIMIT 1`,
      [tx.tenancy.municipalityId],
    );
    return last;
  }

  private async takeTurn(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [tx.tenancy.municipalityId]);
  }
}
