import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { workItemId, type WorkItemKey } from './work-item-id.js';

export interface WorkMark {
  readonly assigneeId: string | null;
  readonly version: number;
}

interface MarkRow {
  readonly kind: WorkItemKey['kind'];
  readonly association_id: string;
  readonly subject_id: string;
  readonly assignee_id: string | null;
  readonly version: number;
}

const where = 'municipality_id = $1 AND association_id = $2 AND kind = $3 AND subject_id = $4';

/** The only writer of what organisers note at work items. */
@Injectable()
export class WorkMarksStore {
  /** Notes of these organisations, by item id; an item without notes has version 0 and nobody. */
  async of(tx: Transaction, organisationIds: readonly string[], subjectIds: readonly string[]) {
    const rows = await tx.query<MarkRow>(
      `SELECT kind, association_id, subject_id, assignee_id, version FROM work_mark
        WHERE municipality_id = $1 AND association_id = ANY ($2::uuid[]) AND subject_id = ANY ($3::uuid[])`,
      [tx.tenancy.municipalityId, organisationIds, subjectIds],
    );
    return new Map<string, WorkMark>(
      rows.map(({ kind, association_id: organisationId, subject_id: subjectId, assignee_id: assigneeId, version }) => [
        workItemId({ kind, organisationId, subjectId }),
        { assigneeId, version },
      ]),
    );
  }

  async assign(tx: Transaction, key: WorkItemKey, expected: number, personId: string | null): Promise<void> {
    await this.lock(tx, key, expected);
    await tx.query(`UPDATE work_mark SET assignee_id = $5, version = version + 1 WHERE ${where}`, [
      ...valuesOf(tx, key),
      personId,
    ]);
  }

  async finish(tx: Transaction, key: WorkItemKey, expected: number, by: string): Promise<void> {
    await this.lock(tx, key, expected);
    await tx.query(`UPDATE work_mark SET done_at = app_now(), done_by = $5, version = version + 1 WHERE ${where}`, [
      ...valuesOf(tx, key),
      by,
    ]);
  }

  /** @returns whether it was done */
  async reopen(tx: Transaction, key: WorkItemKey): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE work_mark SET done_at = NULL, done_by = NULL, version = version + 1
        WHERE ${where} AND done_at IS NOT NULL RETURNING version`,
      valuesOf(tx, key),
    );
    return rows.length > 0;
  }

  /** @throws ProblemError stale-version when somebody else was first */
  private async lock(tx: Transaction, key: WorkItemKey, expected: number): Promise<void> {
    const values = valuesOf(tx, key);
    await tx.query(
      `INSERT INTO work_mark (municipality_id, association_id, kind, subject_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      values,
    );
    const [row] = await tx.query<{ version: number }>(
      `SELECT version FROM work_mark WHERE ${where} FOR UPDATE`,
      values,
    );
    if (row?.version !== expected) throw new ProblemError('stale-version');
  }
}

function valuesOf(tx: Transaction, { kind, organisationId, subjectId }: WorkItemKey): unknown[] {
  return [tx.tenancy.municipalityId, organisationId, kind, subjectId];
}
