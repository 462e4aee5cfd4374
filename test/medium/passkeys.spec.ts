import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleDirectory } from '@app/features/people/index.js';
import { cookieOf, PeopleScene, wrongCode, type Answer, type Town } from './people-scene.js';
import { SoftPasskey } from './soft-passkey.js';

jest.setTimeout(60_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;

const email = 'buur@voorbeeld.invalid';
let cookie: string;
let personId: string;
let passkey: SoftPasskey;

beforeAll(async () => {
  scene = await PeopleScene.open({ passkeysRequired: true });
  [town, elsewhere] = [await scene.addTown(), await scene.addTown()];
  ({ cookie, personId } = await scene.signIn(town, email));
  passkey = new SoftPasskey(town.host, `http://${town.host}`);
}, 60_000);
afterAll(() => scene.close());

async function proofFor(address: string): Promise<{ challengeId: string; code: string }> {
  const challengeId = await scene.challenge(town, address);
  return { challengeId, code: (await scene.codeOf(town, challengeId)) ?? '' };
}

interface Prepared {
  readonly challengeId: string;
  readonly challenge: string;
}
function preparedIn({ body }: Answer): Prepared {
  return {
    challengeId: String(body['challengeId']),
    challenge: (body['options'] as { challenge: string }).challenge,
  };
}
const post = (path: string, body: unknown, as?: string, place = town): Promise<Answer> =>
  scene.call(place, 'POST', path, { body, ...(as === undefined ? {} : { cookie: as }) });
const prepare = async (as = cookie, address = email): Promise<Prepared> =>
  preparedIn(await post('/v1/passkey-preparations', { proof: await proofFor(address) }, as));
const prepareSignIn = async (place = town): Promise<Prepared> =>
  preparedIn(await scene.call(place, 'POST', '/v1/passkey-challenges'));
const enter = (challengeId: string, assertion: unknown, place = town): Promise<Answer> =>
  post('/v1/passkey-sessions', { challengeId, assertion }, undefined, place);
const listed = async (as: string): Promise<{ id: string }[]> =>
  (await scene.call(town, 'GET', '/v1/passkeys', { cookie: as })).body['passkeys'] as { id: string }[];

describe('making a passkey', () => {
  it('takes a fresh code of one’s own mailbox', async () => {
    const path = '/v1/passkey-preparations';
    expect((await post(path, {}, cookie)).body['code']).toBe('invalid-code');
    expect((await post(path, { proof: await proofFor('ander@voorbeeld.invalid') }, cookie)).status).toBe(400);
    const proof = await proofFor(email);
    expect((await post(path, { proof: { ...proof, code: wrongCode(proof.code) } }, cookie)).status).toBe(400);
    expect((await post(path, { proof }, cookie)).status).toBe(201);
    expect((await post(path, { proof })).status).toBe(401);
  });

  it('is refused for another site, another challenge, another person, or without a finger, a face or a PIN', async () => {
    const other = await scene.signIn(town, 'ander@voorbeeld.invalid');
    const refused = async (ways: object, change: Partial<Prepared> = {}, as = cookie): Promise<string> => {
      const prepared = { ...(await prepare()), ...change };
      const attestation = new SoftPasskey(town.host, `http://${town.host}`).attest(prepared.challenge, ways);
      const answer = await post('/v1/passkeys', { challengeId: prepared.challengeId, attestation }, as);
      return `${answer.status} ${String(answer.body['code'])}`;
    };
    expect(await refused({ origin: 'http://phisher.invalid' })).toBe('400 invalid-passkey');
    expect(await refused({ host: 'phisher.invalid' })).toBe('400 invalid-passkey');
    expect(await refused({ verified: false })).toBe('400 invalid-passkey');
    expect(await refused({}, { challenge: 'AAAA' })).toBe('400 invalid-passkey');
    expect(await refused({}, {}, other.cookie)).toBe('400 invalid-passkey');
    expect(await listed(cookie)).toEqual([]);
  });

  it('keeps the public half only, once', async () => {
    const prepared = await prepare();
    const body = { challengeId: prepared.challengeId, attestation: passkey.attest(prepared.challenge) };
    expect((await post('/v1/passkeys', body, cookie)).status).toBe(201);
    expect((await post('/v1/passkeys', body, cookie)).status).toBe(400);
    expect(await listed(cookie)).toHaveLength(1);
    // This session has shown a passkey: another one needs no code.
    const again = preparedIn(await post('/v1/passkey-preparations', {}, cookie));
    const twice = { challengeId: again.challengeId, attestation: passkey.attest(again.challenge) };
    expect((await post('/v1/passkeys', twice, cookie)).body['code']).toBe('invalid-passkey');
  });
});

describe('signing in with a passkey', () => {
  it('opens a session of its owner, once for each challenge', async () => {
    const { challengeId, challenge } = await prepareSignIn();
    const assertion = passkey.assert(challenge);
    const answer = await enter(challengeId, assertion);
    expect([answer.status, answer.body]).toEqual([201, { personId, firstSignIn: false }]);
    const me = await scene.call(town, 'GET', '/v1/me', { cookie: cookieOf(answer) });
    expect(me.body['email']).toBe(email);
    expect((await enter(challengeId, assertion)).status).toBe(400);
  });

  it('is refused for anything else, always with the same words', async () => {
    const refused = async (make: (challenge: string) => unknown, place = town): Promise<string> => {
      const { challengeId, challenge } = await prepareSignIn(place);
      const { status, body } = await enter(challengeId, make(challenge), place);
      return `${status} ${String(body['code'])}`;
    };
    const unknown = new SoftPasskey(town.host, `http://${town.host}`);
    const no = '400 invalid-passkey';
    expect(await refused((challenge) => unknown.assert(challenge))).toBe(no);
    expect(await refused((challenge) => ({ ...unknown.assert(challenge), id: passkey.id, rawId: passkey.id }))).toBe(
      no,
    );
    expect(await refused((challenge) => passkey.assert(challenge, { origin: 'http://phisher.invalid' }))).toBe(no);
    expect(await refused((challenge) => passkey.assert(challenge, { host: 'phisher.invalid' }))).toBe(no);
    expect(await refused((challenge) => passkey.assert(challenge, { verified: false }))).toBe(no);
    expect(await refused(() => passkey.assert('AAAA'))).toBe(no);
    expect(await refused((challenge) => passkey.assert(challenge), elsewhere)).toBe(no);
    expect((await enter('00000000-0000-7000-8000-000000000000', passkey.assert('AAAA'))).status).toBe(400);
  });

  it('is refused for a copy of a key, and five minutes after it was begun', async () => {
    const copied = await prepareSignIn();
    passkey.turnBack();
    expect((await enter(copied.challengeId, passkey.assert(copied.challenge))).status).toBe(400);
    for (let uses = 0; uses < 20; uses += 1) passkey.assert('AAAA');
    const late = await prepareSignIn();
    await scene.wait('5 minutes');
    expect((await enter(late.challengeId, passkey.assert(late.challenge))).status).toBe(400);
    const fresh = await prepareSignIn();
    expect((await enter(fresh.challengeId, passkey.assert(fresh.challenge))).status).toBe(201);
  });

  it('is refused to who is shut out', async () => {
    await scene.rows(town, `UPDATE person SET status = 'blocked' WHERE id = $1`, [personId]);
    const { challengeId, challenge } = await prepareSignIn();
    expect((await enter(challengeId, passkey.assert(challenge))).status).toBe(400);
    await scene.rows(town, `UPDATE person SET status = 'active' WHERE id = $1`, [personId]);
  });
});

describe('removing a passkey', () => {
  it('is for its owner, after a code or by passkey', async () => {
    const [own] = await listed(cookie);
    const path = `/v1/passkeys/${own!.id}/removal`;
    const other = await scene.signIn(town, 'ander@voorbeeld.invalid');
    const theirs = { proof: await proofFor('ander@voorbeeld.invalid') };
    expect((await post(path, theirs, other.cookie)).status).toBe(404);
    const foreign = await scene.signIn(elsewhere, email);
    expect((await post(path, {}, foreign.cookie, elsewhere)).status).toBe(400);
    const byCode = await scene.signIn(town, email);
    expect((await post(path, {}, byCode.cookie)).status).toBe(400);
    expect(await listed(cookie)).toHaveLength(1);
    expect((await post(path, { proof: await proofFor(email) }, byCode.cookie)).status).toBe(204);
    expect(await listed(cookie)).toEqual([]);
    const { challengeId, challenge } = await prepareSignIn();
    expect((await enter(challengeId, passkey.assert(challenge))).status).toBe(400);
  });
});

describe('a role that sees more than its own', () => {
  const address = 'marja@voorbeeld.invalid';
  const own = new SoftPasskey('stad2001.invalid', 'http://stad2001.invalid');
  let byCode: string;

  beforeAll(async () => {
    const marja = await scene.signIn(town, address);
    byCode = marja.cookie;
    const people = scene.app.get(PeopleDirectory, { strict: false });
    await scene.run(town, (tx) => people.addMembership(tx, marja.personId, 'coordinator', town.associationId));
  });

  const me = async (as: string): Promise<unknown> => {
    const { body } = await scene.call(town, 'GET', '/v1/me', { cookie: as });
    return [body['capabilities'], body['passkeyRequired'], (body['memberships'] as unknown[]).length];
  };
  const away = (as: string): Promise<Answer> =>
    scene.call(town, 'DELETE', `/v1/associations/${town.associationId}/absence`, { cookie: as });

  it('does nothing in a session by code, and says what to do', async () => {
    expect(await me(byCode)).toEqual([['ask-help'], true, 0]);
    expect((await away(byCode)).body['code']).toBe('passkey-required');
  });

  it('works as soon as a passkey was made in it', async () => {
    const { challengeId, challenge } = await prepare(byCode, address);
    expect((await post('/v1/passkeys', { challengeId, attestation: own.attest(challenge) }, byCode)).status).toBe(201);
    expect(await me(byCode)).toEqual([['ask-help', 'coordinate'], false, 1]);
    expect((await away(byCode)).body['code']).not.toBe('passkey-required');
  });

  it('works in a session by passkey, and in no other', async () => {
    const { challengeId, challenge } = await prepareSignIn();
    const byPasskey = cookieOf(await enter(challengeId, own.assert(challenge)));
    expect(await me(byPasskey)).toEqual([['ask-help', 'coordinate'], false, 1]);
    const again = await scene.signIn(town, address);
    expect(await me(again.cookie)).toEqual([['ask-help'], true, 0]);
  });

  it('is not reached by who only reads the mailbox: no second passkey, no removal', async () => {
    const { cookie: mailboxOnly } = await scene.signIn(town, address);
    const proof = await proofFor(address);
    expect((await post('/v1/passkey-preparations', { proof }, mailboxOnly)).body['code']).toBe('passkey-required');
    const [only] = await listed(mailboxOnly);
    const removal = await post(`/v1/passkeys/${only!.id}/removal`, { proof: await proofFor(address) }, mailboxOnly);
    expect(removal.body['code']).toBe('passkey-required');
    expect(await listed(byCode)).toHaveLength(1);
  });
});
