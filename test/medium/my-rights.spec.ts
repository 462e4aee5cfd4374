import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Proof } from '@app/contracts/http/my-rights.js';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application } from '../support/application.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(60_000);

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
}, 60_000);
afterAll(() => scene.close());

/** A code as it would be mailed to this address. */
async function proofOf(email: string): Promise<Proof> {
  const { challengeId } = (await scene.client.call('requestSignInCode', { body: { email } })).result();
  const code = await scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), (tx) =>
      scene.app.get(SignInChallenges, { strict: false }).readForSending(tx, challengeId),
    );
  return { challengeId, code: code?.code ?? '' };
}
const newSession = async ({ email }: Pick<GeneratedPerson, 'email'>): Promise<string> => {
  const answer = await scene.client.call('createSession', {
    body: await proofOf(email),
    headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' },
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};
const devices = async (cookie: string) => (await scene.client.call('listMySessions', { cookie })).result().sessions;
const status = async (cookie: string): Promise<number> => (await scene.client.call('getMe', { cookie })).status;

describe('the devices I am signed in on', () => {
  it('are mine alone, with the one I use marked', async () => {
    const person = scene.asker(0);
    const cookie = await newSession(person);
    const mine = await devices(cookie);
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({ browser: 'firefox', platform: 'windows', current: true });
    expect(mine[1]).toMatchObject({ current: false });
    expect(await devices(scene.asker(1).cookie)).toHaveLength(1);
  });

  it('end one at a time, and not those of another person', async () => {
    const person = scene.asker(0);
    const cookie = await newSession(person);
    const [here] = await devices(cookie);
    const foreign = await scene.client.call('endMySession', { id: here?.id ?? '', cookie: scene.asker(1).cookie });
    expect(foreign.problem().code).toBe('not-found');
    expect(await status(cookie)).toBe(200);
    const other = scene.asker(0).cookie;
    expect((await scene.client.call('endMySession', { id: here?.id ?? '', cookie: other })).status).toBe(204);
    expect(await status(cookie)).toBe(401);
    expect((await scene.client.call('endMySession', { id: here?.id ?? '', cookie: other })).problem().code).toBe(
      'not-found',
    );
  });

  it('end all at once but the one in use, and nobody else is signed out', async () => {
    const person = scene.asker(2);
    const cookie = await newSession(person);
    expect((await scene.client.call('endMyOtherSessions', { cookie })).status).toBe(204);
    expect(await status(person.cookie)).toBe(401);
    expect(await status(cookie)).toBe(200);
    expect(await status(scene.asker(1).cookie)).toBe(200);
  });
});

/** Every name of a part, however deep. */
function namesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(namesOf);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

describe('everything that is kept of me', () => {
  const secret = 'Zeer-eigen-woorden';

  it('comes along for programs and for reading, with nothing of others', async () => {
    const [asker, other] = [scene.asker(3), scene.asker(1)];
    await scene.post(asker.cookie, { summary: secret, address: 'Eigenpad 9' });
    await scene.post(other.cookie, { summary: 'Andermans-woorden' });
    await scene.workOff();
    const body = await proofOf(asker.email);
    const exported = (await scene.client.call('exportMyData', { cookie: asker.cookie, body })).result();
    expect(Object.keys(exported.data)).toEqual([
      'account',
      'member-invitations',
      'help-requests',
      'thanks-wall',
      'asks',
      'trust',
      'invitations',
      'desk',
      'messages',
      'conversations',
      'replies-by-mail',
      'circles',
      'gatherings',
      'participation',
    ]);
    expect(exported.html).toContain('<html lang="nl">');
    expect(namesOf(exported.data).filter((name) => exported.html.includes(`<dt>${name}</dt>`))).toEqual([]);
    const text = JSON.stringify(exported.data);
    for (const own of [secret, 'Eigenpad 9', asker.email, asker.givenName, asker.phone]) {
      expect(text).toContain(own);
      expect(exported.html).toContain(own);
    }
    for (const foreign of [
      'Andermans-woorden',
      other.email,
      other.familyName,
      'coordinator0',
      'Achternaam-neighbour',
    ]) {
      expect(text).not.toContain(foreign);
      expect(exported.html).not.toContain(foreign);
    }
  });

  it('holds what a neighbour was asked, and not who asked', async () => {
    const [row] = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask LIMIT 1');
    const neighbour = scene.town.neighbours.find(({ personId }) => personId === row?.person_id);
    const body = await proofOf(neighbour?.email ?? '');
    const { data } = (await scene.client.call('exportMyData', { cookie: neighbour?.cookie ?? '', body })).result();
    expect(data['asks']).toMatchObject({
      asked: expect.arrayContaining([expect.objectContaining({ category: 'walk-dog' })]),
    });
    for (const foreign of [secret, 'Andermans-woorden', 'Achternaam-asker']) {
      expect(JSON.stringify(data)).not.toContain(foreign);
    }
  });

  it('needs a fresh code of my own mailbox, which works once', async () => {
    const [person, other] = [scene.asker(3), scene.asker(1)];
    const refused = async (body: Proof): Promise<string> =>
      (await scene.client.call('exportMyData', { cookie: person.cookie, body })).problem().code;
    expect(await refused(await proofOf(other.email))).toBe('invalid-code');
    expect(await refused({ challengeId: randomUUID(), code: '123456' })).toBe('invalid-code');
    const body = await proofOf(person.email);
    expect((await scene.client.call('exportMyData', { cookie: person.cookie, body })).status).toBe(200);
    expect(await refused(body)).toBe('invalid-code');
  });
});

describe('another e-mail address', () => {
  const change = (cookie: string, current: Proof, next: Proof) =>
    scene.client.call('changeMyEmail', { cookie, body: { current, next } });

  it('needs both mailboxes; from then on the new one signs in and the old one does not', async () => {
    const person = scene.asker(4);
    const elsewhere = await newSession(person);
    const next = 'verhuisd@voorbeeld.invalid';
    const answer = await change(person.cookie, await proofOf(person.email), await proofOf(next));
    expect(answer.result().email).toBe(next);
    expect(await status(person.cookie)).toBe(200);
    expect(await status(elsewhere)).toBe(401);
    const again = (await scene.client.call('createSession', { body: await proofOf(next) })).result();
    expect(again.personId).toBe(person.personId);
    const old = (await scene.client.call('createSession', { body: await proofOf(person.email) })).result();
    expect(old.personId).not.toBe(person.personId);
  });

  it('cannot be that of another person, nor be set with a code of another mailbox', async () => {
    const [person, other] = [scene.asker(5), scene.asker(1)];
    const taken = await change(person.cookie, await proofOf(person.email), await proofOf(other.email));
    expect(taken.problem().code).toBe('address-in-use');
    const foreign = await change(person.cookie, await proofOf(other.email), await proofOf('kaap@voorbeeld.invalid'));
    expect(foreign.problem().code).toBe('invalid-code');
    expect((await scene.client.call('getMe', { cookie: person.cookie })).result().email).toBe(person.email);
  });
});
