import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AuditTrailStore } from '@app/platform/audit/audit-trail.store.js';
import { verifyChain } from '@app/platform/audit/verify-chain.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { AgreementScene } from '../medium/agreement-scene.js';
import { beginAfresh, openEagerTown } from '../medium/asking-scene.js';
import { type Application, northOf } from '../support/application.js';

jest.setTimeout(180_000);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** In the Netherlands, at three and at two in the night, the wall clock goes forward and back by an hour. */
const changes = [
  { name: 'forward', at: Date.parse('2027-03-28T01:00:00Z') },
  { name: 'back', at: Date.parse('2027-10-31T01:00:00Z') },
] as const;

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await openEagerTown();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await beginAfresh(scene);
  await scene.rows('DELETE FROM notification');
  await scene.rows('DELETE FROM outbox');
});

const asker = (): GeneratedPerson => scene.asker((askers += 1) % 4);

/** What the sweep finds overdue, and all that follows; the queue may bring a job twice. */
async function sweep(): Promise<void> {
  const due = await scene.overdue();
  for (const job of [...due, ...due]) await scene.handle(job);
  await scene.workOff();
}

/** Waves about a request, in order: how many were asked, and when. */
async function waves(id: string): Promise<{ round: number; asked: number; at: number }[]> {
  const rows = await scene.rows<{ round: number; asked: number; at: Date }>(
    `SELECT round, count(*)::int AS asked, min(created_at) AS at FROM ask WHERE help_request_id = $1 GROUP BY round ORDER BY round`,
    [id],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Nobody was asked, told or reminded of the same thing twice. */
async function expectNothingTwice(id: string): Promise<void> {
  const twice = await scene.count(
    'SELECT person_id FROM ask WHERE help_request_id = $1 GROUP BY person_id HAVING count(*) > 1',
    [id],
  );
  expect(twice).toBe(0);
  const messageIds = scene.sink.list().map(({ headers }) => headers['message-id']);
  expect(new Set(messageIds).size).toBe(messageIds.length);
}

describe('a clock that jumps', () => {
  it('two hours ahead plans one wave for all the time that was skipped', async () => {
    const { id } = await scene.post(asker().cookie);
    await scene.workOff();
    expect(await waves(id)).toMatchObject([{ round: 0 }]);
    await scene.wait('2 hours');
    await sweep();
    await sweep();
    expect(await waves(id)).toMatchObject([{ round: 0 }, { round: 1 }]);
    expect((await scene.see(id, (await scene.organiser(northOf)).cookie)).escalation.level).toBe(2);
    await expectNothingTwice(id);
  });

  it('two hours back asks nobody again, and goes on where it was', async () => {
    const { id } = await scene.post(asker().cookie);
    await scene.workOff();
    const [first] = await waves(id);
    await scene.wait('-2 hours');
    await sweep();
    await sweep();
    expect(await waves(id)).toStrictEqual([first]);
    await scene.wait('2 hours');
    await scene.wait('29 minutes');
    await sweep();
    expect((await waves(id)).map(({ round }) => round)).toStrictEqual([0, 1]);
    await expectNothingTwice(id);
  });

  it('runs fast, a minute in every few seconds, keeps waves apart', async () => {
    const { id } = await scene.post(asker().cookie);
    await scene.workOff();
    for (let step = 0; step < 25; step += 1) {
      await scene.wait('61 seconds');
      await sweep();
    }
    const made = await waves(id);
    expect(made.map(({ round }) => round)).toStrictEqual(made.map((_, index) => index));
    expect(made.length).toBeGreaterThan(1);
    const set = await scene.rows<{ round: number; due: string }>(
      `SELECT (payload->>'round')::int AS round, payload->>'dueAt' AS due FROM outbox
        WHERE type = 'matching.wave-set' AND payload->>'helpRequestId' = $1`,
      [id],
    );
    // None came before the moment that was set for it.
    for (const { round, at } of made.slice(1)) {
      expect(at).toBeGreaterThanOrEqual(
        Math.min(...set.filter((one) => one.round === round).map(({ due }) => Number(due))),
      );
    }
    await expectNothingTwice(id);
  });

  it('leaves codes and sessions as safe as they were', async () => {
    const email = `klok${askers}@voorbeeld.invalid`;
    const requestCode = async (): Promise<{ challengeId: string; code: string }> => {
      const { challengeId } = (await scene.client.call('requestSignInCode', { body: { email } })).result();
      await scene.workOff();
      return { challengeId, code: scene.sink.list({ to: email })[0]?.subject.slice(0, 6) ?? '' };
    };
    const signIn = async (body: { challengeId: string; code: string }): Promise<number> =>
      (await scene.client.call('createSession', { body })).status;
    const early = await requestCode();
    await scene.wait('2 hours');
    expect(await signIn(early)).toBeGreaterThanOrEqual(400);
    const late = await requestCode();
    await scene.wait('-2 hours');
    expect(await signIn(late)).toBe(201);
    expect(await signIn(late)).toBeGreaterThanOrEqual(400);
    const { cookie } = asker();
    expect((await scene.client.call('getMe', { cookie })).status).toBe(200);
    await scene.wait('-2 hours');
    expect((await scene.client.call('getMe', { cookie })).status).toBe(200);
    await scene.wait('60 days');
    expect((await scene.client.call('getMe', { cookie })).status).toBe(401);
  });

  it('leaves the audit trail in the order of what was done', async () => {
    const { id } = await scene.post(asker().cookie, { address: 'Klokstraat 1' });
    const { cookie } = await scene.organiser(northOf);
    for (const jump of ['2 hours', '-4 hours', '3 hours']) {
      await scene.wait(jump);
      const seen = await scene.client.call('viewContactDetails', { id, cookie, body: { reason: 'arrange-help' } });
      expect(seen.status).toBe(201);
      await sweep();
    }
    const trail = await scene.app
      .get(UnitOfWork)
      .run(asSystem(scene.town.municipalityId), (tx) => scene.app.get(AuditTrailStore).read(tx));
    expect(trail.links.length).toBeGreaterThanOrEqual(3);
    expect(verifyChain(trail, [])).toStrictEqual([]);
  });
});

describe.each(changes)('the night in which the clock goes $name', ({ at }) => {
  beforeAll(() => scene.rows(`UPDATE session SET expires_at = app_now() + interval '2 years'`));

  it('has no asks in quiet hours, and the first of the morning at eight by the clock on the wall', async () => {
    // Half past ten in the evening before.
    await scene.setClock(at - 3.5 * hour);
    const window = { from: new Date(at + 12 * hour).toISOString(), until: new Date(at + 2 * day).toISOString() };
    const { id } = await scene.post(asker().cookie, { urgency: 'planned', window });
    await scene.workOff();
    for (let step = 0; step < 13; step += 1) {
      await scene.wait('1 hour');
      await sweep();
    }
    const made = await waves(id);
    expect(made.length).toBeGreaterThan(0);
    for (const wave of made) {
      expect(localMoment(wave.at).minuteOfDay).toBeGreaterThanOrEqual(8 * 60);
      expect(localMoment(wave.at).minuteOfDay).toBeLessThan(21 * 60);
    }
    expect(localMoment(made[0]!.at).minuteOfDay).toBeLessThan(9 * 60);
    await expectNothingTwice(id);
  });

  it('has both sides reminded once, at six in the evening before and two hours before', async () => {
    await scene.setClock(at - 2 * day);
    const window = { from: new Date(at + 12 * hour).toISOString(), until: new Date(at + 14 * hour).toISOString() };
    const { requestId } = await new AgreementScene(scene).agreed((askers += 1) % 4, { urgency: 'planned', window });
    // Around both moments, by the clock on the wall of before and of after the night.
    for (const hours of [-9, -8.5, -8, -7.5, -7, 8.5, 9, 9.5, 10, 10.5, 11]) {
      await scene.setClock(at + hours * hour + minute);
      await sweep();
    }
    const reminded = await scene.rows<{ at: Date; people: number }>(
      `SELECT e.occurred_at AS at, count(n.id)::int AS people
         FROM outbox e JOIN notification n ON n.event_id = e.id AND n.channel = 'email' AND n.status = 'sent'
        WHERE e.type = 'reminder.due' AND e.payload->>'helpRequestId' = $1 GROUP BY e.id ORDER BY e.occurred_at`,
      [requestId],
    );
    expect(reminded.map(({ people }) => people)).toStrictEqual([2, 2]);
    const [evening, shortly] = reminded.map((one) => one.at.getTime());
    expect(Math.floor(localMoment(evening!).minuteOfDay / 30)).toBe(2 * 18);
    expect(shortly).toBeGreaterThanOrEqual(at + 10 * hour);
    expect(shortly).toBeLessThan(at + 10.5 * hour);
    await expectNothingTwice(requestId);
  });
});
