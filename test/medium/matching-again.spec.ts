import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionStore, replayDecision } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import type { Application, PostBody } from '../support/application.js';
import { answer, asksAbout, beginAfresh, openEagerTown, peopleAsked } from './asking-scene.js';

const minute = 60_000;
const hour = 60 * minute;
let scene: Application;
/** Helped the first asker before. */
let bert: { readonly personId: string; readonly cookie: string };
let asker: { readonly personId: string; readonly cookie: string };
let earlier: string;

beforeAll(async () => {
  scene = await openEagerTown();
  asker = scene.asker(0);
  bert = scene.neighbour(0);
  await scene.trust(bert.personId, 'vouched');
  earlier = (await scene.post(asker.cookie, { address: 'Dorpsstraat 1' })).id;
  (await scene.client.call('acceptHelpRequest', { id: earlier, cookie: bert.cookie, body: {} })).result();
  (await scene.client.call('confirmHelpRequest', { id: earlier, cookie: asker.cookie, body: {} })).result();
  await scene.wait('5 hours');
  (await scene.client.call('recordOutcome', { id: earlier, cookie: asker.cookie, body: { helped: true } })).result();
  await scene.workOff();
});
afterAll(() => scene.close());
beforeEach(() => beginAfresh(scene));

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
    expect(await asksAbout(scene, id)).toMatchObject([
      { person_id: bert.personId, reasons: expect.arrayContaining(['helped-before']) },
    ]);
    const told = (await scene.client.call('listAsks', { cookie: bert.cookie, query: { status: 'pending' } })).result();
    expect(told.asks.find(({ helpRequestId }) => helpRequestId === id)?.reasons[0]).toBe(
      `${told.asks.find(({ helpRequestId }) => helpRequestId === id)!.request.givenName} vraagt u opnieuw: u hielp al eerder.`,
    );
    await scene.setClock(tuesdayAfternoon + 9 * minute);
    await scene.runJob('matching.plan-wave', id);
    expect(await peopleAsked(scene, id)).toStrictEqual([bert.personId]);
    // The clock runs on while the request is posted.
    await scene.setClock(tuesdayAfternoon + 11 * minute);
    await scene.runJob('matching.plan-wave', id);
    const asked = await peopleAsked(scene, id);
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
    const [ask] = await asksAbout(scene, id);
    (await answer(scene, ask!, { answer: 'no' })).result();
    await scene.workOff();
    expect((await peopleAsked(scene, id)).length).toBeGreaterThan(2);
  });

  it('gets until some hours later when there is no haste', async () => {
    const id = await again(planned());
    expect(await peopleAsked(scene, id)).toStrictEqual([bert.personId]);
    await scene.setClock(tuesdayAfternoon + 3 * hour - minute);
    await scene.runJob('matching.plan-wave', id);
    expect(await peopleAsked(scene, id)).toStrictEqual([bert.personId]);
    await scene.setClock(tuesdayAfternoon + 3 * hour + minute);
    await scene.runJob('matching.plan-wave', id);
    expect((await peopleAsked(scene, id)).length).toBeGreaterThan(1);
  });

  it('is waited for until quiet hours are over, and asked then', async () => {
    await scene.rows(
      'UPDATE helper_profile SET quiet_from_minute = 780, quiet_until_minute = 960 WHERE person_id = $1',
      [bert.personId],
    );
    try {
      const id = await again(planned());
      expect(await peopleAsked(scene, id)).toStrictEqual([]);
      const [plan] = await scene.rows<{ next_wave_at: Date }>(
        'SELECT next_wave_at FROM matching_plan WHERE help_request_id = $1',
        [id],
      );
      expect(plan!.next_wave_at.getTime()).toBe(tuesdayAfternoon + 2 * hour);
      await scene.setClock(tuesdayAfternoon + 2 * hour + 1);
      await scene.runJob('matching.plan-wave', id);
      expect(await peopleAsked(scene, id)).toStrictEqual([bert.personId]);
    } finally {
      await scene.rows(
        'UPDATE helper_profile SET quiet_from_minute = 1260, quiet_until_minute = 480 WHERE person_id = $1',
        [bert.personId],
      );
    }
  });

  it('still gets the message when it leaves, but not who chose meanwhile to rest, nor who helped somebody else', async () => {
    const posted = async () => {
      const { id } = await scene.post(asker.cookie, { sameNeighbourAs: earlier });
      const held = await scene.workOff('notifications.send');
      return { id, leave: async () => Promise.all(held.map((job) => scene.handle(job))) };
    };
    const resultOf = async (id: string, personId: string) =>
      scene.rows(
        `SELECT DISTINCT a.status, a.taken_back_at IS NOT NULL AS "takenBack", n.status AS message, n.reason
           FROM ask a JOIN notification n ON n.subject_id = a.id AND n.template = 'ask'
          WHERE a.help_request_id = $1 AND a.person_id = $2`,
        [id, personId],
      );
    const sent = [{ status: 'pending', takenBack: false, message: 'sent', reason: null }];
    const refused = [{ status: 'closed', takenBack: true, message: 'skipped', reason: 'cool-down-after-help' }];
    const wanted = await posted();
    await wanted.leave();
    expect(await resultOf(wanted.id, bert.personId)).toStrictEqual(sent);

    const meanwhile = await posted();
    await scene.rows('UPDATE helper_profile SET again_at_once = false WHERE person_id = $1', [bert.personId]);
    await meanwhile.leave();
    expect(await resultOf(meanwhile.id, bert.personId)).toStrictEqual(refused);

    // Everybody allows it here, yet only whom this asker wants again is asked while they rest.
    await scene.workOff();
    const asked = (await peopleAsked(scene, meanwhile.id)).filter((who) => who !== bert.personId);
    expect(asked.length).toBeGreaterThan(1);
    await beginAfresh(scene);
    const { id } = await scene.post(asker.cookie);
    const held = await scene.workOff('notifications.send');
    const [first, second] = await peopleAsked(scene, id);
    await scene.rows('UPDATE helper_load SET last_completed_at = app_now() WHERE person_id = $1', [first]);
    for (const job of held) await scene.handle(job);
    await scene.rows('UPDATE helper_load SET last_completed_at = NULL WHERE person_id = $1', [first]);
    expect(await resultOf(id, first!)).toStrictEqual(refused);
    expect(await resultOf(id, second!)).toStrictEqual(sent);
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
    const asked = await asksAbout(scene, id);
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
