import { Inject, Injectable } from '@nestjs/common';
import type { FileImportView, startImport } from '@app/contracts/http/file-imports.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { readAreaMap } from '../area-map.js';
import { isAdministrator } from '../managing.policy.js';
import { FileImportStore, unfinished, type FileImportRow } from './file-import.store.js';
import { reportCsv } from './report-csv.js';

type NewImport = OperationInput<typeof startImport>['body'];

/** So many of the newest are listed. */
const listed = 20;
/** So many faults stand on the page; the report holds the rest. */
const shownFaults = 20;
/** A file that nobody decided about is gone after a day. */
export const keptMs = 24 * 3_600_000;
const silentMs = 30_000;

/** Files that administrators of the municipality send to be taken over. Work on them is done by jobs. */
@Injectable()
export class FileImports {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileImportStore) private readonly store: FileImportStore,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  list(actor: PersonActor): Promise<FileImportView[]> {
    return this.asAdministrator(actor, async (tx) => {
      const rows = await this.store.newest(tx, listed);
      return rows.map((row) => presented(row, [], tx.now));
    });
  }

  /** @throws ProblemError import-unfinished while another of the kind is under way */
  start(actor: PersonActor, { kind, associationId, bytes, sha256 }: NewImport): Promise<FileImportView> {
    return this.asAdministrator(actor, async (tx) => {
      if (associationId !== null && !(await readAreaMap(tx)).owners.has(associationId)) {
        throw new ProblemError('invalid-input', {
          errors: [{ path: '/associationId', message: 'Not an organisation of this municipality' }],
        });
      }
      const id = newId();
      const row = { id, kind, association_id: associationId, bytes, sha256: Buffer.from(sha256, 'hex') };
      if (!(await this.store.add(tx, row))) throw new ProblemError('import-unfinished');
      await this.record(tx, 'import-started', actor, { ...row }, {});
      return this.view(tx, id);
    });
  }

  read(actor: PersonActor, id: string): Promise<FileImportView> {
    return this.asAdministrator(actor, (tx) => this.view(tx, id));
  }

  /** A part that came before changes nothing, so that whoever lost the answer can send it again. */
  receive(actor: PersonActor, id: string, startsAt: number, content: Buffer): Promise<FileImportView> {
    return this.asAdministrator(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (startsAt < row.received_bytes) return this.view(tx, id);
      if (row.status !== 'receiving' || startsAt > row.received_bytes) throw new ProblemError('import-moved-on');
      if (startsAt + content.length > row.bytes) throw new ProblemError('too-large');
      await this.store.addPart(tx, row, startsAt, content);
      if (startsAt + content.length === row.bytes) tx.append('import.ready', { importId: id });
      return this.view(tx, id);
    });
  }

  decide(actor: PersonActor, id: string, rows: 'all' | 'good-rows'): Promise<FileImportView> {
    return this.asAdministrator(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.status !== 'waiting') throw new ProblemError('import-moved-on');
      if (rows === 'all' && row.fault_count > 0) {
        throw new ProblemError('invalid-input', {
          errors: [{ path: '/rows', message: 'Some rows have a fault: correct them, or leave them out' }],
        });
      }
      await this.store.moveTo(tx, id, 'taking', rows === 'good-rows');
      await this.record(tx, 'import-decided', actor, row, { rows });
      tx.append('import.ready', { importId: id });
      return this.view(tx, id);
    });
  }

  cancel(actor: PersonActor, id: string): Promise<FileImportView> {
    return this.asAdministrator(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.status === 'cancelled') return this.view(tx, id);
      if (!isUnfinished(row)) throw new ProblemError('import-moved-on');
      await this.store.moveTo(tx, id, 'cancelled');
      await this.record(tx, 'import-cancelled', actor, row, {});
      return this.view(tx, id);
    });
  }

  report(actor: PersonActor, id: string): Promise<string> {
    return this.asAdministrator(actor, async (tx) => {
      if (!(await this.store.read(tx, id))) throw new ProblemError('not-found');
      return reportCsv(await this.store.faults(tx, id));
    });
  }

  private async locked(tx: Transaction, id: string): Promise<FileImportRow> {
    const row = await this.store.read(tx, id, true);
    if (!row) throw new ProblemError('not-found');
    return row;
  }

  private async view(tx: Transaction, id: string): Promise<FileImportView> {
    const row = await this.store.read(tx, id);
    if (!row) throw new ProblemError('not-found');
    return presented(row, await this.store.faults(tx, id, shownFaults), tx.now);
  }

  private record(
    tx: Transaction,
    act: AuditAct,
    actor: PersonActor,
    row: Pick<FileImportRow, 'id' | 'kind' | 'association_id' | 'bytes'>,
    more: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.audit.record(tx, {
      act,
      actorId: actor.personId,
      associationId: row.association_id,
      aboutId: row.id,
      details: { kind: row.kind, bytes: row.bytes, ...more },
    });
  }

  private async asAdministrator<T>(actor: PersonActor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!isAdministrator(actor)) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), work);
  }
}

export function isUnfinished({ status }: Pick<FileImportRow, 'status'>): boolean {
  return (unfinished as readonly string[]).includes(status);
}

function presented(row: FileImportRow, faults: FileImportView['faults'], now: number): FileImportView {
  const isWorkedOn = row.status === 'checking' || row.status === 'taking';
  return {
    id: row.id,
    kind: row.kind,
    associationId: row.association_id,
    status: row.status,
    bytes: row.bytes,
    receivedBytes: row.received_bytes,
    sha256: row.sha256.toString('hex'),
    rowsDone: row.rows_done,
    isSilent: isWorkedOn && now - row.moved_at.getTime() > silentMs,
    outcome: row.outcome,
    faultCount: row.fault_count,
    faults,
    onlyGoodRows: row.only_good_rows,
    createdAt: row.created_at.toISOString(),
    expiresAt: new Date(row.created_at.getTime() + keptMs).toISOString(),
  };
}
