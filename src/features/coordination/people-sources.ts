import { aboutPerson, most, noKinds, type WorkSource } from './work-row.js';

/** Where somebody lives who said how they want to help; nothing for anybody else. */
const home = (person: string) =>
  `(SELECT p.neighbourhood_code FROM helper_profile p WHERE p.municipality_id = $1 AND p.person_id = ${person})`;

/** Reports; never one about whoever looks, or made by them: somebody else decides. */
const reports = `
  SELECT 'report' AS kind, r.association_id AS organisation_id, r.id AS subject_id, r.created_at AS since,
         r.created_at + CASE WHEN r.kind = 'unsafe' THEN interval '2 hours' ELSE interval '1 day' END AS due_at,
         r.subject_id AS person_id, ${home('r.subject_id')} AS neighbourhood_code, ${aboutPerson},
         r.kind AS report_kind, NULL AS sanction_kind
    FROM report r
   WHERE r.municipality_id = $1 AND r.association_id = ANY ($2::uuid[]) AND r.status = 'open'
     AND r.subject_id <> $3 AND r.reporter_id IS DISTINCT FROM $3
   ORDER BY r.created_at LIMIT ${most}`;

/** Who asks to look again; not for whoever decided, and for the desk $4 from all associations. */
const appeals = `
  SELECT 'appeal' AS kind, CASE WHEN s.association_id = ANY ($2::uuid[]) THEN s.association_id ELSE $4::uuid END AS organisation_id,
         s.id AS subject_id, s.appealed_at AS since, s.appealed_at + interval '3 days' AS due_at,
         s.person_id, ${home('s.person_id')} AS neighbourhood_code, ${aboutPerson},
         NULL AS report_kind, s.kind AS sanction_kind
    FROM sanction s
   WHERE s.municipality_id = $1 AND s.appeal_status = 'open' AND s.person_id <> $3 AND s.imposed_by_id <> $3
     AND (s.association_id = ANY ($2::uuid[]) OR $4 = ANY ($2::uuid[]))
   ORDER BY s.appealed_at LIMIT ${most}`;

/** What ends within three days, and what has no end and nobody looked at for 30 days: may it end? */
const sanctions = `
  SELECT 'sanction' AS kind, s.association_id AS organisation_id, s.id AS subject_id, s.imposed_at AS since,
         coalesce(s.until, greatest(s.imposed_at, w.done_at) + interval '37 days') AS due_at,
         s.person_id, ${home('s.person_id')} AS neighbourhood_code, ${aboutPerson},
         NULL AS report_kind, s.kind AS sanction_kind
    FROM sanction s
    LEFT JOIN work_mark w ON w.municipality_id = s.municipality_id AND w.association_id = s.association_id
     AND w.kind = 'sanction' AND w.subject_id = s.id
   WHERE s.municipality_id = $1 AND s.association_id = ANY ($2::uuid[]) AND s.person_id <> $3
     AND s.kind <> 'warning' AND s.ended_at IS NULL AND s.appeal_status IS DISTINCT FROM 'open'
     AND (s.until > app_now() AND s.until <= app_now() + interval '3 days' AND w.done_at IS NULL
       OR s.until IS NULL AND greatest(s.imposed_at, w.done_at) <= app_now() - interval '30 days')
   ORDER BY due_at LIMIT ${most}`;

/** Certificates of conduct that end soon, or ended in the last three months. */
const certificates = `
  SELECT 'vog' AS kind, g.association_id AS organisation_id, g.id AS subject_id, g.checked_at AS since,
         g.expires_on::timestamptz AS due_at, g.person_id, ${home('g.person_id')} AS neighbourhood_code,
         ${aboutPerson}, ${noKinds}
    FROM vog_check g
   WHERE g.municipality_id = $1 AND g.association_id = ANY ($2::uuid[]) AND g.person_id <> $3 AND g.ended_at IS NULL
     AND g.told_at IS NOT NULL AND g.expires_on > (app_now() - interval '90 days')::date
   ORDER BY g.expires_on LIMIT ${most}`;

/** Questions to the desk that are theirs, or are offered to them. */
const questions = `
  SELECT 'question' AS kind, CASE WHEN q.owner_id = ANY ($2::uuid[]) THEN q.owner_id ELSE q.offered_id END AS organisation_id,
         q.id AS subject_id, q.asked_at AS since, q.due_at, q.asker_id AS person_id, NULL AS neighbourhood_code,
         ${aboutPerson}, ${noKinds}
    FROM desk_question q
   WHERE q.municipality_id = $1 AND q.status = 'open'
     AND (q.owner_id = ANY ($2::uuid[]) OR q.offered_id = ANY ($2::uuid[]))
   ORDER BY q.due_at LIMIT ${most}`;

/** Words that people offered for the wall of thanks: a look before everyone reads them, which no one waits for. */
const thanks = `
  SELECT 'thanks' AS kind, w.association_id AS organisation_id, w.id AS subject_id, w.offered_at AS since,
         w.offered_at + interval '7 days' AS due_at, w.author_id AS person_id, NULL AS neighbourhood_code,
         ${aboutPerson}, ${noKinds}
    FROM wall_thanks w
   WHERE w.municipality_id = $1 AND w.association_id = ANY ($2::uuid[]) AND w.status = 'waiting'
   ORDER BY w.offered_at LIMIT ${most}`;

/** Gatherings of the last 60 days of which nobody noted within three days how many came. */
const gatherings = `
  SELECT 'gathering' AS kind, d.association_id AS organisation_id, d.id AS subject_id, d.ends_at AS since,
         d.ends_at + interval '7 days' AS due_at, NULL::uuid AS person_id, g.neighbourhood_code, ${aboutPerson}, ${noKinds}
    FROM gathering_date d
    JOIN gathering g ON g.municipality_id = d.municipality_id AND g.id = d.gathering_id
   WHERE d.municipality_id = $1 AND d.association_id = ANY ($2::uuid[]) AND d.status = 'planned' AND d.outcome IS NULL
     AND d.ends_at < app_now() - interval '3 days' AND d.ends_at > app_now() - interval '60 days'
   ORDER BY d.ends_at LIMIT ${most}`;

const ofLooker: WorkSource['given'] = ({ organisationIds, lookerId }) => [organisationIds, lookerId];

/** What waits about people, for who may decide about them. */
export const peopleSources: readonly WorkSource[] = [
  { sql: reports, given: ofLooker },
  { sql: appeals, given: ({ organisationIds, lookerId, deskId }) => [organisationIds, lookerId, deskId] },
  { sql: sanctions, given: ofLooker },
  { sql: certificates, given: ofLooker },
  { sql: questions, given: ({ organisationIds }) => [organisationIds] },
  { sql: thanks, given: ({ organisationIds }) => [organisationIds] },
  { sql: gatherings, given: ({ organisationIds }) => [organisationIds] },
];
