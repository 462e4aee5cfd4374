import { Injectable } from '@nestjs/common';
import type { PublicationDocument, PublicationSummary } from '@app/contracts/http/publications.js';
import { quarterLater, type Quarter } from '@app/domain/participation/index.js';
import type { PublishedValue } from '@app/domain/statistics/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { newId } from '@app/platform/crypto/new-id.js';

/** What publishing more needs to know of one version of one quarter. */
export interface StoredPublication {
  readonly quarter: string;
  readonly version: number;
  readonly shown: Readonly<Record<string, PublishedValue>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** The only writer of publications; they are added and never change. Needs system transactions. */
@Injectable()
export class PublicationStore {
  async list(tx: Transaction): Promise<PublicationSummary[]> {
    const rows = await tx.query<Omit<PublicationSummary, 'publishedAt'> & { readonly publishedAt: Date }>(
      `SELECT quarter, version, reason, published_at AS "publishedAt" FROM publication
        WHERE municipality_id = $1 ORDER BY quarter DESC, version DESC`,
      [tx.tenancy.municipalityId],
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }

  /** A version of a quarter; without one, the newest. */
  async document(tx: Transaction, quarter?: string, version?: number): Promise<PublicationDocument | undefined> {
    const [row] = await tx.query<{ document: PublicationDocument }>(
      `SELECT document FROM publication
        WHERE municipality_id = $1 AND ($2::text IS NULL OR quarter = $2) AND ($3::integer IS NULL OR version = $3)
        ORDER BY quarter DESC, version DESC LIMIT 1`,
      [tx.tenancy.municipalityId, quarter ?? null, version ?? null],
    );
    return row?.document;
  }

  /** The quarter before as it was published when this was: what was corrected later says nothing of then. */
  async quarterBefore(
    tx: Transaction,
    { quarter, publishedAt }: Pick<PublicationDocument, 'quarter' | 'publishedAt'>,
  ): Promise<PublicationDocument | undefined> {
    const [row] = await tx.query<{ document: PublicationDocument }>(
      `SELECT document FROM publication WHERE municipality_id = $1 AND quarter = $2 AND published_at <= $3
        ORDER BY version DESC LIMIT 1`,
      [tx.tenancy.municipalityId, quarterLater(quarter as Quarter, -1), publishedAt],
    );
    return row?.document;
  }

  /** Every version of every quarter, oldest first. */
  all(tx: Transaction): Promise<StoredPublication[]> {
    return tx.query(
      'SELECT quarter, version, shown, counts FROM publication WHERE municipality_id = $1 ORDER BY quarter, version',
      [tx.tenancy.municipalityId],
    );
  }

  /** @returns false when somebody else has just published this version */
  async add(
    tx: Transaction,
    document: PublicationDocument,
    { shown, counts }: Pick<StoredPublication, 'shown' | 'counts'>,
  ): Promise<boolean> {
    const { quarter, version, publishedAt, reason } = document;
    const rows = await tx.query(
      `INSERT INTO publication (municipality_id, id, quarter, version, published_at, reason, document, shown, counts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (municipality_id, quarter, version) DO NOTHING RETURNING id`,
      [
        tx.tenancy.municipalityId,
        newId(),
        quarter,
        version,
        publishedAt,
        reason,
        JSON.stringify(document),
        JSON.stringify(shown),
        JSON.stringify(counts),
      ],
    );
    return rows.length > 0;
  }
}
