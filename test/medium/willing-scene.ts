import { northOf } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

/** An association in the north with so many people who are willing since a month, and who were never asked. */
export async function openWillingScene(people: number): Promise<CoordinationScene> {
  const at = await CoordinationScene.open({ neighbours: people });
  const { application: app } = at;
  const body = {
    neighbourhoodCode: app.code(northOf),
    categories: ['walk-dog' as const],
    maxDistance: 'municipality' as const,
    availability: [],
    acute: true,
    weeklyAskBudget: 1,
  };
  for (let index = 0; index < people; index += 1)
    (await app.client.call('putHelperProfile', { cookie: app.neighbour(index).cookie, body })).result();
  await app.rows(`UPDATE helper_profile SET willing_since = app_now() - interval '30 days'`);
  await app.rows('UPDATE helper_load SET asks_total = 0, helps_completed = 0, first_help_at = NULL');
  return at;
}
