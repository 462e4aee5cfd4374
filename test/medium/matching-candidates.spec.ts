import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AreaDirectory } from '@app/features/associations/index.js';
import { findCandidates, type CandidateQuestion } from '../../src/features/matching/candidates.read-model.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf } from '../support/application.js';

const hour = 3_600_000;

let scene: Application;
/** The one neighbour who could be asked, but for what a test changes. */
let jan: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 60, askers: 3 });
  const [first] = scene.town.neighbours;
  jan = first!.personId;
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.rows('DELETE FROM helper_availability');
  await scene.rows('DELETE FROM person_block');
  await scene.rows(
    `UPDATE helper_profile SET neighbourhood_code = $2, max_distance = 'own-neighbourhood', paused_until = NULL, trust = 'none',
            accepts_acute = true, weekly_ask_budget = 2, helps_while_asking = false WHERE person_id = $1`,
    [jan, scene.code(northOf)],
  );
  await scene.rows(
    `UPDATE helper_load SET recent_ask_times = '{}', last_declined_at = NULL, last_completed_at = NULL,
            asking = false, agreement_ends = '{}', own_requests = '{}', own_acute_requests = '{}' WHERE person_id = $1`,
    [jan],
  );
  await scene.rows(`UPDATE person SET status = 'active' WHERE id = $1`, [jan]);
  await scene.rows(
    `INSERT INTO helper_category (municipality_id, person_id, category) VALUES ($1, $2, 'walk-dog')
                    ON CONFLICT DO NOTHING`,
    [scene.town.municipalityId, jan],
  );
});

const askerId = newId();

/** What the planner gets to see of Jan for a request of the next three hours; undefined when he is left out. */
async function seen(question: Partial<CandidateQuestion> = {}) {
  return scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), async (tx) => {
    const areas = scene.app.get(AreaDirectory);
    const place = await areas.neighbourhood(tx, scene.code(northOf));
    const found = await findCandidates(tx, await areas.map(tx), {
      askerId,
      personHelpedId: askerId,
      category: 'walk-dog',
      acute: true,
      requiredTrust: 'none',
      place: place!,
      windowFrom: tuesdayAfternoon + hour,
      windowUntil: tuesdayAfternoon + 4 * hour,
      ring: 40,
      knownPersonIds: [],
      ...question,
    });
    return found.find(({ personId }) => personId === jan);
  });
}
const change = (table: string, assignment: string) =>
  scene.rows(`UPDATE ${table} SET ${assignment} WHERE ${table === 'person' ? 'id' : 'person_id'} = $1`, [jan]);

describe('the candidates', () => {
  it('are those whom no lasting rule refuses', async () => {
    expect(await seen()).toMatchObject({
      personId: jan,
      distanceKm: 0,
      distanceClass: 'own-neighbourhood',
      asksLast7Days: 0,
      weeklyBudget: 2,
      openAgreements: 0,
      isAsking: false,
    });
  });

  it.each([
    ['helper_profile', `paused_until = app_now() + interval '1 minute'`],
    ['helper_profile', 'accepts_acute = false'],
    ['helper_load', `last_declined_at = app_now() - interval '23 hours'`],
    ['helper_load', `last_completed_at = app_now() - interval '71 hours'`],
    ['helper_load', 'asking = true'],
    ['helper_load', `agreement_ends = array_fill(app_now() + interval '1 hour', ARRAY[3])`],
    ['person', `status = 'blocked'`],
  ])('leave out by %s whose %s', async (table, assignment) => {
    await change(table, assignment);
    expect(await seen()).toBeUndefined();
  });

  it.each([
    ['helper_profile', `paused_until = app_now() - interval '1 minute'`],
    ['helper_load', `last_declined_at = app_now() - interval '25 hours'`],
    ['helper_load', `last_completed_at = app_now() - interval '73 hours'`],
    ['helper_load', `agreement_ends = array_fill(app_now() - interval '1 hour', ARRAY[3])`],
    ['helper_load', `agreement_ends = array_fill(app_now() + interval '1 hour', ARRAY[2])`],
  ])('keep by %s whose %s', async (table, assignment) => {
    await change(table, assignment);
    expect(await seen()).toMatchObject({ personId: jan });
  });

  it('hold those who could be asked but for the hour or the budget, because those are counted', async () => {
    await change(
      'helper_load',
      `recent_ask_times = ARRAY[app_now() - interval '8 days', app_now() - interval '6 days', app_now()]`,
    );
    await change('helper_profile', 'quiet_from_minute = 0, quiet_until_minute = 1439');
    expect(await seen()).toMatchObject({ asksLast7Days: 2, weeklyBudget: 2, quietNow: true });
    await change('helper_profile', 'quiet_from_minute = 1260, quiet_until_minute = 480');
  });

  it('hold somebody who asked for much help lately as heavily burdened, and nobody else', async () => {
    const daysAgo = (...days: number[]) =>
      `ARRAY[${days.map((day) => `app_now() - interval '${day} days'`).join(', ')}]`;
    expect(await seen()).toMatchObject({ heavilyBurdened: false, helpsWhileAsking: false });
    await change('helper_load', `own_requests = ${daysAgo(29, 9, 2)}, own_acute_requests = ${daysAgo(9)}`);
    expect(await seen()).toMatchObject({ heavilyBurdened: true });
    await change('helper_load', `own_requests = ${daysAgo(31, 9, 2)}, own_acute_requests = ${daysAgo(9)}`);
    expect(await seen()).toMatchObject({ heavilyBurdened: false });
    await change('helper_load', `own_requests = ${daysAgo(31, 9, 2)}, own_acute_requests = ${daysAgo(9, 2)}`);
    expect(await seen()).toMatchObject({ heavilyBurdened: true });
    await change('helper_profile', 'helps_while_asking = true');
    expect(await seen()).toMatchObject({ heavilyBurdened: true, helpsWhileAsking: true });
  });

  it('keep to what somebody offers, to whom is trusted, and to people not seen before', async () => {
    expect(await seen({ category: 'garden' })).toBeUndefined();
    expect(await seen({ requiredTrust: 'vouched' })).toBeUndefined();
    expect(await seen({ knownPersonIds: [jan] })).toBeUndefined();
    expect(await seen({ askerId: jan })).toBeUndefined();
  });

  it.each(['blocker_id, blocked_id', 'blocked_id, blocker_id'])('leave out a block, as %s', async (columns) => {
    await scene.rows(
      `INSERT INTO person_block (municipality_id, ${columns}, id, created_at) VALUES ($1, $2, $3, $4, app_now())`,
      [scene.town.municipalityId, jan, askerId, newId()],
    );
    expect(await seen()).toBeUndefined();
    expect(await seen({ askerId: newId(), personHelpedId: askerId })).toBeUndefined();
    expect(await seen({ askerId: newId(), personHelpedId: newId() })).toMatchObject({ personId: jan });
  });

  it('reach as far as somebody chose, from where they live now', async () => {
    const elsewhere = 'UPDATE helper_profile SET neighbourhood_code = $2, max_distance = $3 WHERE person_id = $1';
    // The fourth neighbourhood further on is of the same district.
    await scene.rows(elsewhere, [jan, scene.code(northOf + 4), 'own-neighbourhood']);
    expect(await seen()).toBeUndefined();
    await scene.rows(elsewhere, [jan, scene.code(northOf + 4), 'district']);
    expect(await seen()).toMatchObject({ distanceClass: 'district' });
    await scene.rows(elsewhere, [jan, scene.code(northOf + 1), 'district']);
    expect(await seen()).toBeUndefined();
    await scene.rows(elsewhere, [jan, scene.code(northOf + 1), 'municipality']);
    expect(await seen()).toMatchObject({ distanceClass: 'municipality' });
    expect(await seen({ ring: 1 })).toBeUndefined();
  });

  it('keep the hours somebody gave, and have all hours of who gave none', async () => {
    const hours = (day: number, from: number, until: number) =>
      scene.rows('INSERT INTO helper_availability VALUES ($1, $2, $3, $4, $5)', [
        scene.town.municipalityId,
        jan,
        day,
        from,
        until,
      ]);
    await hours(3, 0, 1440);
    await hours(2, 480, 900);
    expect(await seen()).toBeUndefined();
    await hours(2, 1079, 1100);
    expect(await seen()).toMatchObject({ personId: jan });
    expect(await seen({ windowUntil: tuesdayAfternoon + 3.5 * hour })).toBeUndefined();
  });
});

describe('what somebody is in the middle of', () => {
  const loadOf = async (personId: string) => {
    const [load] = await scene.rows<{ asking: boolean; agreement_ends: Date[] }>(
      'SELECT asking, agreement_ends FROM helper_load WHERE person_id = $1',
      [personId],
    );
    return { asking: load!.asking, agreements: load!.agreement_ends.map((end) => end.getTime()) };
  };

  it('is counted as it begins and as it ends, also by people who may not see it', async () => {
    const helper = scene.neighbour(1);
    const asker = scene.neighbour(2);
    const free = { asking: false, agreements: [] };
    const { id } = await scene.post(asker.cookie);
    expect(await loadOf(asker.personId)).toStrictEqual({ asking: true, agreements: [] });
    expect(await loadOf(helper.personId)).toStrictEqual(free);
    (await scene.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} })).result();
    expect(await loadOf(helper.personId)).toStrictEqual({ asking: false, agreements: [tuesdayAfternoon + 4 * hour] });
    (await scene.client.call('cancelHelpRequest', { id, cookie: asker.cookie })).result();
    expect(await loadOf(asker.personId)).toStrictEqual(free);
    expect(await loadOf(helper.personId)).toStrictEqual(free);
  });

  it('holds when their own requests went out, the acute ones apart, and nobody else’s', async () => {
    const own = async (personId: string) => {
      const [load] = await scene.rows<{ all: Date[]; acute: Date[] }>(
        'SELECT own_requests AS all, own_acute_requests AS acute FROM helper_load WHERE person_id = $1',
        [personId],
      );
      return { all: load!.all.length, acute: load!.acute.length };
    };
    const asker = scene.neighbour(3);
    const posted = await scene.post(asker.cookie);
    const later = {
      from: new Date(tuesdayAfternoon + 24 * hour).toISOString(),
      until: new Date(tuesdayAfternoon + 28 * hour).toISOString(),
    };
    await scene.post(asker.cookie, { urgency: 'planned', window: later });
    expect(await own(asker.personId)).toStrictEqual({ all: 2, acute: 1 });
    expect(await own(scene.neighbour(4).personId)).toStrictEqual({ all: 0, acute: 0 });
    (await scene.client.call('cancelHelpRequest', { id: posted.id, cookie: asker.cookie })).result();
    expect(await own(asker.personId)).toStrictEqual({ all: 1, acute: 0 });
  });
});
