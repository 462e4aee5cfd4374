import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Load } from './loads.js';
import { helpsBefore } from './townspeople.js';

/** Stores what the year made of everybody's load, over what they were seeded with. */
export async function writeLoads(tx: Transaction, loads: ReadonlyMap<string, Load>): Promise<void> {
  const rows = [...loads].map(([personId, load]) => ({ personId, ...load }));
  await tx.query(
    `UPDATE helper_load l
        SET recent_ask_times = ARRAY(SELECT to_timestamp(t::float8 / 1000.0) FROM jsonb_array_elements_text(y."recentAskTimes") t),
            asks_total = y."asksTotal" + CASE WHEN p.already_helping THEN $3::int ELSE 0 END,
            fatigue = y.fatigue, fatigue_at = to_timestamp(y."fatigueAt" / 1000.0),
            last_declined_at = to_timestamp(y."lastDeclinedAt" / 1000.0),
            last_completed_at = to_timestamp(y."lastCompletedAt" / 1000.0),
            helps_completed = y."helpsCompleted" + CASE WHEN p.already_helping THEN $3::int ELSE 0 END,
            first_help_at = coalesce(l.first_help_at, to_timestamp(y."firstHelpAt" / 1000.0))
       FROM jsonb_to_recordset($2::jsonb) AS y("personId" uuid, "recentAskTimes" jsonb, "asksTotal" int, fatigue float8,
              "fatigueAt" float8, "lastDeclinedAt" float8, "lastCompletedAt" float8, "helpsCompleted" int, "firstHelpAt" float8),
            helper_profile p
      WHERE l.municipality_id = $1 AND l.person_id = y."personId"
        AND p.municipality_id = l.municipality_id AND p.person_id = l.person_id`,
    [tx.tenancy.municipalityId, JSON.stringify(rows), helpsBefore],
  );
}
