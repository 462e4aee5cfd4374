import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FileImportView, ImportOutcome } from '@app/contracts/http/file-imports.js';
import { KeyRing, type Place } from '@app/platform/crypto/key-ring.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';

export interface FileImportRow {
  readonly id: string;
  readonly kind: FileImportView['kind'];
  readonly association_id: string | null;
  readonly status: FileImportView['status'];
  readonly only_good_rows: boolean;
  readonly bytes: number;
  readonly received_bytes: number;
  readonly sha256: Buffer;
  readonly rows_done: number;
  readonly fault_count: number;
  readonly outcome: ImportOutcome | null;
  readonly created_at: Date;
  readonly moved_at: Date;
}
export type ImportProblem = FileImportView['faults'][number];

/** How far an import is after a piece of work. */
export interface ImportResult {
  readonly status: 'waiting' | 'taken' | 'refused';
  readonly outcome: ImportOutcome | null;
  readonly faults: readonly ImportProblem[];
  /** All of them, also those that are not kept. */
  readonly faultCount: number;
}

export const unfinished = ['receiving', 'checking', 'waiting', 'taking'] as const;

/** Files that wait to be taken over. Needs system transactions. */
@Injectable()
export class FileImportStore {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
  ) {}

  async newest(tx: Transaction, limit: number): Promise<FileImportRow[]> {
    return tx.query('SELECT * FROM file_import WHERE municipality_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2', [
      tx.tenancy.municipalityId,
      limit,
    ]);
  }

  async read(tx: Transaction, id: string, locked = false): Promise<FileImportRow | undefined> {
    const [row] = await tx.query<FileImportRow>(
      `SELECT * FROM file_import WHERE municipality_id = $1 AND id = $2 ${locked ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  /** @returns false when one of this kind is not finished */
  async add(
    tx: Transaction,
    row: Pick<FileImportRow, 'id' | 'kind' | 'association_id' | 'bytes' | 'sha256'>,
  ): Promise<boolean> {
    const made = await tx.query(
      `INSERT INTO file_import (municipality_id, id, kind, association_id, status, bytes, sha256, created_at, moved_at)
       VALUES ($1, $2, $3, $4, 'receiving', $5, $6, app_now(), app_now())
       ON CONFLICT (municipality_id, kind) WHERE status IN ('receiving', 'checking', 'waiting', 'taking') DO NOTHING
       RETURNING id`,
      [tx.tenancy.municipalityId, row.id, row.kind, row.association_id, row.bytes, row.sha256],
    );
    return made.length > 0;
  }

  async addPart(tx: Transaction, { id, bytes }: FileImportRow, startsAt: number, content: Buffer): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const sealed = this.keyRing.sealTenantBytes(content, placeOf(municipalityId, id, startsAt));
    await tx.query(
      'INSERT INTO file_import_part (municipality_id, import_id, starts_at, content_enc) VALUES ($1, $2, $3, $4)',
      [municipalityId, id, startsAt, sealed],
    );
    const end = startsAt + content.length;
    await tx.query(
      `UPDATE file_import SET received_bytes = $3, status = $4, moved_at = app_now()
        WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, id, end, end === bytes ? 'checking' : 'receiving'],
    );
  }

  /** Somebody decided, or it is over; the file goes with the end. */
  async moveTo(
    tx: Transaction,
    id: string,
    status: 'taking' | 'cancelled' | 'expired',
    onlyGoodRows = false,
  ): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `UPDATE file_import SET status = $3, only_good_rows = $4, rows_done = 0, moved_at = app_now()
        WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, id, status, onlyGoodRows],
    );
    if (status !== 'taking') await this.dropParts(tx, id);
  }

  /** One worker at a time, for as long as its transaction lasts. */
  async takeTurn(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 15)) AS taken',
      [id],
    );
    return row?.taken === true;
  }

  /** In a transaction of its own, so that everybody sees it. @returns false when it was stopped meanwhile */
  async noteProgress(municipalityId: string, id: string, status: string, rows: number): Promise<boolean> {
    const noted = await this.unitOfWork.query(
      asSystem(municipalityId),
      `UPDATE file_import SET rows_done = $4, moved_at = app_now()
        WHERE municipality_id = $1 AND id = $2 AND status = $3 RETURNING id`,
      [municipalityId, id, status, rows],
    );
    return noted.length > 0;
  }

  /** @returns false when it was stopped meanwhile: what was done must not stand */
  async finish(tx: Transaction, id: string, was: 'checking' | 'taking', result: ImportResult): Promise<boolean> {
    const { municipalityId } = tx.tenancy;
    const { status, outcome, faults, faultCount } = result;
    const done = await tx.query(
      `UPDATE file_import SET status = $4, outcome = $5, fault_count = $6, moved_at = app_now(),
              rows_done = coalesce(($5::jsonb ->> 'rows')::integer, rows_done)
        WHERE municipality_id = $1 AND id = $2 AND status = $3 RETURNING id`,
      [municipalityId, id, was, status, outcome === null ? null : JSON.stringify(outcome), faultCount],
    );
    if (done.length === 0) return false;
    await tx.query('DELETE FROM file_import_fault WHERE municipality_id = $1 AND import_id = $2', [municipalityId, id]);
    await tx.query(
      `INSERT INTO file_import_fault (municipality_id, import_id, position, line, place, problem)
       SELECT $1, $2, position, line, place, problem
         FROM unnest($3::integer[], $4::integer[], $5::text[], $6::text[]) AS f(position, line, place, problem)`,
      [
        municipalityId,
        id,
        faults.map((_, index) => index),
        faults.map(({ line }) => line),
        faults.map(({ place }) => place),
        faults.map(({ problem }) => problem),
      ],
    );
    if (status !== 'waiting') await this.dropParts(tx, id);
    return true;
  }

  async faults(tx: Transaction, id: string, limit: number | null = null): Promise<ImportProblem[]> {
    return tx.query(
      `SELECT line, place, problem FROM file_import_fault
        WHERE municipality_id = $1 AND import_id = $2 ORDER BY position LIMIT $3`,
      [tx.tenancy.municipalityId, id, limit],
    );
  }

  async forget(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM file_import WHERE municipality_id = $1 AND id = $2', [tx.tenancy.municipalityId, id]);
  }

  /** The file from its beginning, a part at a time in memory. */
  open(municipalityId: string, id: string): Readable {
    return Readable.from(this.parts(municipalityId, id), { objectMode: false });
  }

  /** Whether what came is what was sent. */
  async isWhole(municipalityId: string, { id, sha256 }: FileImportRow): Promise<boolean> {
    const hash = createHash('sha256');
    for await (const part of this.parts(municipalityId, id)) hash.update(part);
    return hash.digest().equals(sha256);
  }

  private async *parts(municipalityId: string, id: string): AsyncGenerator<Buffer> {
    for (let startsAt = 0; ;) {
      const [part] = await this.unitOfWork.query<{ content_enc: Buffer }>(
        asSystem(municipalityId),
        'SELECT content_enc FROM file_import_part WHERE municipality_id = $1 AND import_id = $2 AND starts_at = $3',
        [municipalityId, id, startsAt],
      );
      if (!part) return;
      const content = this.keyRing.openTenantBytes(part.content_enc, placeOf(municipalityId, id, startsAt));
      yield content;
      startsAt += content.length;
    }
  }

  private async dropParts(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM file_import_part WHERE municipality_id = $1 AND import_id = $2', [
      tx.tenancy.municipalityId,
      id,
    ]);
  }
}

function placeOf(municipalityId: string, id: string, startsAt: number): Place {
  return { municipalityId, table: 'file_import_part', column: 'content_enc', rowId: `${id}:${startsAt}` };
}
