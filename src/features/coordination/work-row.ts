import type { ReportKind, SanctionKind } from '@app/contracts/http/reports.js';
import type { Category, RequestStatus, Urgency } from '@app/contracts/http/vocabulary.js';
import type { WorkKind } from '@app/contracts/http/work-items.js';

/** At most this many of each kind. */
export const most = 200;

/** For whom the list is read. The caller has decided that this looker works at these organisations. */
export interface WorkScope {
  readonly organisationIds: readonly string[];
  readonly deskId: string | null;
  readonly lookerId: string;
}

/** Rows of one kind, or of a few, in one statement. The municipality is always $1. */
export interface WorkSource {
  readonly sql: string;
  /** From $2 on. */
  readonly given: (scope: WorkScope) => readonly unknown[];
}

/** One thing that waits, without a word of anybody. */
export interface WorkRow {
  readonly kind: WorkKind;
  readonly organisation_id: string;
  readonly subject_id: string;
  readonly since: Date;
  readonly due_at: Date;
  /** The one who needs the help, or whom it is about; null for a gathering. */
  readonly person_id: string | null;
  readonly neighbourhood_code: string | null;
  readonly help_request_id: string | null;
  readonly category: Category | null;
  readonly urgency: Urgency | null;
  readonly status: RequestStatus | null;
  readonly window_from: Date | null;
  readonly window_until: Date | null;
  readonly escalation_level: number;
  readonly helper_ids: readonly string[];
  readonly bulk: boolean;
  readonly report_kind: ReportKind | null;
  readonly sanction_kind: SanctionKind | null;
}

/** Columns of what is about a person and no request. */
export const aboutPerson = `NULL::uuid AS help_request_id, NULL AS category, NULL AS urgency, NULL AS status,
  NULL::timestamptz AS window_from, NULL::timestamptz AS window_until, 0 AS escalation_level, '{}'::uuid[] AS helper_ids,
  false AS bulk`;
export const noKinds = 'NULL AS report_kind, NULL AS sanction_kind';
