import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { northOf, southOf, type PostBody } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open();
});
afterAll(() => at.close());

/** A request as it is when its association looks first. */
async function waitingForReview(cookie: string, over: Partial<PostBody> = {}) {
  const posted = await at.application.post(cookie, over);
  await at.application.rows(`UPDATE help_request SET status = 'in-review', opened_at = NULL WHERE id = $1`, [
    posted.id,
  ]);
  return posted;
}

describe('the work list', () => {
  it('has each thing that waits once, by kind, with its clock', async () => {
    const { application: app, north } = at;
    const review = await waitingForReview(app.asker(1).cookie);
    const running = await app.post(app.asker(2).cookie);
    const unfilled = await app.post(app.asker(3).cookie);
    await app.rows('UPDATE help_request SET escalation_level = 1 WHERE id = $1', [unfilled.id]);
    const { items, organisations } = await at.list(north.cookie);
    const kinds = new Map(items.map(({ subjectId, kind }) => [subjectId, kind]));
    expect([review, running, unfilled].map(({ id }) => kinds.get(id))).toStrictEqual(['review', 'running', 'unfilled']);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const item = await at.itemOf(north.cookie, unfilled.id);
    expect(item).toMatchObject({
      dueAt: unfilled.escalation.coordinatorAt,
      givenName: 'vrager3',
      helpRequestId: unfilled.id,
      request: { category: 'walk-dog', urgency: 'acute', status: 'open', escalationLevel: 1, helperNames: [] },
      assignee: null,
      yours: 'no',
      bulk: false,
      version: 0,
    });
    // What runs by itself comes last; before that the clock decides.
    const order = items.filter(({ kind }) => kind !== 'running').map(({ dueAt }) => dueAt);
    expect(order).toStrictEqual(order.toSorted());
    expect(items.at(-1)?.kind).toBe('running');
    expect(organisations).toMatchObject([{ id: north.organisationId, kind: 'association', name: 'Noord' }]);
    expect(organisations[0]?.colleagues.map(({ personId }) => personId)).toStrictEqual([
      north.personId,
      at.colleague.personId,
    ]);
  });

  it('holds no number, address or sentence of anybody', async () => {
    const { application: app, north } = at;
    await app.post(app.asker(4).cookie, { address: 'Geheimsteeg 4', summary: 'Geheime zin' });
    const { text } = await app.client.call('listWorkItems', { cookie: north.cookie });
    expect(text).not.toMatch(/Geheim|06 1000|Achternaam/);
  });

  it('shows a request that went to the desk to the desk, and keeps it with its association', async () => {
    const { application: app, north, desk, south } = at;
    const { id } = await app.post(app.asker(5).cookie);
    expect((await at.list(desk.cookie)).items.map(({ subjectId }) => subjectId)).not.toContain(id);
    await app.rows('UPDATE help_request SET escalation_level = 2 WHERE id = $1', [id]);
    expect((await at.itemOf(desk.cookie, id)).organisationId).toBe(desk.organisationId);
    expect((await at.itemOf(north.cookie, id)).organisationId).toBe(north.organisationId);
    expect((await at.list(south.cookie)).items.map(({ subjectId }) => subjectId)).not.toContain(id);
  });

  it('greets each new neighbour once, and can take that back', async () => {
    const { application: app, north, colleague } = at;
    const before = await at.items(north.cookie, 'welcome');
    const item = before.find(({ subjectId }) => subjectId === app.neighbour(0).personId);
    expect(item).toMatchObject({ request: null, helpRequestId: null });
    expect((await at.finish(colleague.cookie, item!)).status).toBe(204);
    expect((await at.items(north.cookie, 'welcome')).length).toBe(before.length - 1);
    expect((await app.client.call('reopenWorkItem', { id: item!.id, cookie: north.cookie })).result()).toMatchObject({
      id: item!.id,
      version: 2,
    });
    expect((await at.items(north.cookie, 'welcome')).length).toBe(before.length);
  });

  it('lets a coordinator glance at the first match of somebody, and not at the second', async () => {
    const { application: app, north } = at;
    const helper = app.neighbour(1);
    const matched = async (): Promise<string> => {
      const { id } = await app.post(app.asker(6).cookie, { address: 'Pad 1' });
      await app.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} });
      await app.client.call('confirmHelpRequest', { id, cookie: app.asker(6).cookie, body: {} });
      return id;
    };
    const first = await matched();
    const items = await at.items(north.cookie, 'first-match');
    expect(items.find(({ helpRequestId }) => helpRequestId === first)).toMatchObject({
      request: { status: 'confirmed', helperNames: ['buur1'] },
      givenName: 'vrager6',
    });
    const second = await matched();
    expect((await at.items(north.cookie, 'first-match')).map((item) => item.helpRequestId)).not.toContain(second);
    const glanced = items.find(({ helpRequestId }) => helpRequestId === first)!;
    expect((await at.finish(north.cookie, glanced)).status).toBe(204);
    expect((await at.items(north.cookie, 'first-match')).map((item) => item.helpRequestId)).not.toContain(first);
  });
});

describe('an item of the work list', () => {
  it('is taken by one of two organisers; the other is told that it changed', async () => {
    const { application: app, north, colleague } = at;
    const { id } = await app.post(app.asker(7).cookie);
    const item = await at.itemOf(north.cookie, id);
    const answers = await Promise.all([
      at.assign(north.cookie, item, north.personId),
      at.assign(colleague.cookie, item, colleague.personId),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([200, 412]);
    const after = await at.itemOf(north.cookie, id);
    expect(after).toMatchObject({ version: 1, assignee: { personId: expect.any(String) } });
    const handed = (await at.assign(north.cookie, after, colleague.personId)).result();
    expect(handed).toMatchObject({ assignee: { personId: colleague.personId }, yours: 'no', version: 2 });
    expect((await at.itemOf(colleague.cookie, id)).yours).toBe('assigned');
    expect((await at.assign(colleague.cookie, handed, null)).result().assignee).toBeNull();
  });

  it('says without If-Match that it needs one', async () => {
    const { application: app, north } = at;
    const { id } = await app.post(app.asker(7).cookie);
    const item = await at.itemOf(north.cookie, id);
    const answer = await app.client.call('assignWorkItem', {
      id: item.id,
      cookie: north.cookie,
      body: { personId: null },
    });
    expect(answer.problem()).toMatchObject({ status: 428, code: 'if-match-required' });
  });

  it('cannot be handed to somebody of another association, nor ticked off when there is something to do', async () => {
    const { application: app, north, south } = at;
    const { id } = await app.post(app.asker(8).cookie);
    const item = await at.itemOf(north.cookie, id);
    expect((await at.assign(north.cookie, item, south.personId)).problem()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: '/personId' }],
    });
    expect((await at.finish(north.cookie, item)).problem().code).toBe('not-open');
  });

  it('is not there for another association, the desk or a person without a role', async () => {
    const { application: app, north, south, desk } = at;
    const { id } = await app.post(app.asker(9).cookie);
    const item = await at.itemOf(north.cookie, id);
    const never = { id: item.id.replace(id, randomUUID()), version: 0 };
    const absent = { ...(await at.assign(south.cookie, never, null)).problem(), instance: '' };
    expect(absent).toMatchObject({ status: 404, code: 'not-found' });
    for (const { cookie, personId } of [south, desk]) {
      expect({ ...(await at.assign(cookie, item, personId)).problem(), instance: '' }).toStrictEqual(absent);
      expect((await at.finish(cookie, item)).problem().code).toBe('not-found');
      expect((await app.client.call('reopenWorkItem', { id: item.id, cookie })).problem().code).toBe('not-found');
    }
    // Under the name of one's own organisation it is not there either.
    const dressed = { id: item.id.replace(north.organisationId, south.organisationId), version: 0 };
    expect((await at.assign(south.cookie, dressed, south.personId)).problem().code).toBe('not-found');
    const helper = app.neighbour(2).cookie;
    expect((await at.assign(helper, item, null)).problem().code).toBe('not-allowed');
    expect((await app.client.call('listWorkItems', { cookie: helper })).problem().code).toBe('not-allowed');
    expect(await at.itemOf(north.cookie, id)).toStrictEqual(item);
  });
});

describe('letting requests through together', () => {
  it('takes those of askers who were helped before, and leaves the others for a look', async () => {
    const { application: app, north, south } = at;
    const { id: helped } = await app.post(app.asker(1).cookie);
    await app.rows(`UPDATE help_request SET status = 'completed' WHERE id = $1`, [helped]);
    const known = await waitingForReview(app.asker(1).cookie);
    const newcomer = await waitingForReview(app.asker(9).cookie);
    const foreign = await waitingForReview(app.asker(1).cookie, { neighbourhoodCode: app.code(southOf) });
    expect((await at.itemOf(north.cookie, known.id)).bulk).toBe(true);
    const missing = randomUUID();
    const answer = await app.client.call('approveTogether', {
      cookie: north.cookie,
      body: { helpRequestIds: [known.id, newcomer.id, foreign.id, missing, known.id] },
    });
    expect(answer.result()).toStrictEqual({
      approved: [known.id],
      refused: [
        { id: newcomer.id, code: 'needs-a-look' },
        { id: foreign.id, code: 'not-found' },
        { id: missing, code: 'not-found' },
      ],
    });
    expect((await app.see(known.id, north.cookie)).status).toBe('open');
    expect((await app.see(newcomer.id, north.cookie)).status).toBe('in-review');
    expect((await app.see(foreign.id, south.cookie)).status).toBe('in-review');
  });
});

describe('somebody who is away', () => {
  it('is stood in for: called in, and seen by who stands in', async () => {
    const { application: app, north, colleague } = at;
    const now = (await app.rows<{ now: Date }>('SELECT app_now() AS now'))[0]!.now.getTime();
    const from = new Date(now - 1_000).toISOString();
    const until = new Date(now + 7 * 24 * 3_600_000).toISOString();
    const { id } = await app.post(app.asker(2).cookie);
    const mine = await at.itemOf(north.cookie, id);
    await at.assign(north.cookie, mine, north.personId);
    const body = { deputyId: colleague.personId, from, until };
    const put = (cookie: string, over: object = {}) =>
      app.client.call('putAbsence', { id: north.organisationId, cookie, body: { ...body, ...over } });
    expect((await put(north.cookie)).status).toBe(204);
    expect((await at.itemOf(colleague.cookie, id)).yours).toBe('deputy');
    expect((await at.itemOf(north.cookie, id)).yours).toBe('assigned');
    const { organisations } = await at.list(colleague.cookie);
    expect(organisations[0]?.colleagues[0]?.away).toStrictEqual({ from, until, deputyId: colleague.personId });

    // Whoever stands in is the one who is called in.
    await app.rows(
      `UPDATE help_request SET coordinator_at = app_now() - interval '1 minute', next_due_at = app_now() WHERE id = $1`,
      [id],
    );
    await app.runJob('help-requests.keep-clock', id);
    const [event] = await app.rows<{ owner: string }>(
      `SELECT payload->>'ownerPersonId' AS owner FROM outbox WHERE type = 'help-request.escalated' AND payload->>'helpRequestId' = $1`,
      [id],
    );
    expect(event?.owner).toBe(colleague.personId);

    expect((await app.client.call('endAbsence', { id: north.organisationId, cookie: north.cookie })).status).toBe(204);
    expect((await at.itemOf(colleague.cookie, id)).yours).toBe('no');
  });

  it('cannot be stood in for by a stranger or by itself, nor be sent away by another association', async () => {
    const { application: app, north, south } = at;
    const range = { from: '2026-12-01T08:00:00Z', until: '2026-12-05T08:00:00Z' };
    const put = (cookie: string, body: { deputyId: string; personId?: string }) =>
      app.client.call('putAbsence', { id: north.organisationId, cookie, body: { ...range, ...body } });
    for (const deputyId of [south.personId, north.personId]) {
      expect((await put(north.cookie, { deputyId })).problem()).toMatchObject({ errors: [{ path: '/deputyId' }] });
    }
    const foreign = (await put(south.cookie, { personId: north.personId, deputyId: at.colleague.personId })).problem();
    expect(foreign.code).toBe('not-found');
    expect(
      (await app.client.call('endAbsence', { id: north.organisationId, cookie: south.cookie })).problem().code,
    ).toBe('not-found');
    expect((await put(app.neighbour(northOf).cookie, { deputyId: north.personId })).problem().code).toBe('not-allowed');
  });
});
