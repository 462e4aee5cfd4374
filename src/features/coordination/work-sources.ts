import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { peopleSources } from './people-sources.js';
import { aboutPerson, most, noKinds, type WorkRow, type WorkScope, type WorkSource } from './work-row.js';

const requestColumns = `
  coalesce(h.beneficiary_id, h.asker_id) AS person_id, h.neighbourhood_code, h.id AS help_request_id, h.category,
  h.urgency, h.status, h.window_from, h.window_until, h.escalation_level`;

const helpers = `
  ARRAY(SELECT a.person_id FROM acceptance a WHERE a.municipality_id = h.municipality_id AND a.help_request_id = h.id
           AND a.status IN ('accepted', 'confirmed') ORDER BY a.since)`;

/**
 * Until when a yes may wait for the word of who asked; nothing when none waits. Whoever was asked for at the telephone
 * gives it through an organiser, so there it is work at once; of anybody else when this moment has passed.
 */
const wordBy = `
  SELECT CASE h.urgency WHEN 'acute' THEN least(max(a.since) + interval '30 minutes', h.window_until)
                        ELSE least(max(a.since) + interval '1 day', h.window_from) END AS word_by
    FROM acceptance a
   WHERE a.municipality_id = h.municipality_id AND a.help_request_id = h.id AND a.status = 'accepted'`;

/** Requests of the organisations $2; one that went on stands with the desk $3 or whoever was called in, and stays with its association. */
const requests = `
  SELECT CASE WHEN h.status = 'in-review' THEN 'review'
              WHEN h.status = 'open' AND h.escalation_level > 0 THEN 'unfilled'
              WHEN h.posted_by_id IS DISTINCT FROM h.asker_id AND yes.word_by IS NOT NULL THEN 'to-confirm'
              WHEN yes.word_by <= app_now() THEN 'to-confirm' ELSE 'running' END AS kind,
         CASE WHEN h.escalation_level = 2 AND coalesce(h.called_in_id, $3::uuid) = ANY ($2::uuid[])
              THEN coalesce(h.called_in_id, $3::uuid) ELSE h.association_id END AS organisation_id,
         h.id AS subject_id, h.posted_at AS since,
         CASE WHEN h.status = 'in-review' THEN coalesce(h.coordinator_at, h.desk_at, h.window_from)
              WHEN h.status = 'open' AND h.escalation_level = 2 THEN coalesce(h.desk_at, h.posted_at)
              WHEN h.status = 'open' AND h.escalation_level = 1 THEN coalesce(h.coordinator_at, h.posted_at)
              WHEN h.status = 'open' THEN coalesce(h.coordinator_at, h.desk_at, h.window_until)
              WHEN h.posted_by_id IS DISTINCT FROM h.asker_id OR yes.word_by <= app_now()
                THEN coalesce(yes.word_by, h.window_until)
              ELSE h.window_until END AS due_at,
         ${requestColumns}, ${helpers} AS helper_ids, ${noKinds},
         h.status = 'in-review' AND EXISTS (SELECT 1 FROM help_request e WHERE e.municipality_id = h.municipality_id
           AND e.asker_id = h.asker_id AND e.status = 'completed') AS bulk
    FROM help_request h
    LEFT JOIN LATERAL (${wordBy}) yes ON h.status = 'matched'
   WHERE h.municipality_id = $1 AND h.status IN ('in-review', 'open', 'matched')
     AND (h.association_id = ANY ($2::uuid[]) OR (h.escalation_level = 2 AND coalesce(h.called_in_id, $3::uuid) = ANY ($2::uuid[])))
   ORDER BY (h.status = 'open' AND h.escalation_level > 0) DESC, due_at LIMIT ${most}`;

/** Somebody helps or is helped for the first time: a glance afterwards, which holds nothing up. */
const firstMatches = `
  SELECT 'first-match' AS kind, a.association_id AS organisation_id, a.id AS subject_id, a.since,
         a.since + interval '1 day' AS due_at, ${requestColumns}, ARRAY[a.person_id] AS helper_ids, false AS bulk, ${noKinds}
    FROM acceptance a
    JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
   WHERE a.municipality_id = $1 AND a.association_id = ANY ($2::uuid[])
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
         m.created_at + interval '3 days' AS due_at, m.person_id, p.neighbourhood_code, ${aboutPerson}, ${noKinds}
    FROM membership m
    JOIN helper_profile p ON p.municipality_id = m.municipality_id AND p.person_id = m.person_id
   WHERE m.municipality_id = $1 AND m.association_id = ANY ($2::uuid[])
     AND m.role = 'neighbour' AND m.created_at > app_now() - interval '30 days'
     AND NOT EXISTS (SELECT 1 FROM work_mark w WHERE w.municipality_id = $1 AND w.association_id = m.association_id
                        AND w.kind = 'welcome' AND w.subject_id = m.person_id AND w.done_at IS NOT NULL)
   ORDER BY m.created_at LIMIT ${most}`;

/** A coordinator is to come along, and a neighbour has said yes. */
const accompaniments = `
  SELECT 'accompany' AS kind, c.association_id AS organisation_id, c.id AS subject_id, h.posted_at AS since,
         h.window_from AS due_at, ${requestColumns}, ${helpers} AS helper_ids, false AS bulk, ${noKinds}
    FROM accompaniment c
    JOIN help_request h ON h.municipality_id = c.municipality_id AND h.id = c.help_request_id
   WHERE c.municipality_id = $1 AND c.association_id = ANY ($2::uuid[]) AND c.done_at IS NULL
     AND h.status IN ('matched', 'confirmed') ORDER BY h.window_from LIMIT ${most}`;

const ofOrganisations: WorkSource['given'] = ({ organisationIds }) => [organisationIds];
const sources: readonly WorkSource[] = [
  { sql: requests, given: ({ organisationIds, deskId }) => [organisationIds, deskId] },
  { sql: firstMatches, given: ofOrganisations },
  { sql: accompaniments, given: ofOrganisations },
  { sql: welcomes, given: ofOrganisations },
  ...peopleSources,
];

/** All that waits for these organisations. Needs a system transaction: the caller has decided who looks. */
export async function readWork(tx: Transaction, scope: WorkScope): Promise<WorkRow[]> {
  const rows: WorkRow[] = [];
  for (const { sql, given } of sources) {
    rows.push(...(await tx.query<WorkRow>(sql, [tx.tenancy.municipalityId, ...given(scope)])));
  }
  return rows;
}
