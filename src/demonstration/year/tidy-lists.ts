import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What coordinators did in the year: greeted who was new, looked at first matches. What is recent still waits. */
const done = `
  INSERT INTO work_mark (municipality_id, association_id, kind, subject_id, done_at, version)
  SELECT municipality_id, association_id, 'welcome', person_id, created_at + interval '1 day', 1
    FROM membership WHERE municipality_id = $1 AND role = 'neighbour' AND association_id IS NOT NULL
     AND created_at BETWEEN app_now() - interval '30 days' AND app_now() - interval '4 days'
  UNION ALL
  SELECT municipality_id, association_id, 'first-match', id, since + interval '6 hours', 1
    FROM acceptance WHERE municipality_id = $1 AND status = 'confirmed'
     AND since BETWEEN app_now() - interval '14 days' AND app_now() - interval '1 day'`;

/** Members joined when they joined, were seen since, and their coordinators kept their lists. */
export async function tidyLists(tx: Transaction): Promise<void> {
  const municipality = [tx.tenancy.municipalityId];
  await tx.query(
    `UPDATE membership m SET created_at = p.created_at FROM person p
      WHERE m.municipality_id = $1 AND p.municipality_id = m.municipality_id AND p.id = m.person_id`,
    municipality,
  );
  await tx.query(
    `UPDATE person SET last_seen_at = app_now() - interval '2 days' WHERE municipality_id = $1`,
    municipality,
  );
  await tx.query(done, municipality);
}
