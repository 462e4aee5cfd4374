import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';

/** A day on which one neighbour was asked, said no, and another said yes. */
export async function leaveTracks(
  unitOfWork: UnitOfWork,
  municipalityId: string,
): Promise<{ readonly associationId: string; readonly helpRequestId: string }> {
  const rows = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    unitOfWork.run(asSystem(municipalityId), (tx) => tx.query<Row>(sql, parameters));
  const [scene] = await rows<{ association_id: string; code: string; helper: string; asker: string }>(
    `SELECT a.association_id, a.neighbourhood_code AS code,
            (SELECT person_id FROM helper_profile ORDER BY person_id LIMIT 1) AS helper,
            (SELECT person_id FROM membership WHERE role = 'caregiver' ORDER BY person_id LIMIT 1) AS asker
       FROM association_area a ORDER BY a.neighbourhood_code LIMIT 1`,
  );
  if (!scene) throw new Error('The demonstration was not seeded');
  const helpRequestId = newId();
  const key = [municipalityId, helpRequestId];
  await rows(
    `INSERT INTO help_request (municipality_id, id, association_id, neighbourhood_code, asker_id, posted_by_id, category, urgency,
       status, version, window_from, window_until, expected_minutes, helpers_needed, required_trust, auto_confirm, posted_at)
     VALUES ($1, $2, $3, $4, $5, $5, 'coffee', 'planned', 'open', 3, app_now(), app_now() + interval '2 hours', 60, 1, 'none', false, app_now())`,
    [...key, scene.association_id, scene.code, scene.asker],
  );
  await rows(
    `INSERT INTO ask (municipality_id, id, help_request_id, association_id, person_id, round, status, probability, reasons,
       policy_version, created_at, expires_at)
     VALUES ($1, $3, $2, $4, $5, 0, 'no', 0.5, '{}', 'pace-1', app_now(), app_now())`,
    [...key, newId(), scene.association_id, scene.helper],
  );
  await rows(
    `INSERT INTO acceptance (municipality_id, id, help_request_id, association_id, asker_id, person_id, trust, status, since)
     VALUES ($1, $3, $2, $4, $5, $6, 'none', 'waitlisted', app_now())`,
    [...key, newId(), scene.association_id, scene.asker, scene.helper],
  );
  await rows(
    `INSERT INTO notification (municipality_id, id, event_id, recipient_id, channel, template, subject_id, status, created_at)
     VALUES ($1, $3, $4, $5, 'email', 'ask', $2, 'sent', app_now())`,
    [...key, newId(), newId(), scene.helper],
  );
  await leaveLoadAndBoard(unitOfWork, municipalityId, { ...scene, helpRequestId });
  return { associationId: scene.association_id, helpRequestId };
}

async function leaveLoadAndBoard(
  unitOfWork: UnitOfWork,
  municipalityId: string,
  scene: {
    readonly association_id: string;
    readonly code: string;
    readonly helper: string;
    readonly helpRequestId: string;
  },
): Promise<void> {
  const rows = (sql: string, parameters: readonly unknown[]): Promise<unknown> =>
    unitOfWork.run(asSystem(municipalityId), (tx) => tx.query(sql, parameters));
  await rows(
    `UPDATE helper_load SET fatigue = 2, last_declined_at = app_now(), recent_ask_times = ARRAY[app_now()] WHERE person_id = $1`,
    [scene.helper],
  );
  await rows('INSERT INTO board_area (municipality_id, association_id, sequence) VALUES ($1, $2, 5)', [
    municipalityId,
    scene.association_id,
  ]);
  await rows(
    `INSERT INTO board_entry (municipality_id, association_id, help_request_id, sequence, version, visible, category, urgency, day,
       day_part, expected_minutes, cell_code, status)
     VALUES ($1, $3, $2, 5, 3, true, 'coffee', 'planned', '2026-11-24', 'afternoon', 60, $4, 'open')`,
    [municipalityId, scene.helpRequestId, scene.association_id, scene.code],
  );
}
