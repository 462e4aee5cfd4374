import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { AreaDirectory } from '../area-directory.js';
import { ImportFault } from '../import/import-fault.js';
import { FileImportStore, type FileImportRow, type ImportResult } from './file-import.store.js';
import { isUnfinished, keptMs } from './file-imports.js';
import { StoppedError, TakeFile } from './take-file.js';

/** What became of a file is known for a month; the audit trail knows longer. */
const listedMs = 31 * 24 * 3_600_000;

/** Does what a file's time has come for. A killed worker leaves nothing half done: the next one begins anew. */
@Injectable()
@HandlesJob('associations.work-import')
export class WorkImport implements JobHandler<'associations.work-import'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileImportStore) private readonly store: FileImportStore,
    @Inject(TakeFile) private readonly takeFile: TakeFile,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async handle({ municipalityId, importId }: JobMap['associations.work-import']): Promise<void> {
    const row = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.due(tx, importId));
    if (row?.status !== 'checking' && row?.status !== 'taking') return;
    const was = row.status;
    try {
      await this.takeFile.run(municipalityId, row, was, (tx, result) => this.finish(tx, row, was, result));
      if (was === 'taking') this.areas.forget(municipalityId);
    } catch (error) {
      if (error instanceof StoppedError) return;
      if (!(error instanceof ImportFault)) throw error;
      const faults = error.faults.map((problem) => ({ line: null, place: null, problem }));
      const refused: ImportResult = { status: 'refused', outcome: null, faults, faultCount: faults.length };
      await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.finish(tx, row.id, was, refused));
    }
  }

  /** The file as it is now, after taking away what was here long enough. */
  private async due(tx: Transaction, id: string): Promise<FileImportRow | undefined> {
    const row = await this.store.read(tx, id, true);
    if (!row) return undefined;
    const age = tx.now - row.created_at.getTime();
    if (isUnfinished(row) && age >= keptMs) {
      await this.store.moveTo(tx, id, 'expired');
      const { kind, bytes, association_id: associationId } = row;
      await this.audit.record(tx, {
        act: 'import-expired',
        actorId: null,
        associationId,
        aboutId: id,
        details: { kind, bytes },
      });
      return undefined;
    }
    if (age >= listedMs) await this.store.forget(tx, id);
    return row;
  }

  private async finish(
    tx: Transaction,
    row: FileImportRow,
    was: 'checking' | 'taking',
    result: ImportResult,
  ): Promise<void> {
    if (!(await this.store.finish(tx, row.id, was, result))) throw new StoppedError();
    if (result.status !== 'taken' || result.outcome === null) return;
    await this.audit.record(tx, {
      act: 'import-taken',
      actorId: null,
      associationId: row.association_id,
      aboutId: row.id,
      details: { kind: row.kind, ...countsOf(result.outcome) },
    });
  }
}

function countsOf(outcome: NonNullable<ImportResult['outcome']>): Record<string, number> {
  if (outcome.kind === 'members') {
    const { rows, invited, known, wrong } = outcome;
    return { rows, invited, known, wrong };
  }
  const { added, changed, unchanged, replaced } = outcome;
  return { added: added.length, changed: changed.length, unchanged, replaced: replaced.length };
}

/** Work that was cut off, and files that were here long enough. */
@Injectable()
@Sweeps('file-import')
export class ImportsToWorkOn implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM file_import WHERE municipality_id = $1
          AND (status IN ('checking', 'taking') AND moved_at <= app_now() - interval '1 minute'
            OR status IN ('receiving', 'checking', 'waiting', 'taking') AND created_at <= app_now() - interval '24 hours'
            OR created_at <= app_now() - interval '31 days')`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'associations.work-import',
      data: { municipalityId, importId: id },
      id: sweepId(['file-import', id], tx.now),
    }));
  }
}

/** A file that is whole, or that somebody decided about, is worked on. */
export const associationReactions: Reactions = {
  'import.ready': ({ id, municipalityId, payload: { importId } }) => [
    { name: 'associations.work-import', id: `${id}-work-import`, data: { municipalityId, importId } },
  ],
};
