import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf } from '../support/application.js';

/** One ask as it stands. */
export interface AskRow {
  readonly id: string;
  readonly person_id: string;
  readonly status: string;
  readonly reasons: readonly string[];
}

/** A town in which every neighbour may be asked for everything, in one neighbourhood, nine times a week. */
export async function openEagerTown(): Promise<Application> {
  const scene = await Application.open({ neighbours: 40, askers: 4 });
  await scene.rows(
    `UPDATE helper_profile SET neighbourhood_code = $1, max_distance = 'own-neighbourhood', weekly_ask_budget = 9,
            accepts_acute = true, quiet_from_minute = 1260, quiet_until_minute = 480`,
    [scene.code(northOf)],
  );
  await scene.rows('DELETE FROM helper_availability');
  await scene.rows(`UPDATE helper_category SET category = 'walk-dog' WHERE category = 'groceries'
                       AND NOT EXISTS (SELECT FROM helper_category o WHERE o.person_id = helper_category.person_id AND o.category = 'walk-dog')`);
  await scene.rows(
    `INSERT INTO helper_category (municipality_id, person_id, category)
     SELECT municipality_id, person_id, 'walk-dog' FROM helper_profile ON CONFLICT DO NOTHING`,
  );
  return scene;
}

/** As on the first day: nobody was asked lately, nothing is open. */
export async function beginAfresh(scene: Application): Promise<void> {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('DELETE FROM person_block');
  await scene.rows(`UPDATE help_request SET status = 'cancelled' WHERE status IN ('open', 'matched')`);
  await scene.rows('UPDATE helper_profile SET paused_until = NULL, again_at_once = true, weekly_ask_budget = 9');
  await scene.rows(
    `UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0, last_declined_at = NULL, agreement_ends = '{}'`,
  );
}

export function asksAbout(scene: Application, id: string): Promise<AskRow[]> {
  return scene.rows<AskRow>(
    'SELECT id, person_id, status, reasons FROM ask WHERE help_request_id = $1 ORDER BY created_at, id',
    [id],
  );
}

export async function peopleAsked(scene: Application, id: string): Promise<string[]> {
  return (await asksAbout(scene, id)).map(({ person_id: who }) => who);
}

export function cookieOf(scene: Application, personId: string): string {
  return scene.town.neighbours.find((neighbour) => neighbour.personId === personId)!.cookie;
}

export async function answer(scene: Application, ask: AskRow, body: { answer: 'yes' | 'no' }) {
  return scene.client.call('answerAsk', { id: ask.id, cookie: cookieOf(scene, ask.person_id), body });
}
