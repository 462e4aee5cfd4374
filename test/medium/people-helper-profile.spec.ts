import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleScene, type Answer, type Town } from './people-scene.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(30_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
let people = 0;

beforeAll(async () => {
  scene = await PeopleScene.open();
  town = await scene.addTown();
  elsewhere = await scene.addTown();
}, 60_000);
afterAll(() => scene.close());

const signIn = (): Promise<{ readonly personId: string; readonly cookie: string }> =>
  scene.signIn(town, `buur${(people += 1)}@voorbeeld.invalid`);

function profile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    neighbourhoodCode: town.covered,
    categories: ['groceries', 'walk-dog'],
    maxDistance: 'district',
    availability: [{ day: 'tuesday', from: '13:00', until: '17:30' }],
    quietHours: { from: '22:00', until: '07:30' },
    weeklyAskBudget: 3,
    acute: true,
    channels: ['email'],
    alreadyHelping: false,
    ...changes,
  };
}

const put = (cookie: string, body: unknown): Promise<Answer> =>
  scene.call(town, 'PUT', '/v1/helper-profile', { cookie, body });

describe('my helper profile', () => {
  it('is not there until I say that I am willing', async () => {
    const { cookie } = await signIn();
    expect((await scene.call(town, 'GET', '/v1/helper-profile', { cookie })).status).toBe(404);
  });

  it('comes back as I gave it, light things first', async () => {
    const { cookie } = await signIn();
    const saved = await put(cookie, profile());
    expect(saved.status).toBe(200);
    expect(saved.body).toEqual({
      ...profile(),
      categories: ['walk-dog', 'groceries'],
      pausedUntil: null,
      helpsWhileAsking: false,
      againAtOnce: false,
      burdenedUntil: null,
      trust: 'none',
    });
    expect((await scene.call(town, 'GET', '/v1/helper-profile', { cookie })).body).toEqual(saved.body);
  });

  it('replaces what I chose before', async () => {
    const { cookie, personId } = await signIn();
    await put(cookie, profile());
    const until = '2099-01-01T09:00:00.000Z';
    const saved = await put(cookie, profile({ categories: ['coffee'], availability: [], pausedUntil: until }));
    expect(saved.body).toMatchObject({ categories: ['coffee'], availability: [], pausedUntil: until });
    const loads = await scene.rows(town, 'SELECT 1 FROM helper_load WHERE person_id = $1', [personId]);
    expect(loads).toHaveLength(1);
  });

  it('lets me be asked while I ask for help myself, and keeps that choice when it is not mentioned', async () => {
    const { cookie } = await signIn();
    expect((await put(cookie, profile())).body['helpsWhileAsking']).toBe(false);
    expect((await put(cookie, profile({ helpsWhileAsking: true }))).body['helpsWhileAsking']).toBe(true);
    expect((await put(cookie, profile())).body['helpsWhileAsking']).toBe(true);
    expect((await put(cookie, profile({ helpsWhileAsking: false }))).body['helpsWhileAsking']).toBe(false);
  });

  it('lets whom I helped ask me again at once, and keeps that choice when it is not mentioned', async () => {
    const { cookie } = await signIn();
    expect((await put(cookie, profile({ againAtOnce: true }))).body['againAtOnce']).toBe(true);
    expect((await put(cookie, profile())).body['againAtOnce']).toBe(true);
    expect((await put(cookie, profile({ againAtOnce: false }))).body['againAtOnce']).toBe(false);
  });

  it('makes me a neighbour of the association of my buurt, and lets me help', async () => {
    const { cookie } = await signIn();
    await put(cookie, profile());
    await put(cookie, profile());
    const me = await scene.call(town, 'GET', '/v1/me', { cookie });
    expect(me.body['memberships']).toEqual([
      { role: 'neighbour', associationId: town.associationId, associationName: 'Wijkvereniging' },
    ]);
    expect(me.body['capabilities']).toEqual(['ask-help', 'help']);
    await put(cookie, profile({ neighbourhoodCode: town.uncovered }));
    const moved = await scene.call(town, 'GET', '/v1/me', { cookie });
    expect(moved.body['memberships']).toEqual([
      { role: 'neighbour', associationId: town.deskId, associationName: 'Loket' },
    ]);
  });

  it('may move house twice in 30 days', async () => {
    const { cookie } = await signIn();
    const [here, there] = [profile(), profile({ neighbourhoodCode: town.uncovered })];
    for (const home of [here, there, here]) expect((await put(cookie, home)).status).toBe(200);
    const third = await put(cookie, there);
    expect([third.status, third.body['code']]).toEqual([429, 'too-many-requests']);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(29 * 24 * 3_600);
    expect((await put(cookie, profile({ weeklyAskBudget: 0 }))).status).toBe(200);
    await scene.wait('30 days');
    await scene.rows(town, `UPDATE session SET expires_at = app_now() + interval '1 hour'`);
    expect((await put(cookie, there)).status).toBe(200);
  });

  it('counts moves that are made at once', async () => {
    const { cookie, personId } = await signIn();
    await put(cookie, profile());
    const homes = [town.uncovered, town.covered, town.uncovered, town.covered, town.uncovered, town.covered];
    await Promise.all(homes.map((neighbourhoodCode) => put(cookie, profile({ neighbourhoodCode }))));
    const [row] = await scene.rows<{ moves: number }>(
      town,
      'SELECT cardinality(home_changes) AS moves FROM helper_profile WHERE person_id = $1',
      [personId],
    );
    expect(row?.moves).toBeLessThanOrEqual(2);
  });

  it('keeps my first answer to whether I help already', async () => {
    const { cookie } = await signIn();
    await put(cookie, profile({ alreadyHelping: false }));
    const changed = await put(cookie, profile({ alreadyHelping: true }));
    expect(changed.body['alreadyHelping']).toBe(false);
  });

  it('does not let me choose how much I am trusted', async () => {
    const { cookie } = await signIn();
    expect((await put(cookie, profile({ trust: 'vog' }))).body['trust']).toBe('none');
  });

  it('names a buurt that is unknown or of another municipality', async () => {
    const { cookie } = await signIn();
    for (const neighbourhoodCode of ['BU99999999', elsewhere.covered]) {
      const answer = await put(cookie, profile({ neighbourhoodCode }));
      expect([answer.status, answer.body['code']]).toEqual([400, 'unknown-neighbourhood']);
    }
    expect((await scene.call(town, 'GET', '/v1/helper-profile', { cookie })).status).toBe(404);
  });

  it('names every fault at once', async () => {
    const { cookie } = await signIn();
    const answer = await put(
      cookie,
      profile({
        categories: [],
        weeklyAskBudget: 15,
        availability: [{ day: 'tuesday', from: '17:00', until: '13:00' }],
      }),
    );
    expect(answer.status).toBe(400);
    const paths = (answer.body['errors'] as { path: string }[]).map(({ path }) => path).toSorted();
    expect(paths).toEqual(['/availability/0/until', '/categories', '/weeklyAskBudget']);
  });

  it('is mine alone', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    await put(mine.cookie, profile());
    expect((await scene.call(town, 'GET', '/v1/helper-profile', { cookie: other.cookie })).status).toBe(404);
    await put(other.cookie, profile({ weeklyAskBudget: 7 }));
    const seen = await scene.call(town, 'GET', '/v1/helper-profile', { cookie: mine.cookie });
    expect(seen.body['weeklyAskBudget']).toBe(3);
    expect((await scene.call(town, 'GET', '/v1/helper-profile')).status).toBe(401);
  });
});
