import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ askers: 12 });
});
afterAll(() => scene.close());

const minute = 60_000;
const hour = 60 * minute;
const after = (milliseconds: number): string => new Date(tuesdayAfternoon + milliseconds).toISOString();

describe('somebody who is signed in asks', () => {
  it('gets the request back with its owner, its clock and where it is found', async () => {
    const { cookie } = scene.asker(0);
    const answer = await scene.client.call('postHelpRequest', {
      cookie,
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body(),
    });
    const posted = answer.result();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/help-requests/${posted.id}`);
    expect(posted).toMatchObject({
      status: 'open',
      version: 1,
      viewer: 'asker',
      owner: { kind: 'association', name: 'Noord', person: { givenName: 'coordinator0', phone: '06 10000000' } },
      escalation: { level: 0, reason: null },
    });
    expect(posted).not.toHaveProperty('challengeId');
    // Acute: the coordinator after 30 minutes and the desk after an hour, which is less than a third of the window.
    const postedAt = Date.parse(posted.postedAt);
    expect(Date.parse(posted.escalation.coordinatorAt ?? '')).toBe(postedAt + 30 * minute);
    expect(Date.parse(posted.escalation.deskAt ?? '')).toBe(postedAt + hour);
    expect(posted.escalation.nextAt).toBe(posted.escalation.coordinatorAt);
    expect(await scene.see(posted.id, cookie)).toStrictEqual(posted);
  });

  it('has the desk as owner where no association is', async () => {
    const posted = await scene.post(scene.asker(1).cookie, { neighbourhoodCode: scene.code(deskOf) });
    expect(posted.owner).toMatchObject({ kind: 'desk', name: 'Loket' });
    expect(posted.escalation.coordinatorAt).toBeNull();
  });

  it('has a planned request escalate at half and at three quarters of its window', async () => {
    const window = { from: after(hour), until: after(41 * hour) };
    const { escalation, postedAt } = await scene.post(scene.asker(1).cookie, { urgency: 'planned', window });
    const length = tuesdayAfternoon + 41 * hour - Date.parse(postedAt);
    expect(Date.parse(escalation.coordinatorAt ?? '')).toBe(Math.floor(Date.parse(postedAt) + length / 2));
    expect(Date.parse(escalation.deskAt ?? '')).toBe(Math.floor(Date.parse(postedAt) + (length * 3) / 4));
  });

  it('cannot ask by phone for somebody else, but the coordinator of that area can', async () => {
    const onBehalfOf = { givenName: 'Truus', phone: '06 12345678', relation: 'phone-intake' as const };
    const body = scene.body({ onBehalfOf });
    const post = (cookie: string) =>
      scene.client.call('postHelpRequest', { cookie, body, headers: { 'idempotency-key': randomUUID() } });
    expect((await post(scene.asker(2).cookie)).problem().code).toBe('not-allowed');
    expect((await post((await scene.organiser(southOf)).cookie)).problem().code).toBe('not-allowed');
    const posted = (await post((await scene.organiser(northOf)).cookie)).result();
    expect(posted).toMatchObject({ status: 'open', onBehalfOf: { givenName: 'Truus', relation: 'phone-intake' } });
  });
});

describe('one idempotency key', () => {
  it('gives the same answer to the same body, and refuses another body', async () => {
    const { cookie } = scene.asker(3);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await scene.client.call('postHelpRequest', { cookie, headers, body: scene.body() });
    const again = await scene.client.call('postHelpRequest', { cookie, headers, body: scene.body() });
    expect([first.status, again.status]).toStrictEqual([201, 201]);
    expect(again.text).toBe(first.text);
    const other = await scene.client.call('postHelpRequest', {
      cookie,
      headers,
      body: scene.body({ category: 'meal' }),
    });
    expect(other.problem()).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
  });

  it('is somebody else’s own when somebody else uses it', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [mine, theirs] = await Promise.all(
      [scene.asker(4), scene.asker(5)].map(({ cookie }) =>
        scene.client.call('postHelpRequest', { cookie, headers, body: scene.body() }),
      ),
    );
    expect(mine!.result().id).not.toBe(theirs!.result().id);
  });

  it('makes one request of 20 posts at once', async () => {
    const { cookie, personId } = scene.asker(6);
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => scene.client.call('postHelpRequest', { cookie, headers, body: scene.body() })),
    );
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await scene.count('SELECT 1 FROM help_request WHERE asker_id = $1', [personId])).toBe(1);
  });
});

/** The code that would be mailed. */
async function codeOf(challengeId: string): Promise<string> {
  const challenges = scene.app.get(SignInChallenges, { strict: false });
  const code = await scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), async (tx) => (await challenges.readForSending(tx, challengeId))?.code);
  return code ?? 'none';
}

async function postAsGuest(email: string) {
  const contact = { givenName: 'Ria', email };
  const answer = await scene.client.call('postHelpRequest', {
    headers: { 'idempotency-key': randomUUID() },
    body: scene.body({ contact }),
  });
  return answer.result();
}

describe('a guest asks', () => {
  it('has every clock stand still until the code, and then started', async () => {
    const posted = await postAsGuest('ria@voorbeeld.invalid');
    expect(posted).toMatchObject({
      status: 'unconfirmed',
      asker: { givenName: 'Ria', familyName: null, phone: null },
      escalation: { level: 0, nextAt: null, coordinatorAt: null, deskAt: null },
    });
    await scene.workOff();
    expect(await scene.count('SELECT 1 FROM ask WHERE help_request_id = $1', [posted.id])).toBe(0);
    const second = await postAsGuest('ria2@voorbeeld.invalid');
    await scene.wait('5 minutes');
    const signedIn = await scene.client.call('createSession', {
      body: { challengeId: second.challengeId ?? '', code: await codeOf(second.challengeId ?? '') },
    });
    expect(signedIn.result()).toMatchObject({ firstSignIn: true, confirmedHelpRequestId: second.id });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const opened = await scene.see(second.id, cookie);
    expect(opened).toMatchObject({ status: 'open', asker: { givenName: 'Ria' } });
    // Counted from the code, not from the posting.
    const started = Date.parse(opened.escalation.coordinatorAt ?? '') - 30 * minute;
    expect(started).toBeGreaterThanOrEqual(Date.parse(opened.postedAt) + 5 * minute);
    expect((await scene.client.call('getHelpRequest', { id: posted.id, cookie })).problem().code).toBe('not-found');
  });

  it('is told nothing about somebody who has that address already', async () => {
    const known = scene.asker(7);
    const posted = await postAsGuest(known.email);
    expect(JSON.stringify(posted)).not.toMatch(new RegExp(`${known.givenName}|${known.familyName}|${known.phone}`));
    expect(posted.asker).toStrictEqual({ givenName: 'Ria', familyName: null, phone: null });
  });

  it('needs a contact, for a guest can be reached in no other way', async () => {
    const answer = await scene.client.call('postHelpRequest', {
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body(),
    });
    expect(answer.problem()).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('may ask three times a day while new, and is told who to call after that', async () => {
    for (let time = 1; time <= 3; time += 1) await postAsGuest('vaak@voorbeeld.invalid');
    const answer = await scene.client.call('postHelpRequest', {
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body({ contact: { givenName: 'Ria', email: 'vaak@voorbeeld.invalid' } }),
    });
    expect(answer.problem()).toMatchObject({ status: 429, detail: expect.stringContaining('Bel') });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
