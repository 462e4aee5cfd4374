import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SignInChallenges } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { cookieOf, PeopleScene, setCookie, wrongCode, type Town } from './people-scene.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(30_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
let people = 0;
const someone = (): string => `iemand${(people += 1)}@voorbeeld.invalid`;

beforeAll(async () => {
  scene = await PeopleScene.open();
  town = await scene.addTown();
  elsewhere = await scene.addTown();
}, 60_000);
afterAll(() => scene.close());

describe('asking for a code', () => {
  it('answers the same whether the address is known or not', async () => {
    const known = someone();
    await scene.signIn(town, known);
    const path = '/v1/sign-in-challenges';
    const [forKnown, forUnknown] = [
      await scene.call(town, 'POST', path, { body: { email: known } }),
      await scene.call(town, 'POST', path, { body: { email: someone() } }),
    ];
    for (const answer of [forKnown, forUnknown]) {
      expect(answer.status).toBe(202);
      expect(Object.keys(answer.body)).toEqual(['challengeId']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(await outboxRows(forKnown.body['challengeId'])).toBe(1);
    expect(await outboxRows(forUnknown.body['challengeId'])).toBe(1);
  });

  it('stores neither the address nor the code in the clear, and forgets the code once it is sent', async () => {
    const email = someone();
    const id = await scene.challenge(town, email);
    const code = (await scene.codeOf(town, id)) ?? '';
    const [row] = await scene.rows<{ text: string }>(
      town,
      `SELECT c::text || coalesce(encode(c.email_enc, 'escape'), '') || coalesce(encode(c.code_enc, 'escape'), '') AS text
         FROM sign_in_challenge c WHERE id = $1`,
      [id],
    );
    expect(code).toMatch(/^\d{6}$/);
    expect(row?.text).not.toContain(email);
    expect(row?.text).not.toContain(code);
  });

  it('sends at most ten codes an hour to one address, and does not tell', async () => {
    const email = someone();
    const ids = await Promise.all(Array.from({ length: 13 }, () => scene.challenge(town, email)));
    expect(new Set(ids).size).toBe(13);
    const sent = await Promise.all(ids.map((id) => scene.codeOf(town, id)));
    expect(sent.filter((code) => code !== undefined)).toHaveLength(10);
    const fake = ids[sent.findIndex((code) => code === undefined)] ?? '';
    expect((await scene.redeem(town, fake, '123456')).body['code']).toBe('invalid-code');
  });

  it('refuses what is no address, with the fault named', async () => {
    const answer = await scene.call(town, 'POST', '/v1/sign-in-challenges', { body: { email: 'anja' } });
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toEqual([expect.objectContaining({ path: '/email' })]);
  });
});

describe('using a code', () => {
  it('makes the account the first time and finds it the next', async () => {
    const email = someone();
    const first = await scene.challenge(town, email);
    const made = await scene.redeem(town, first, (await scene.codeOf(town, first)) ?? '');
    expect(made.status).toBe(201);
    expect(made.body['firstSignIn']).toBe(true);
    expect(setCookie(made)).toMatch(
      /^__Host-session=[\w-]{22}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    const second = await scene.challenge(town, email.toUpperCase());
    const found = await scene.redeem(town, second, (await scene.codeOf(town, second)) ?? '');
    expect(found.body).toEqual({ personId: made.body['personId'], firstSignIn: false });
  });

  it('works once', async () => {
    const id = await scene.challenge(town, someone());
    const code = (await scene.codeOf(town, id)) ?? '';
    expect((await scene.redeem(town, id, code)).status).toBe(201);
    expect(await refusal(id, code)).toBe('invalid-code');
  });

  it('gives one session when it is used twice at once', async () => {
    const id = await scene.challenge(town, someone());
    const code = (await scene.codeOf(town, id)) ?? '';
    const answers = await Promise.all([1, 2, 3, 4].map(() => scene.redeem(town, id, code)));
    const winners = answers.filter(({ status }) => status === 201);
    expect(winners).toHaveLength(1);
    const sessions = await scene.rows(town, 'SELECT 1 FROM session WHERE person_id = $1', [
      winners[0]?.body['personId'],
    ]);
    expect(sessions).toHaveLength(1);
  });

  it('may be tried five times; the sixth is refused even when it is right', async () => {
    const id = await scene.challenge(town, someone());
    const code = await scene.codeOf(town, id);
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(await refusal(id, wrongCode(code))).toBe('invalid-code');
    const sixth = await scene.redeem(town, id, code ?? '');
    expect([sixth.status, sixth.body['code']]).toEqual([429, 'too-many-tries']);
    // A new code may be asked for at once.
    expect(sixth.headers['retry-after']).toBe('0');
  });

  it('counts tries that come at once', async () => {
    const id = await scene.challenge(town, someone());
    const code = await scene.codeOf(town, id);
    const answers = await Promise.all(Array.from({ length: 9 }, () => scene.redeem(town, id, wrongCode(code))));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it('lets one address fail ten times an hour over all its challenges', async () => {
    const email = someone();
    const [first, second, third] = [
      await scene.challenge(town, email),
      await scene.challenge(town, email),
      await scene.challenge(town, email),
    ];
    const right = (await scene.codeOf(town, third)) ?? '';
    for (const id of [first, second]) {
      const code = await scene.codeOf(town, id);
      for (let attempt = 1; attempt <= 5; attempt += 1) expect(await refusal(id, wrongCode(code))).toBe('invalid-code');
    }
    expect(await refusal(third, right)).toBe('too-many-tries');
    const other = await scene.challenge(town, someone());
    expect((await scene.redeem(town, other, (await scene.codeOf(town, other)) ?? '')).status).toBe(201);
  });

  it('refuses the code of another challenge, an unknown challenge, and one of another municipality alike', async () => {
    const [mine, other] = [await scene.challenge(town, someone()), await scene.challenge(town, someone())];
    const code = (await scene.codeOf(town, mine)) ?? '';
    const answers = [
      await scene.redeem(town, other, code),
      await scene.redeem(town, newId(), code),
      await scene.redeem(elsewhere, mine, code),
    ];
    const bodies = answers.map(({ status, body }) => ({ status, ...body, instance: undefined }));
    expect(bodies[0]).toMatchObject({ status: 400, code: 'invalid-code' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect((await scene.redeem(town, mine, code)).status).toBe(201);
  });

  it('does not let a blocked person in, and looks like a wrong code', async () => {
    const email = someone();
    const { personId, cookie } = await scene.signIn(town, email);
    await scene.rows(town, `UPDATE person SET status = 'blocked' WHERE id = $1`, [personId]);
    expect((await scene.call(town, 'GET', '/v1/me', { cookie })).status).toBe(401);
    const id = await scene.challenge(town, email);
    expect(await refusal(id, (await scene.codeOf(town, id)) ?? '')).toBe('invalid-code');
  });
});

describe('a code that confirms a help request', () => {
  it('tells the owner of help requests in the transaction of the sign-in', async () => {
    const heard: unknown[] = [];
    scene.confirmations.register(async (tx, confirmation) => {
      if (confirmation.helpRequestId === failing) throw new Error('cannot confirm');
      heard.push({ ...confirmation, sessions: await sessionsIn(tx, confirmation.personId) });
    });
    const failing = newId();
    const helpRequestId = newId();
    const good = await challengeFor(someone(), helpRequestId);
    const answer = await scene.redeem(town, good, (await scene.codeOf(town, good)) ?? '');
    expect(answer.body).toEqual({
      personId: expect.any(String),
      firstSignIn: true,
      confirmedHelpRequestId: helpRequestId,
    });
    expect(heard).toEqual([{ personId: answer.body['personId'], helpRequestId, firstSignIn: true, sessions: 1 }]);

    const email = someone();
    const bad = await challengeFor(email, failing);
    const failed = await scene.redeem(town, bad, (await scene.codeOf(town, bad)) ?? '');
    expect(failed.status).toBe(500);
    const [left] = await scene.rows<{ attempts: number; used: boolean }>(
      town,
      'SELECT attempts, used_at IS NOT NULL AS used FROM sign_in_challenge WHERE id = $1',
      [bad],
    );
    // The try stays counted, although everything else of it was undone.
    expect(left).toEqual({ attempts: 1, used: false });
  });
});

describe('signing out', () => {
  it('ends this session at once and no other', async () => {
    const email = someone();
    const [here, there] = [await scene.signIn(town, email), await scene.signIn(town, email)];
    const out = await scene.call(town, 'DELETE', '/v1/sessions/current', { cookie: here.cookie });
    expect(out.status).toBe(204);
    expect(setCookie(out)).toContain('Max-Age=0');
    expect((await scene.call(town, 'GET', '/v1/me', { cookie: here.cookie })).status).toBe(401);
    expect((await scene.call(town, 'GET', '/v1/me', { cookie: there.cookie })).status).toBe(200);
  });

  it('is nothing to complain about for a guest', async () => {
    expect((await scene.call(town, 'DELETE', '/v1/sessions/current')).status).toBe(204);
  });

  it('happens by itself after 30 days, and a code is too old after ten minutes', async () => {
    const { cookie } = await scene.signIn(town, someone());
    const id = await scene.challenge(town, someone());
    const code = (await scene.codeOf(town, id)) ?? '';
    await scene.wait('10 minutes');
    expect(await refusal(id, code)).toBe('invalid-code');
    expect(await scene.codeOf(town, id)).toBeUndefined();
    expect((await scene.call(town, 'GET', '/v1/me', { cookie })).status).toBe(200);
    await scene.wait('30 days');
    expect((await scene.call(town, 'GET', '/v1/me', { cookie })).status).toBe(401);
  });

  it('does not reach another municipality', async () => {
    const { cookie } = await scene.signIn(town, someone());
    expect((await scene.call(elsewhere, 'GET', '/v1/me', { cookie })).status).toBe(401);
    expect(cookieOf(await scene.call(elsewhere, 'DELETE', '/v1/sessions/current', { cookie }))).toBe('__Host-session=');
    expect((await scene.call(town, 'GET', '/v1/me', { cookie })).status).toBe(200);
  });
});

async function refusal(challengeId: string, code: string): Promise<unknown> {
  return (await scene.redeem(town, challengeId, code)).body['code'];
}

async function outboxRows(challengeId: unknown): Promise<number> {
  return (
    await scene.rows(town, `SELECT 1 FROM outbox WHERE type = 'sign-in.requested' AND payload->>'challengeId' = $1`, [
      challengeId,
    ])
  ).length;
}

function challengeFor(email: string, helpRequestId: string): Promise<string> {
  const challenges = scene.app.get(SignInChallenges, { strict: false });
  return scene.run(town, (tx) => challenges.create(tx, email, { helpRequestId }));
}

async function sessionsIn(tx: Transaction, personId: string): Promise<number> {
  return (await tx.query('SELECT 1 FROM session WHERE person_id = $1', [personId])).length;
}
