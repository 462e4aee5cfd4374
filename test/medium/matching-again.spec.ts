import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionStore, replayDecision } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf, type PostBody } from '../support/application.js';

const minute = 60_000;
const hour = 60 * minute;
let scene: Application;
/** Helped the first asker before. */
let bert: { readonly personId: string; readonly cookie: string };
let asker: { readonly personId: string; readonly cookie: string };
let earlier: string;

interface AskRow {
  readonly id: string;
  readonly person_id: string;
  readonly status: string;
  readonly reasons: readonly string[];
}
const asksAbout = (id: string): Promise<AskRow[]> =>
  scene.rows<AskRow>(
    'SELECT id, person_id, status, reasons FROM ask WHERE help_request_id = $1 ORDER BY created_at, id',
    [id],
  );
const peopleAsked = async (id: string): Promise<string[]> => (await asksAbout(id)).map(({ person_id: who }) => who);
const cookieOf = (personId: string): string =>
  scene.town.neighbours.find((neighbour) => neighbour.personId === personId)!.cookie;
const answer = async (ask: AskRow, body: { answer: 'yes' | 'no' }) =>
  scene.client.call('answerAsk', { id: ask.id, cookie: cookieOf(ask.person_id), body });

beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 4 });
  asker = scene.asker(0);
  bert = scene.neighbour(0);
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
  await scene.trust(bert.personId, 'vouched');
  earlier = (await scene.post(asker.cookie, { address: 'Dorpsstraat 1' })).id;
  (await scene.client.call('acceptHelpRequest', { id: earlier, cookie: bert.cookie, body: {} })).result();
  (await scene.client.call('confirmHelpRequest', { id: earlier, cookie: asker.cookie, body: {} })).result();
  await scene.wait('5 hours');
  (await scene.client.call('recordOutcome', { id: earlier, cookie: asker.cookie, body: { helped: true } })).result();
  await scene.workOff();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('DELETE FROM person_block');
  await scene.rows(`UPDATE help_request SET status = 'cancelled' WHERE status IN ('open', 'matched')`);
  await scene.rows('UPDATE helper_profile SET paused_until = NULL, again_at_once = true, weekly_ask_budget = 9');
  await scene.rows(
    `UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0, last_declined_at = NULL, agreement_ends = '{}'`,
  );
});

const again = async (change: Partial<PostBody> = {}): Promise<string> => {
  const { id } = await scene.post(asker.cookie, { sameNeighbourAs: earlier, ...change });
  await scene.workOff();
  return id;
};
/** Planned for the day after tomorrow. */
const planned = (): Partial<PostBody> => ({
  urgency: 'planned',
  window: {
    from: new Date(tuesdayAfternoon + 20 * hour).toISOString(),
    until: new Date(tuesdayAfternoon + 48 * hour).toISOString(),
  },
});

describe('the same neighbour again', () => {
  it('is asked first and alone, with the reason, and the others when the time is over', async () => {
    const id = await again();
    expect(await asksAbout(id)).toMatchObject([
      { person_id: bert.personId, reasons: expect.arrayContaining(['helped-before']) },
    ]);
    const told = (await scene.client.call('listAsks', { cookie: bert.cookie, query: { status: 'pending' } })).result();
    expect(told.asks.find(({ helpRequestId }) => helpRequestId === id)?.reasons[0]).toBe(
      `${told.asks.find(({ helpRequestId }) => helpRequestId === id)!.request.givenName} vraagt u opnieuw: u hielp al eerder.`,
    );
    await scene.setClock(tuesdayAfternoon + 9 * minute);
    await scene.runJob('matching.plan-wave', id);
    expect(await peopleAsked(id)).toStrictEqual([bert.personId]);
    // The clock runs on while the request is posted.
    await scene.setClock(tuesdayAfternoon + 11 * minute);
    await scene.runJob('matching.plan-wave', id);
    const asked = await peopleAsked(id);
    expect(asked.length).toBeGreaterThan(2);
    // A first wave: being asked alone was none.
    expect(await scene.rows('SELECT round FROM matching_plan WHERE help_request_id = $1', [id])).toStrictEqual([
      { round: 1 },
    ]);
    const decisions = await scene.app
      .get(UnitOfWork)
      .run(asSystem(scene.town.municipalityId), (tx) => scene.app.get(DecisionStore, { strict: false }).about(tx, id));
    expect(decisions.map((decision) => replayDecision(decision).outcome)).toStrictEqual(decisions.map(() => 'same'));
    expect(replayDecision(decisions[0]!).people[0]?.why).toStrictEqual(['Hielp deze vrager eerder.']);
  });

  it('is followed by the others at once after a no', async () => {
    const id = await again();
    const [ask] = await asksAbout(id);
    (await answer(ask!, { answer: 'no' })).result();
    await scene.workOff();
    expect((await peopleAsked(id)).length).toBeGreaterThan(2);
  });

  it('gets until some hours later when there is no haste', async () => {
    const id = await again(planned());
    expect(await peopleAsked(id)).toStrictEqual([bert.personId]);
    await scene.setClock(tuesdayAfternoon + 3 * hour - minute);
    await scene.runJob('matching.plan-wave', id);
    expect(await peopleAsked(id)).toStrictEqual([bert.personId]);
    await scene.setClock(tuesdayAfternoon + 3 * hour + minute);
    await scene.runJob('matching.plan-wave', id);
    expect((await peopleAsked(id)).length).toBeGreaterThan(1);
  });

  it('is waited for until quiet hours are over, and asked then', async () => {
    await scene.rows(
      'UPDATE helper_profile SET quiet_from_minute = 780, quiet_until_minute = 960 WHERE person_id = $1',
      [bert.personId],
    );
    try {
      const id = await again(planned());
      expect(await peopleAsked(id)).toStrictEqual([]);
      const [plan] = await scene.rows<{ next_wave_at: Date }>(
        'SELECT next_wave_at FROM matching_plan WHERE help_request_id = $1',
        [id],
      );
      expect(plan!.next_wave_at.getTime()).toBe(tuesdayAfternoon + 2 * hour);
      await scene.setClock(tuesdayAfternoon + 2 * hour + 1);
      await scene.runJob('matching.plan-wave', id);
      expect(await peopleAsked(id)).toStrictEqual([bert.personId]);
    } finally {
      await scene.rows(
        'UPDATE helper_profile SET quiet_from_minute = 1260, quiet_until_minute = 480 WHERE person_id = $1',
        [bert.personId],
      );
    }
  });

  it.each([
    [
      'rests after the help and did not choose otherwise',
      'UPDATE helper_profile SET again_at_once = false WHERE person_id = $1',
    ],
    ['pauses', `UPDATE helper_profile SET paused_until = app_now() + interval '1 day' WHERE person_id = $1`],
    ['used up the budget', 'UPDATE helper_profile SET weekly_ask_budget = 0 WHERE person_id = $1'],
    [
      'blocked the asker',
      `INSERT INTO person_block (municipality_id, id, blocker_id, blocked_id, created_at)
       SELECT municipality_id, gen_random_uuid(), $1, asker_id, app_now() FROM help_request WHERE id = $2`,
    ],
  ])('is silently an ordinary wave when that neighbour %s', async (_why, sql) => {
    await scene.rows(sql, sql.includes('$2') ? [bert.personId, earlier] : [bert.personId]);
    const answered = await scene.client.call('postHelpRequest', {
      cookie: asker.cookie,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: scene.body({ sameNeighbourAs: earlier }),
    });
    const { id } = answered.result();
    await scene.workOff();
    const asked = await asksAbout(id);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.some(({ person_id: who }) => who === bert.personId)).toBe(false);
    expect(asked.some(({ reasons }) => reasons.includes('helped-before'))).toBe(false);
    // Nothing the asker sees differs from a request in which that neighbour was asked.
    expect(Object.keys(await scene.see(id, asker.cookie)).toSorted()).toStrictEqual(
      Object.keys(await scene.see(earlier, asker.cookie)).toSorted(),
    );
  });

  it('cannot be wanted by another asker, nor of a request in which nobody helped', async () => {
    const other = scene.asker(1);
    const refused = async (cookie: string, sameNeighbourAs: string) =>
      (
        await scene.client.call('postHelpRequest', {
          cookie,
          headers: { 'idempotency-key': crypto.randomUUID() },
          body: scene.body({ sameNeighbourAs }),
        })
      ).problem();
    expect(await refused(other.cookie, earlier)).toMatchObject({
      code: 'not-found',
      errors: [{ path: '/sameNeighbourAs' }],
    });
    const open = await scene.post(asker.cookie);
    expect((await refused(asker.cookie, open.id)).code).toBe('not-found');
  });

  it('is forgotten from the decisions they were waited for in when they are erased', async () => {
    await scene.rows(
      'UPDATE helper_profile SET quiet_from_minute = 780, quiet_until_minute = 960 WHERE person_id = $1',
      [bert.personId],
    );
    const id = await again(planned());
    const kept = 'SELECT 1 FROM matching_decision WHERE help_request_id = $1';
    expect(await scene.count(kept, [id])).toBe(1);
    await scene.rows(`UPDATE person SET status = 'erased' WHERE id = $1`, [bert.personId]);
    expect(await scene.count(kept, [id])).toBe(0);
    await scene.rows(`UPDATE person SET status = 'active' WHERE id = $1`, [bert.personId]);
  });
});

describe('when the one who said yes cannot come', () => {
  /** A request that one of those who were asked took, and gave back. */
  async function withdrawn(): Promise<{ id: string; first: AskRow[]; winner: AskRow; refuser: AskRow }> {
    const { id } = await scene.post(scene.asker(2).cookie);
    await scene.workOff();
    const first = await asksAbout(id);
    const [winner, refuser] = first;
    (await answer(winner!, { answer: 'yes' })).result();
    await scene.workOff();
    // Too late, but it is a no.
    (await answer(refuser!, { answer: 'no' })).result();
    const cookie = cookieOf(winner!.person_id);
    expect((await scene.client.call('withdrawAcceptance', { id, cookie })).status).toBe(204);
    return { id, first, winner: winner!, refuser: refuser! };
  }

  it('asks those again who were told that it was solved, but for who said no and who gave it back', async () => {
    const { id, first, winner, refuser } = await withdrawn();
    // Here there is nobody left who was not asked yet.
    await scene.rows(
      `UPDATE helper_profile SET paused_until = app_now() + interval '1 day' WHERE person_id <> ALL ($1::uuid[])`,
      [first.map(({ person_id: who }) => who)],
    );
    await scene.workOff();
    const asks = await asksAbout(id);
    const second = asks.filter(({ id: askId }) => !first.some((ask) => ask.id === askId));
    const twice = second.filter(({ person_id: who }) => first.some((ask) => ask.person_id === who));
    expect(twice.length).toBeGreaterThan(0);
    for (const { reasons } of twice) expect(reasons[0]).toBe('other-cannot');
    for (const { person_id: who } of [winner, refuser])
      expect(second.some(({ person_id }) => person_id === who)).toBe(false);
    const counted = await scene.rows<{ asks: number }>(
      'SELECT cardinality(recent_ask_times) AS asks FROM helper_load WHERE person_id = $1',
      [twice[0]!.person_id],
    );
    expect(counted).toStrictEqual([{ asks: 2 }]);
    // A yes by the link of the first message answers the ask that is open.
    const old = first.find(({ person_id: who }) => who === twice[0]!.person_id)!;
    (await answer(old, { answer: 'yes' })).result();
    expect(await scene.rows('SELECT status FROM ask WHERE id = $1', [twice[0]!.id])).toStrictEqual([{ status: 'yes' }]);
  });

  it('asks nobody a third time, and nobody whose week is full', async () => {
    const { id, first, winner } = await withdrawn();
    await scene.rows(`UPDATE helper_profile SET weekly_ask_budget = 1 WHERE person_id = ANY ($1::uuid[])`, [
      first.map(({ person_id: who }) => who),
    ]);
    await scene.workOff();
    const asked = await peopleAsked(id);
    expect(new Set(asked).size).toBe(asked.length);
    await scene.rows('UPDATE helper_profile SET weekly_ask_budget = 9');
    const next = (await asksAbout(id)).find(({ status }) => status === 'pending');
    (await answer(next!, { answer: 'yes' })).result();
    await scene.workOff();
    await scene.client.call('withdrawAcceptance', { id, cookie: cookieOf(next!.person_id) });
    await scene.workOff();
    const counts = new Map<string, number>();
    for (const who of await peopleAsked(id)) counts.set(who, (counts.get(who) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBe(2);
    expect(counts.get(winner.person_id)).toBe(1);
  });
});
