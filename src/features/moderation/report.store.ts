import { Injectable } from '@nestjs/common';
import type { ReportKind } from '@app/contracts/http/reports.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export interface ReportRow {
  readonly id: string;
  readonly association_id: string;
  readonly reporter_id: string | null;
  readonly subject_id: string;
  readonly help_request_id: string | null;
  readonly kind: ReportKind;
  readonly text_enc: Buffer | null;
  readonly status: 'open' | 'decided';
  readonly version: number;
  readonly created_at: Date;
  readonly earlier_reports: number;
  readonly earlier_sanctions: number;
}

export interface NewReportRow {
  readonly id: string;
  readonly associationId: string;
  readonly reporterId: string | null;
  readonly subjectId: string;
  readonly helpRequestId: string | null;
  readonly kind: ReportKind;
  readonly textEnc: Buffer | null;
}

const columns = `r.id, r.association_id, r.reporter_id, r.subject_id, r.help_request_id, r.kind, r.text_enc, r.status,
  r.version, r.created_at,
  (SELECT count(*)::int FROM report o WHERE o.municipality_id = r.municipality_id AND o.subject_id = r.subject_id
      AND o.id <> r.id) AS earlier_reports,
  (SELECT count(*)::int FROM sanction s WHERE s.municipality_id = r.municipality_id AND s.person_id = r.subject_id)
    AS earlier_sanctions`;

/** The only writer of reports. Needs a system transaction. */
@Injectable()
export class ReportStore {
  async insert(tx: Transaction, row: NewReportRow): Promise<void> {
    await tx.query(
      `INSERT INTO report (municipality_id, id, association_id, reporter_id, subject_id, help_request_id, kind, text_enc,
                           status, version, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', 1, app_now())`,
      [
        tx.tenancy.municipalityId,
        row.id,
        row.associationId,
        row.reporterId,
        row.subjectId,
        row.helpRequestId,
        row.kind,
        row.textEnc,
      ],
    );
    tx.append('report.made', { reportId: row.id, associationId: row.associationId });
  }

  async madeInADay(tx: Transaction, reporterId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM report
        WHERE municipality_id = $1 AND reporter_id = $2 AND created_at > app_now() - interval '1 day'`,
      [tx.tenancy.municipalityId, reporterId],
    );
    return row?.count ?? 0;
  }

  /** Whether the product raised this already and nobody has decided yet. */
  async isRaised(tx: Transaction, subjectId: string, kind: ReportKind): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM report WHERE municipality_id = $1 AND subject_id = $2 AND kind = $3 AND status = 'open' LIMIT 1`,
      [tx.tenancy.municipalityId, subjectId, kind],
    );
    return rows.length > 0;
  }

  /** What waits for these organisations, but never a report about whoever looks. */
  open(tx: Transaction, organisationIds: readonly string[], lookerId: string): Promise<ReportRow[]> {
    return tx.query<ReportRow>(
      `SELECT ${columns} FROM report r
        WHERE r.municipality_id = $1 AND r.association_id = ANY ($2::uuid[]) AND r.status = 'open' AND r.subject_id <> $3
        ORDER BY r.created_at, r.id LIMIT 200`,
      [tx.tenancy.municipalityId, organisationIds, lookerId],
    );
  }

  async lock(tx: Transaction, id: string): Promise<ReportRow | undefined> {
    const [row] = await tx.query<ReportRow>(
      `SELECT ${columns} FROM report r WHERE r.municipality_id = $1 AND r.id = $2 FOR UPDATE OF r`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  async decide(tx: Transaction, id: string, deciderId: string): Promise<void> {
    await tx.query(
      `UPDATE report SET status = 'decided', version = version + 1, decided_at = app_now(), decided_by_id = $3
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, deciderId],
    );
  }
}
