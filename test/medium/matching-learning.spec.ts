import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  afterAnswer,
  learnFromClosedRequest,
  noDrift,
  roughPriors,
  unknownPerson,
  type Belief,
  type Drift,
} from '@app/domain/learning/index.js';
import { CalibrationReadModel } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 600, askers: 12 });
});
afterAll(() => scene.close());

interface StoredAsk {
  readonly id: string;
  readonly person_id: string;
  readonly status: string;
  readonly layout: string;
  readonly features: number[];
  readonly outcome: 'yes' | 'declined' | 'silent' | null;
  readonly outcome_minutes: number;
  readonly expected: number;
}
const asksOf = (id: string) =>
  scene.rows<StoredAsk>('SELECT * FROM ask WHERE help_request_id = $1 ORDER BY person_id', [id]);
const person = (personId: string): GeneratedPerson => scene.town.neighbours.find((one) => one.personId === personId)!;
const answer = (ask: StoredAsk, said: 'yes' | 'no') =>
  scene.client.call('answerAsk', { id: ask.id, cookie: person(ask.person_id).cookie, body: { answer: said } });
const effectsOf = (ids: readonly string[]) =>
  scene.rows<{ person_id: string; mean: number; variance: number }>(
    'SELECT person_id, mean, variance FROM personal_effect WHERE person_id = ANY ($1::uuid[]) ORDER BY person_id',
    [ids],
  );
async function belief(): Promise<Belief> {
  const [row] = await scene.rows<{ body: Belief }>('SELECT body FROM matching_belief ORDER BY version DESC LIMIT 1');
  return row?.body ?? roughPriors();
}
const calibration = () =>
  scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), (tx) => scene.app.get(CalibrationReadModel, { strict: false }).of(tx));
const learn = (helpRequestId: string) => {
  const { municipalityId } = scene.town;
  return scene.handle({ name: 'matching.learn', data: { municipalityId, helpRequestId }, id: randomUUID() });
};

/** An acute request with its first asks out. */
async function asked(): Promise<{ id: string; asks: StoredAsk[]; cookie: string }> {
  askers += 1;
  const { cookie } = scene.asker(askers - 1);
  await scene.setClock(tuesdayAfternoon);
  const { id } = await scene.post(cookie);
  await scene.workOff();
  const asks = await asksOf(id);
  expect(asks.length).toBeGreaterThan(3);
  return { id, asks, cookie };
}

describe('learning from answers', () => {
  it('waits for late answers, then learns from each ask exactly once', async () => {
    const before = await belief();
    const { id, asks } = await asked();
    const [first, second, third, ...others] = asks;
    await scene.wait('5 minutes');
    (await answer(first!, 'no')).result();
    await scene.wait('3 minutes');
    (await answer(second!, 'yes')).result();
    await scene.workOff();
    await scene.wait('52 minutes');
    expect((await answer(third!, 'yes')).problem().code).toBe('already-matched');

    await learn(id);
    expect((await asksOf(id)).map(({ outcome }) => outcome)).toStrictEqual(asks.map(() => null));

    await scene.wait('70 minutes');
    expect((await scene.overdue()).map(({ name }) => name)).toContain('matching.learn');
    await learn(id);
    const after = await asksOf(id);
    const minutesOf = (ask: StoredAsk) => Math.round(after.find(({ id: one }) => one === ask.id)!.outcome_minutes);
    const outcomes = new Map(after.map((ask) => [ask.id, ask.outcome]));
    expect(outcomes.get(first!.id)).toBe('declined');
    expect(outcomes.get(second!.id)).toBe('yes');
    expect(outcomes.get(third!.id)).toBe('yes');
    expect([minutesOf(first!), minutesOf(second!), minutesOf(third!)]).toStrictEqual([5, 8, 60]);
    for (const ask of others) {
      expect(outcomes.get(ask.id)).toBe('silent');
      // Filled after 8 minutes, and late answers to an acute request are waited for two hours.
      expect(minutesOf(ask)).toBe(128);
    }

    const learned = learnFromClosedRequest(
      before,
      after.map(({ person_id: personId, layout, features, outcome, outcome_minutes: minutes }) => ({
        personId,
        record: { layout, features, urgency: 'acute' as const },
        outcome: { kind: outcome!, minutes },
      })),
      () => unknownPerson,
    );
    expect(await belief()).toStrictEqual(learned.belief);
    const effects = await effectsOf(asks.map(({ person_id }) => person_id));
    expect(new Map(effects.map(({ person_id, ...effect }) => [person_id, effect]))).toStrictEqual(learned.effects);

    const drift = after.reduce<Drift>(
      (sum, { expected, outcome }) => afterAnswer(sum, expected, outcome === 'yes'),
      noDrift,
    );
    const counted = { likelier: drift.likelier, less_likely: drift.lessLikely, since: null };
    expect(await scene.rows('SELECT likelier, less_likely, since FROM matching_drift')).toStrictEqual([counted]);

    await learn(id);
    expect(await belief()).toStrictEqual(learned.belief);
    expect(await scene.rows('SELECT likelier, less_likely, since FROM matching_drift')).toStrictEqual([counted]);
  });

  it('plans the next waves with what was learned', async () => {
    const { version } = await belief();
    const { id } = await asked();
    const planned = await scene.rows('SELECT DISTINCT belief_version FROM ask WHERE help_request_id = $1', [id]);
    expect(planned).toStrictEqual([{ belief_version: version }]);
  });

  it('loses nothing when requests close at the same moment', async () => {
    const requests = [await asked(), await asked(), await asked()];
    const { version } = await belief();
    for (const { id, cookie } of requests) (await scene.client.call('cancelHelpRequest', { id, cookie })).result();
    await scene.workOff('matching.learn');
    await Promise.all(requests.flatMap(({ id }) => [learn(id), learn(id)]));
    const asks = requests.flatMap((request) => request.asks);
    expect((await belief()).version).toBe(version + asks.length);
    const people = new Set(asks.map(({ person_id }) => person_id));
    expect(await effectsOf([...people])).toHaveLength(people.size);
  });

  it('waits again when a helper withdraws and neighbours are asked anew', async () => {
    const { id, asks } = await asked();
    const helper = person(asks[0]!.person_id);
    (await answer(asks[0]!, 'yes')).result();
    await scene.workOff();
    const due = 'SELECT 1 FROM matching_plan WHERE help_request_id = $1 AND learn_at IS NOT NULL';
    expect(await scene.count(due, [id])).toBe(1);
    (await scene.client.call('withdrawAcceptance', { id, cookie: helper.cookie })).result();
    await scene.workOff();
    expect(await scene.count(due, [id])).toBe(0);
    await learn(id);
    expect(await scene.count('SELECT 1 FROM ask WHERE help_request_id = $1 AND outcome IS NOT NULL', [id])).toBe(0);
  });

  it('forgets somebody with their erasure, and nobody else', async () => {
    const [erased, other] = await scene.rows<{ person_id: string }>(
      `SELECT e.person_id FROM personal_effect e ORDER BY person_id LIMIT 2`,
    );
    const ids = [erased!.person_id, other!.person_id];
    const known = 'SELECT 1 FROM ask WHERE person_id = $1 AND features IS NOT NULL';
    expect(await scene.count(known, [erased!.person_id])).toBeGreaterThan(0);
    const believed = 'SELECT 1 FROM ask WHERE person_id = $1 AND (probability > 0 OR expected IS NOT NULL)';
    const counted = 'SELECT 1 FROM ask WHERE person_id = $1 AND expected IS NOT NULL';
    const ofThem = await scene.count(counted, [erased!.person_id]);
    expect(ofThem).toBeGreaterThan(0);
    const before = await calibration();
    await scene.rows(`UPDATE person SET status = 'erased' WHERE id = $1`, [erased!.person_id]);
    expect((await effectsOf(ids)).map(({ person_id }) => person_id)).toStrictEqual([other!.person_id]);
    expect(await scene.count(known, [erased!.person_id])).toBe(0);
    expect(await scene.count(known, [other!.person_id])).toBeGreaterThan(0);
    expect(await scene.count(believed, [erased!.person_id])).toBe(0);
    expect(await scene.count(counted, [other!.person_id])).toBeGreaterThan(0);
    // How well chances hold is told from those of the others.
    expect((await calibration()).asks).toBe(before.asks - ofThem);
  });
});
