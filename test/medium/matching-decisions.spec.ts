import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionStore, replayDecision, type StoredDecision } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { explainRequest } from '../../src/administration/explain-request.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf, southOf } from '../support/application.js';

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 1_500, askers: 9 });
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('UPDATE helper_profile SET weekly_ask_budget = 14');
  await scene.rows(`UPDATE helper_load SET asks_total = 0, fatigue = 0, recent_ask_times = '{}'`);
});

const decisionsAbout = (id: string): Promise<StoredDecision[]> =>
  scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), (tx) => scene.app.get(DecisionStore, { strict: false }).about(tx, id));

/** A request about which two waves were sent. */
async function askedTwice(): Promise<string> {
  askers += 1;
  const { id } = await scene.post(scene.asker(askers - 1).cookie);
  await scene.workOff();
  await scene.wait('1 hour');
  await scene.runJob('matching.plan-wave', id);
  return id;
}

describe('a decision', () => {
  it('can be made again from what is stored with it, long after everything else has changed', async () => {
    const id = await askedTwice();
    await scene.rows(`UPDATE helper_load SET asks_total = asks_total + 7, fatigue = 3, recent_ask_times = '{}'`);
    await scene.rows('UPDATE helper_profile SET weekly_ask_budget = 1');
    const decisions = await decisionsAbout(id);
    expect(decisions.length).toBeGreaterThan(1);
    expect(decisions.map((decision) => replayDecision(decision).outcome)).toStrictEqual(decisions.map(() => 'same'));
    const asked = await scene.rows<{ person_id: string; decision_id: string }>(
      'SELECT person_id, decision_id FROM ask WHERE help_request_id = $1',
      [id],
    );
    for (const { id: decisionId, plan } of decisions) {
      const people = asked.filter((ask) => ask.decision_id === decisionId).map(({ person_id }) => person_id);
      expect(people.toSorted()).toStrictEqual(plan.people.toSorted());
    }
  });

  it('that was changed afterwards is found out', async () => {
    const [first] = await decisionsAbout(await askedTwice());
    const later = { ...first!.stored, townBusyShare: 0.9, round: 1 };
    expect(replayDecision({ ...first!, stored: later }).outcome).toBe('different');
    expect(replayDecision({ ...first!, stored: { ...later, policyVersion: 'pace-0' } }).outcome).toBe('unknown');
  });

  it('is explained in Dutch without a name, an id, or how anybody answered', async () => {
    const id = await askedTwice();
    const [ask] = await scene.rows<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM ask WHERE help_request_id = $1 LIMIT 1',
      [id],
    );
    const { cookie } = scene.town.neighbours.find(({ personId }) => personId === ask!.person_id)!;
    (await scene.client.call('answerAsk', { id: ask!.id, cookie, body: { answer: 'no' } })).result();
    const text = await explainRequest(scene.app.get(UnitOfWork), id);
    expect(text).toMatch(/^Ronde 1, .*beleid pace-\d+\/balanced\/standard \(opnieuw gerekend: dezelfde uitkomst\)/);
    expect(text).toMatch(/Wij willen \d+% kans op een ja/);
    expect(text).toMatch(/buur 1: Woont in dezelfde/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(text).not.toMatch(/\bnee\b|geweigerd|afgewezen/i);
    await expect(explainRequest(scene.app.get(UnitOfWork), scene.town.municipalityId)).rejects.toThrow(/no decision/);
  });

  it('of another policy is tried in the shadow: kept beside it, and nobody is asked because of it', async () => {
    const association = scene.town.organisationIds[northOf];
    const shadow = (policy: string | null) =>
      scene.rows('UPDATE association SET shadow_policy = $2 WHERE id = $1', [association, policy]);
    await shadow('pace-1/active/calm');
    // Who looks after which neighbourhood is remembered for some seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    const id = await askedTwice();
    await shadow(null);
    const [own, tried] = await scene.rows<{
      id: string;
      shadow_of: string | null;
      policy_version: string;
      asked: number;
    }>(
      'SELECT * FROM matching_decision WHERE help_request_id = $1 ORDER BY decided_at, shadow_of NULLS FIRST LIMIT 2',
      [id],
    );
    expect(tried).toMatchObject({ shadow_of: own!.id, policy_version: 'pace-1/active/calm', stored: null });
    expect(tried!.asked).toBeLessThan(own!.asked);
    const asked = await scene.rows('SELECT DISTINCT decision_id, policy_version FROM ask WHERE help_request_id = $1', [
      id,
    ]);
    for (const ask of asked) expect(ask).toMatchObject({ policy_version: 'pace-3/balanced/standard' });
    expect(asked).not.toContainEqual(expect.objectContaining({ decision_id: tried!.id }));
  });

  it('is forgotten with who was asked before it and was still waited for, and no other is', async () => {
    const [first, second] = await decisionsAbout(await askedTwice());
    askers += 1;
    const { id: elsewhere } = await scene.post(scene.asker(askers - 1).cookie, {
      neighbourhoodCode: scene.code(southOf),
    });
    await scene.workOff();
    const there = JSON.stringify(await decisionsAbout(elsewhere));
    const erased = second!.stored.outstanding.map(({ personId }) => personId).find((id) => !there.includes(id));
    expect(first!.plan.people).toContain(erased);
    expect(second!.stored.people?.personId).not.toContain(erased);
    await scene.rows(`UPDATE person SET status = 'erased' WHERE id = $1`, [erased]);
    const naming = 'SELECT 1 FROM matching_decision WHERE stored::text LIKE $1';
    expect(await scene.count(naming, [`%${erased}%`])).toBe(0);
    expect(await scene.count('SELECT 1 FROM matching_decision WHERE help_request_id = $1', [elsewhere])).toBe(1);
  });

  it('is forgotten with the people it was about, and when its time is over', async () => {
    const id = await askedTwice();
    const kept = 'SELECT 1 FROM matching_decision WHERE help_request_id = $1';
    const [first] = await decisionsAbout(id);
    const before = await scene.count(kept, [id]);
    await scene.rows(`UPDATE person SET status = 'erased' WHERE id = $1`, [first!.plan.people[0]]);
    expect(await scene.count(kept, [id])).toBeLessThan(before);
    expect(await decisionsAbout(id)).not.toContainEqual(expect.objectContaining({ id: first!.id }));
  });

  it('goes when its time is over, also where nothing is learned any more, and a later one stays', async () => {
    const other = await askedTwice();
    const kept = 'SELECT 1 FROM matching_decision WHERE help_request_id = $1';
    const old = async () => (await scene.overdue()).filter(({ name }) => name === 'matching.forget-decisions');
    const later = await askedTwice();
    await scene.rows(
      `UPDATE matching_decision SET decided_at = decided_at + interval '2 days' WHERE help_request_id = $1`,
      [later],
    );
    await scene.wait('89 days');
    expect(await old()).toHaveLength(0);
    await scene.wait('2 days');
    const before = [await scene.count(kept, [other]), await scene.count(kept, [later])];
    expect(Math.min(...before)).toBeGreaterThan(0);
    const [job, ...more] = await old();
    expect(more).toHaveLength(0);
    await scene.handle(job!);
    expect([await scene.count(kept, [other]), await scene.count(kept, [later])]).toStrictEqual([0, before[1]]);
    expect(await old()).toHaveLength(0);
  });
});
