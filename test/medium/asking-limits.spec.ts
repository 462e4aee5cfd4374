import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { Application } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ askers: 6 });
});
afterAll(() => scene.close());

const post = (caller: { readonly cookie: string } | { readonly email: string }) =>
  scene.client.call('postHelpRequest', {
    headers: { 'idempotency-key': randomUUID() },
    ...('cookie' in caller
      ? { cookie: caller.cookie, body: scene.body() }
      : { body: scene.body({ contact: { givenName: 'Ria', email: caller.email } }) }),
  });

/** What somebody hears who asks this many times, one after the other. */
async function answers(caller: Parameters<typeof post>[0], times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await post(caller)).status);
  return statuses;
}

const since = (personId: string, age: string) =>
  scene.rows('UPDATE person SET created_at = app_now() - $2::interval WHERE id = $1', [personId, age]);

async function confirm(challengeId: string): Promise<string> {
  const challenges = scene.app.get(SignInChallenges, { strict: false });
  const code = await scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), async (tx) => (await challenges.readForSending(tx, challengeId))?.code);
  const signedIn = await scene.client.call('createSession', { body: { challengeId, code: code ?? '' } });
  expect(signedIn.status).toBe(201);
  return (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('three requests a day', () => {
  it('says nothing about an address: a guest with a known one hears what a guest with an unknown one hears', async () => {
    const known = scene.asker(0);
    await since(known.personId, '1 year');
    const unknown = await answers({ email: 'nobody@voorbeeld.invalid' }, 5);
    expect(unknown).toStrictEqual([201, 201, 201, 429, 429]);
    expect(await answers({ email: known.email }, 5)).toStrictEqual(unknown);
  });

  it('are not used up by somebody else who only knows the address', async () => {
    const newcomer = scene.asker(1);
    await since(newcomer.personId, '1 hour');
    await answers({ email: newcomer.email }, 3);
    expect(await answers(newcomer, 4)).toStrictEqual([201, 201, 201, 429]);
  });

  it('are three of a newcomer also when twenty come at once', async () => {
    const newcomer = scene.asker(2);
    await since(newcomer.personId, '1 hour');
    const all = await Promise.all(Array.from({ length: 20 }, () => post(newcomer)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(17);
  });

  it('do not refuse a guest who proved the address, but a coordinator looks at the fourth first', async () => {
    const statuses: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      const { id, challengeId } = (await post({ email: 'truus@voorbeeld.invalid' })).result();
      const cookie = await confirm(challengeId ?? '');
      statuses.push((await scene.see(id, cookie)).status);
    }
    expect(statuses).toStrictEqual(['open', 'open', 'open', 'in-review']);
  });
});
