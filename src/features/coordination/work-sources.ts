import type { WorkKind } from '@app/contracts/http/work-items.js';
import type { Category, RequestStatus, Urgency } from '@app/contracts/http/vocabulary.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

const most = 200;

/** One thing that waits, without a word of anybody. */
export interface WorkRow {
  readonly kind: WorkKind;
  readonly organisation_id: string;
  readonly subject_id: string;
  readonly since: Date;
  readonly due_at: Date;
  /** The one who needs the help, or the new neighbour. */
  readonly person_id: string;
  readonly neighbourhood_code: string;
  readonly help_request_id: string | null;
  readonly category: Category | null;
  readonly urgency: Urgency | null;
  readonly status: RequestStatus | null;
  readonly window_from: Date | null;
  readonly window_until: Date | null;
  readonly escalation_level: number;
  readonly helper_ids: readonly string[];
  readonly bulk: boolean;
}

const requestColumns = `
  coalesce(h.beneficiary_id, h.asker_id) AS person_id, h.neighbourhood_code, h.id AS help_request_id, h.category,
  h.urgency, h.status, h.window_from, h.window_until, h.escalation_level`;

const helpers = `
  ARRAY(SELECT a.person_id FROM acceptance a WHERE a.municipality_id = h.municipality_id AND a.help_request_id = h.id
           AND a.status IN ('accepted', 'confirmed') ORDER BY a.since)`;

/** Requests of the organisations $2; one that went to the desk $3 stands with the desk, and stays with its association. */
const requests = `
  SELECT CASE WHEN h.status = 'in-review' THEN 'review'
              WHEN h.status = 'open' AND h.escalation_level > 0 THEN 'unfilled' ELSE 'running' END AS kind,
         CASE WHEN h.escalation_level = 2 AND $3 = ANY ($2::uuid[]) THEN $3::uuid ELSE h.association_id END AS organisation_id,
         h.id AS subject_id, h.posted_at AS since,
         CASE WHEN h.status = 'in-review' THEN coalesce(h.coordinator_at, h.desk_at, h.window_from)
              WHEN h.status = 'open' AND h.escalation_level = 2 THEN coalesce(h.desk_at, h.posted_at)
              WHEN h.status = 'open' AND h.escalation_level = 1 THEN coalesce(h.coordinator_at, h.posted_at)
              WHEN h.status = 'open' THEN coalesce(h.coordinator_at, h.desk_at, h.window_until)
              ELSE h.window_until END AS due_at,
         ${requestColumns}, ${helpers} AS helper_ids,
         h.status = 'in-review' AND EXISTS (SELECT 1 FROM help_request e WHERE e.municipality_id = h.municipality_id
           AND e.asker_id = h.asker_id AND e.status = 'completed') AS bulk
    FROM help_request h
   WHERE h.municipality_id = $1 AND h.status IN ('in-review', 'open', 'matched')
     AND (h.association_id = ANY ($2::uuid[]) OR (h.escalation_level = 2 AND $3 = ANY ($2::uuid[])))
   ORDER BY (h.status = 'open' AND h.escalation_level > 0) DESC, due_at LIMIT ${most}`;

/** Somebody helps or is helped for the first time: a glance afterwards, which holds nothing up. $3 is not asked. */
const firstMatches = `
  SELECT 'first-match' AS kind, a.association_id AS organisation_id, a.id AS subject_id, a.since,
         a.since + interval '1 day' AS due_at, ${requestColumns}, ARRAY[a.person_id] AS helper_ids, false AS bulk
    FROM acceptance a
    JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
   WHERE a.municipality_id = $1 AND a.association_id = ANY ($2::uuid[]) AND $3::uuid IS NOT DISTINCT FROM $3::uuid
     AND a.status = 'confirmed' AND a.since > app_now() - interval '14 days'
     AND (NOT EXISTS (SELECT 1 FROM acceptance e WHERE e.municipality_id = $1 AND e.person_id = a.person_id
                         AND e.status = 'confirmed' AND (e.since, e.id) < (a.since, a.id))
       OR NOT EXISTS (SELECT 1 FROM acceptance e WHERE e.municipality_id = $1 AND e.asker_id = a.asker_id
                         AND e.status = 'confirmed' AND (e.since, e.id) < (a.since, a.id)))
     AND NOT EXISTS (SELECT 1 FROM work_mark w WHERE w.municipality_id = $1 AND w.association_id = a.association_id
                        AND w.kind = 'first-match' AND w.subject_id = a.id AND w.done_at IS NOT NULL)
   ORDER BY a.since LIMIT ${most}`;

/** Neighbours who said that they are willing, in the last 30 days, and whom nobody has greeted. */
const welcomes = `
  SELECT 'welcome' AS kind, m.association_id AS organisation_id, m.person_id AS subject_id, m.created_at AS since,
         m.created_at + interval '3 days' AS due_at, m.person_id, p.neighbourhood_code, NULL::uuid AS help_request_id,
         NULL AS category, NULL AS urgency, NULL AS status, NULL::timestamptz AS window_from,
         NULL::timestamptz AS window_until, 0 AS escalation_level, '{}'::uuid[] AS helper_ids, false AS bulk
    FROM membership m
    JOIN helper_profile p ON p.municipality_id = m.municipality_id AND p.person_id = m.person_id
   WHERE m.municipality_id = $1 AND m.association_id = ANY ($2::uuid[]) AND $3::uuid IS NOT DISTINCT FROM $3::uuid
     AND m.role = 'neighbour' AND m.created_at > app_now() - interval '30 days'
     AND NOT EXISTS (SELECT 1 FROM work_mark w WHERE w.municipality_id = $1 AND w.association_id = m.association_id
                        AND w.kind = 'welcome' AND w.subject_id = m.person_id AND w.done_at IS NOT NULL)
   ORDER BY m.created_at LIMIT ${most}`;

/** All that waits for these organisations. Needs a system transaction: the caller has decided who looks. */
export async function readWork(
  tx: Transaction,
  organisationIds: readonly string[],
  deskId: string | undefined,
): Promise<WorkRow[]> {
  const parameters = [tx.tenancy.municipalityId, organisationIds, deskId ?? null];
  const rows: WorkRow[] = [];
  for (const sql of [requests, firstMatches, welcomes]) rows.push(...(await tx.query<WorkRow>(sql, parameters)));
  return rows;
}
