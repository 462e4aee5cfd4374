import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NeighbourCall } from '@app/contracts/http/calls.js';
import { FactBook } from '../../src/features/participation/fact-book.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { northOf, southOf } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open({ neighbours: 8 });
  // Everybody lives here, walks dogs at any hour and may be asked often.
  for (let index = 0; index < 8; index += 1) {
    const { cookie } = at.application.neighbour(index);
    const body = {
      neighbourhoodCode: at.application.code(northOf),
      categories: ['walk-dog' as const],
      maxDistance: 'municipality' as const,
      availability: [],
      acute: true,
      weeklyAskBudget: 14,
    };
    (await at.application.client.call('putHelperProfile', { cookie, body })).result();
  }
});
afterAll(() => at.close());

const next = (cookie: string, id: string, body: { reason?: 'arrange-help' } = { reason: 'arrange-help' }) =>
  at.application.client.call('callNextNeighbour', { id, cookie, body });
const record = (cookie: string, id: string, outcome: 'yes' | 'no' | 'no-answer') =>
  at.application.client.call('recordCallOutcome', { id, cookie, body: { outcome } });
const called = async (cookie: string, id: string): Promise<NeighbourCall> => {
  const { call } = (await next(cookie, id)).result();
  if (!call) throw new Error('There is nobody to ring');
  return call;
};
const stored = async (askId: string) =>
  (
    await at.application.rows<{ person_id: string; status: string }>(
      'SELECT person_id, status FROM ask WHERE id = $1',
      [askId],
    )
  )[0]!;

describe('the call list', () => {
  it('says whom to ring and why, counts it as an ask, sends nothing, and writes down who saw the number', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(1).cookie);
    const before = await app.count('SELECT 1 FROM outbox');
    const call = await called(north.cookie, id);
    expect(call).toMatchObject({ givenName: expect.stringMatching(/^buur/), phone: expect.stringMatching(/^06/) });
    expect(call.reasons.length).toBeGreaterThan(0);
    const { person_id: personId } = await stored(call.id);
    const [load] = await app.rows<{ asks: number }>(
      'SELECT cardinality(recent_ask_times) AS asks FROM helper_load WHERE person_id = $1',
      [personId],
    );
    expect(load?.asks).toBe(1);
    expect(
      await app.rows(`SELECT act, actor_id, subject_id, about_id, reason FROM audit_entry WHERE subject_id = $1`, [
        personId,
      ]),
    ).toStrictEqual([
      { act: 'contact-viewed', actor_id: north.personId, subject_id: personId, about_id: id, reason: 'arrange-help' },
    ]);
    const events = await app.rows<{ type: string }>('SELECT type FROM outbox ORDER BY id OFFSET $1', [before]);
    expect(events.map(({ type }) => type)).toStrictEqual(['ask.called', 'audit.recorded']);
    // The page is opened again: the same neighbour, not a second one.
    expect((await called(north.cookie, id)).id).toBe(call.id);
    // A colleague beside it gets another.
    expect((await called(at.colleague.cookie, id)).id).not.toBe(call.id);
  });

  it('counts whom it rings as asked, at this request and nobody else, and not a second time', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(0).cookie);
    const other = await app.post(app.asker(0).cookie, { neighbourhoodCode: app.code(southOf) });
    const { municipalityId } = app.town;
    const count = () => app.handle({ name: 'participation.count', data: { municipalityId }, id: randomUUID() });
    const told = (helpRequestId: string) =>
      app.rows(
        `SELECT kind, sum(amount)::int AS times FROM participation_fact
          WHERE history_id = $1 AND kind IN ('case-asked', 'case-no') GROUP BY 1 ORDER BY 1`,
        [helpRequestId],
      );
    const askedOf = async () => {
      const rows = await app.rows<{ id: string; times: number }>(
        `SELECT s.person_id AS id, sum(f.amount)::int AS times FROM participation_fact f
           JOIN participation_subject s ON s.history_id = f.history_id WHERE f.kind = 'asked' GROUP BY 1`,
      );
      return new Map(rows.map((row) => [row.id, row.times]));
    };
    await count();
    const before = await askedOf();
    const first = await called(north.cookie, id);
    const { person_id: rung } = await stored(first.id);
    await called(north.cookie, id);
    await record(north.cookie, first.id, 'no');
    await count();
    await count();
    expect(await told(id)).toStrictEqual([
      { kind: 'case-asked', times: 1 },
      { kind: 'case-no', times: 1 },
    ]);
    expect(await told(other.id)).toStrictEqual([]);
    expect(await askedOf()).toStrictEqual(new Map([...before, [rung, (before.get(rung) ?? 0) + 1]]));

    // A call of before this was counted: its answer is told and the call is not.
    const old = await called(north.cookie, id);
    await app.rows(`DELETE FROM outbox WHERE type = 'ask.called' AND payload ->> 'askId' = $1`, [old.id]);
    await record(north.cookie, old.id, 'no');
    await count();
    expect(await told(id)).toStrictEqual([
      { kind: 'case-asked', times: 1 },
      { kind: 'case-no', times: 2 },
    ]);
    const { corrected } = await app.app
      .get(UnitOfWork)
      .run(asSystem(municipalityId), (tx) => app.app.get(FactBook, { strict: false }).rebuild(tx));
    expect(corrected).toBe(0);
  });

  it('takes a yes as the neighbour’s own, and goes on to the next after a no or no answer', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(2).cookie, { address: 'Pad 2' });
    const first = await called(north.cookie, id);
    expect((await record(north.cookie, first.id, 'no-answer')).result()).toStrictEqual({ status: 'no-answer' });
    const second = await called(north.cookie, id);
    expect((await record(north.cookie, second.id, 'no')).result()).toStrictEqual({ status: 'declined' });
    const third = await called(north.cookie, id);
    expect(new Set([first, second, third].map((call) => call.id)).size).toBe(3);
    expect((await record(at.colleague.cookie, third.id, 'yes')).result()).toStrictEqual({ status: 'matched' });
    const { person_id: personId, status } = await stored(third.id);
    expect(status).toBe('yes');
    expect(
      await app.count(`SELECT 1 FROM acceptance WHERE help_request_id = $1 AND person_id = $2`, [id, personId]),
    ).toBe(1);
    expect((await record(north.cookie, third.id, 'no')).problem().code).toBe('already-answered');
    expect((await next(north.cookie, id)).problem().code).toBe('not-open');
  });

  it('has nobody over budget, on pause, in quiet hours or without a telephone', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(3).cookie);
    const nobodyWhen = async (off: string, on: string): Promise<void> => {
      await app.rows(off);
      expect((await next(north.cookie, id)).result()).toStrictEqual({ call: null });
      await app.rows(on);
    };
    await nobodyWhen(
      'UPDATE helper_profile SET weekly_ask_budget = 0',
      'UPDATE helper_profile SET weekly_ask_budget = 14',
    );
    await nobodyWhen(
      `UPDATE helper_profile SET paused_until = app_now() + interval '1 day'`,
      'UPDATE helper_profile SET paused_until = NULL',
    );
    await nobodyWhen(
      'UPDATE helper_profile SET quiet_from_minute = 0, quiet_until_minute = 1439',
      'UPDATE helper_profile SET quiet_from_minute = 1260, quiet_until_minute = 480',
    );
    // Otherwise there is somebody.
    expect((await next(north.cookie, id)).result().call).not.toBeNull();
    const { id: another } = await app.post(app.asker(3).cookie);
    await app.rows('UPDATE person SET phone_enc = NULL WHERE id IN (SELECT person_id FROM helper_profile)');
    expect((await next(north.cookie, another)).result()).toStrictEqual({ call: null });
  });
});

describe('a call', () => {
  it('needs a reason', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(4).cookie);
    expect((await next(north.cookie, id, {})).problem()).toMatchObject({ status: 400, code: 'reason-required' });
  });

  it('is for the organisers of the request alone: not for another association, the desk, its asker or a neighbour', async () => {
    const { application: app, north, south, desk } = at;
    const { id } = await app.post(app.asker(5).cookie);
    const absent = { ...(await next(south.cookie, randomUUID())).problem(), instance: '' };
    expect(absent).toMatchObject({ status: 404, code: 'not-found' });
    for (const { cookie } of [south, desk]) {
      expect({ ...(await next(cookie, id)).problem(), instance: '' }).toStrictEqual(absent);
    }
    expect((await next(app.asker(5).cookie, id)).problem().code).toBe('not-allowed');
    expect((await next(app.neighbour(0).cookie, id)).problem().code).toBe('not-allowed');
    const [ask] = await app.rows<{ id: string }>(
      `SELECT id FROM ask WHERE channel = 'phone' AND status = 'pending' LIMIT 1`,
    );
    for (const { cookie } of [south, desk]) {
      expect((await record(cookie, ask!.id, 'no')).problem().code).toBe('not-found');
    }
    expect((await stored(ask!.id)).status).toBe('pending');
    expect((await record(north.cookie, randomUUID(), 'no')).problem().code).toBe('not-found');
  });
});
