import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SignInChallenges } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PeopleScene, type Town } from './people-scene.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(30_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
let people = 0;
const someone = (): string => `herkans${(people += 1)}@voorbeeld.invalid`;

beforeAll(async () => {
  scene = await PeopleScene.open();
  town = await scene.addTown();
  elsewhere = await scene.addTown();
}, 60_000);
afterAll(() => scene.close());

describe('asking for a code once more', () => {
  it('renews a code for the same purpose, and the earlier code stops working', async () => {
    const id = await scene.challenge(town, someone());
    const code = (await scene.codeOf(town, id)) ?? '';
    const answer = await scene.call(town, 'POST', `/v1/sign-in-challenges/${id}/renewals`);
    const renewed = String(answer.body['challengeId']);
    expect(answer.status).toBe(202);
    expect(renewed).not.toBe(id);
    expect((await scene.redeem(town, id, code)).body['code']).toBe('invalid-code');
    expect((await scene.redeem(town, renewed, (await scene.codeOf(town, renewed)) ?? '')).status).toBe(201);
  });

  it('renews nothing that is used, unknown or of another municipality, and does not tell', async () => {
    const email = someone();
    const used = await scene.challenge(town, email);
    await scene.redeem(town, used, (await scene.codeOf(town, used)) ?? '');
    const foreign = await scene.challenge(elsewhere, someone());
    for (const id of [used, newId(), foreign]) {
      const answer = await scene.call(town, 'POST', `/v1/sign-in-challenges/${id}/renewals`);
      expect(answer.status).toBe(202);
      expect(Object.keys(answer.body)).toEqual(['challengeId']);
      expect(await scene.codeOf(town, String(answer.body['challengeId']))).toBeUndefined();
    }
    expect(await scene.codeOf(elsewhere, foreign)).toMatch(/^\d{6}$/);
  });

  it('counts renewals among the ten codes an hour, and leaves the last code working', async () => {
    const email = someone();
    const ids = await Promise.all(Array.from({ length: 10 }, () => scene.challenge(town, email)));
    const last = ids[9] ?? '';
    const code = (await scene.codeOf(town, last)) ?? '';
    const answer = await scene.call(town, 'POST', `/v1/sign-in-challenges/${last}/renewals`);
    expect(await scene.codeOf(town, String(answer.body['challengeId']))).toBeUndefined();
    expect((await scene.redeem(town, last, code)).status).toBe(201);
  });
});

describe('the language of a code', () => {
  const languageOf = async (personId: string): Promise<string | undefined> =>
    (await scene.rows<{ language: string }>(town, 'SELECT language FROM person WHERE id = $1', [personId]))[0]
      ?.language;
  const askIn = async (language: string, email: string): Promise<string> => {
    const answer = await scene.call(town, 'POST', '/v1/sign-in-challenges', { language, body: { email } });
    return String(answer.body['challengeId']);
  };
  const mailed = (id: string) =>
    scene.run(town, (tx) => scene.app.get(SignInChallenges, { strict: false }).readForSending(tx, id));

  it('is that of the page it was asked for on, and a new account begins with it', async () => {
    const id = await askIn('uk', someone());
    const { language, code = '' } = (await mailed(id)) ?? {};
    expect(language).toBe('uk');
    const renewed = await scene.call(town, 'POST', `/v1/sign-in-challenges/${id}/renewals`, { language: 'nl' });
    expect((await mailed(String(renewed.body['challengeId'])))?.language).toBe('uk');
    expect(code).toMatch(/^\d{6}$/);
    const again = String(renewed.body['challengeId']);
    const answer = await scene.redeem(town, again, (await scene.codeOf(town, again)) ?? '');
    expect(await languageOf(String(answer.body['personId']))).toBe('uk');
  });

  it('changes nothing of an account that was there', async () => {
    const email = someone();
    const { personId } = await scene.signIn(town, email);
    const id = await askIn('tr', email);
    await scene.redeem(town, id, (await scene.codeOf(town, id)) ?? '');
    expect(await languageOf(personId)).toBe('nl');
  });
});
