import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Application } from '../support/application.js';
import { answer, asksAbout, beginAfresh, cookieOf, openEagerTown, peopleAsked, type AskRow } from './asking-scene.js';

let scene: Application;
beforeAll(async () => {
  scene = await openEagerTown();
});
afterAll(() => scene.close());
beforeEach(() => beginAfresh(scene));

describe('when the one who said yes cannot come', () => {
  /** A request that one of those who were asked took, and gave back. */
  async function withdrawn(): Promise<{ id: string; first: AskRow[]; winner: AskRow; refuser: AskRow }> {
    const { id } = await scene.post(scene.asker(2).cookie);
    await scene.workOff();
    const first = await asksAbout(scene, id);
    const [winner, refuser] = first;
    (await answer(scene, winner!, { answer: 'yes' })).result();
    await scene.workOff();
    // Too late, but it is a no.
    (await answer(scene, refuser!, { answer: 'no' })).result();
    const cookie = cookieOf(scene, winner!.person_id);
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
    const asks = await asksAbout(scene, id);
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
    (await answer(scene, old, { answer: 'yes' })).result();
    expect(await scene.rows('SELECT status FROM ask WHERE id = $1', [twice[0]!.id])).toStrictEqual([{ status: 'yes' }]);
  });

  it('asks nobody a third time, and nobody whose week is full', async () => {
    const { id, first, winner } = await withdrawn();
    await scene.rows(`UPDATE helper_profile SET weekly_ask_budget = 1 WHERE person_id = ANY ($1::uuid[])`, [
      first.map(({ person_id: who }) => who),
    ]);
    await scene.workOff();
    const asked = await peopleAsked(scene, id);
    expect(new Set(asked).size).toBe(asked.length);
    // From here on there is nobody who was not asked yet, and room in everybody's week.
    await scene.rows(
      `UPDATE helper_profile SET weekly_ask_budget = 9,
              paused_until = CASE WHEN person_id = ANY ($1::uuid[]) THEN NULL ELSE app_now() + interval '1 day' END`,
      [asked],
    );
    for (let round = 1; round <= 2; round += 1) {
      const next = (await asksAbout(scene, id)).find(({ status }) => status === 'pending');
      (await answer(scene, next!, { answer: 'yes' })).result();
      await scene.workOff();
      await scene.client.call('withdrawAcceptance', { id, cookie: cookieOf(scene, next!.person_id) });
      await scene.workOff();
    }
    const counts = new Map<string, number>();
    for (const who of await peopleAsked(scene, id)) counts.set(who, (counts.get(who) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBe(2);
    expect(counts.get(winner.person_id)).toBe(1);
  });
});
