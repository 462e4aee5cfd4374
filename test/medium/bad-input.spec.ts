import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';

let scene: Application;
let askers = 0;
let cookie = '';
beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 40 });
});
afterAll(() => scene.close());
beforeEach(() => {
  cookie = scene.asker(askers).cookie;
  askers += 1;
});

const at = (hours: number): string => new Date(tuesdayAfternoon + hours * 3_600_000).toISOString();
const post = (body: Readonly<Record<string, unknown>>) =>
  scene.client.call('postHelpRequest', {
    cookie,
    headers: { 'idempotency-key': randomUUID() },
    body: { ...scene.body(), ...body },
  });

/** Whatever is tried leaves as many rows in every table as there were. */
async function leavesNoTrace<T>(attempt: () => Promise<T>): Promise<T> {
  const before = await scene.rowCounts();
  const result = await attempt();
  expect(await scene.rowCounts()).toStrictEqual(before);
  return result;
}

describe('a request with a fault', () => {
  it.each([
    ['a window that is over', { window: { from: at(-3), until: at(-1) } }, 'window-in-past', undefined],
    ['an end before its start', { window: { from: at(3), until: at(1) } }, 'invalid-input', '/window/until'],
    [
      'a neighbourhood that is not there',
      { neighbourhoodCode: 'BU99999999' },
      'unknown-neighbourhood',
      '/neighbourhoodCode',
    ],
    ['no neighbourhood at all', { neighbourhoodCode: 'Leusden' }, 'invalid-input', '/neighbourhoodCode'],
    ['no helpers', { helpersNeeded: 0 }, 'invalid-input', '/helpersNeeded'],
    ['a thousand helpers', { helpersNeeded: 1_000 }, 'invalid-input', '/helpersNeeded'],
    ['a text of 100 kB', { summary: 'a'.repeat(100_000) }, 'invalid-input', '/summary'],
    ['a control character', { summary: 'hond\u0000je' }, 'invalid-input', '/summary'],
    ['half a character', { summary: 'hond\ud800je' }, 'invalid-input', '/summary'],
  ] as const)('%s is refused by name, with nothing written', async (_what, fault, code, path) => {
    const answer = await leavesNoTrace(() => post(fault));
    const problem = answer.problem();
    expect(problem).toMatchObject({ status: 400, code });
    expect(problem.detail).not.toBe('');
    expect(problem.errors?.map((found) => found.path)).toStrictEqual(path === undefined ? undefined : [path]);
    if (path !== undefined) expect(problem.errors?.[0]?.message).not.toBe('');
  });

  it('hears of all its faults at once', async () => {
    const answer = await leavesNoTrace(() => post({ category: 'surgery', helpersNeeded: 0, summary: '' }));
    const paths = answer.problem().errors?.map(({ path }) => path);
    expect(paths?.toSorted()).toStrictEqual(['/category', '/helpersNeeded', '/summary']);
  });

  it.each([undefined, 'short', 'x'.repeat(129), 'with space in it'])(
    'needs a good idempotency key, not %j',
    async (key) => {
      const answer = await leavesNoTrace(() =>
        scene.client.call('postHelpRequest', {
          cookie,
          body: scene.body(),
          ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
        }),
      );
      expect(answer.problem()).toMatchObject({
        status: 400,
        code: key === undefined ? 'idempotency-key-required' : 'invalid-input',
      });
    },
  );
});

describe('a body that is no body of ours', () => {
  const json = 'application/json';
  it.each([
    ['{"category":', json, 400, 'invalid-json'],
    ['', json, 400, 'invalid-json'],
    ['"text"', json, 400, 'invalid-input'],
    ['[]', json, 400, 'invalid-input'],
    ['null', json, 400, 'invalid-input'],
    ['{"__proto__":{"admin":true}}', json, 400, 'invalid-json'],
    ['[', json, 400, 'invalid-json'],
    ['category=meal', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['category=meal', 'text/plain', 415, 'unsupported-media-type'],
    ['<meal/>', 'application/xml', 415, 'unsupported-media-type'],
    ['--x\r\n', 'multipart/form-data; boundary=x', 415, 'unsupported-media-type'],
    [`{"summary":"${'a'.repeat(300_000)}"}`, json, 413, 'too-large'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, json, 400, 'invalid-input'],
  ])('is refused: %.20s as %s', async (body, type, status, code) => {
    const answer = await leavesNoTrace(() =>
      scene.client.raw('POST', '/v1/help-requests', {
        cookie,
        body,
        headers: { 'content-type': type, 'idempotency-key': randomUUID() },
      }),
    );
    expect(answer.problem()).toMatchObject({ status, code });
  });

  it('is refused when another site sends it', async () => {
    const headers = { origin: 'https://elders.invalid', 'content-type': json, 'idempotency-key': randomUUID() };
    const body = JSON.stringify(scene.body());
    const answer = await leavesNoTrace(() => scene.client.raw('POST', '/v1/help-requests', { cookie, headers, body }));
    expect(answer.problem()).toMatchObject({ status: 403, code: 'foreign-origin' });
  });
});

describe('coming too late', () => {
  const yes = (id: string, neighbour: number) =>
    scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(neighbour).cookie, body: {} });

  it('with an old version is told so, and changes nothing', async () => {
    const { id, version } = (await post({})).result();
    const answer = await leavesNoTrace(() =>
      scene.client.call('editHelpRequest', {
        id,
        cookie,
        headers: { 'if-match': `"${version - 1}"` },
        body: { summary: 'Te laat' },
      }),
    );
    expect(answer.problem()).toMatchObject({ status: 412, code: 'stale-version' });
    expect(await scene.see(id, cookie)).toMatchObject({ version, summary: 'Even met de hond naar buiten' });
  });

  it('with a yes to a filled or a cancelled request is told so', async () => {
    const { id } = (await post({})).result();
    await yes(id, 0);
    expect((await leavesNoTrace(() => yes(id, 1))).problem()).toMatchObject({
      code: 'already-matched',
      waitlist: true,
    });
    await scene.client.call('cancelHelpRequest', { id, cookie });
    expect((await leavesNoTrace(() => yes(id, 1))).problem()).toMatchObject({ status: 409, code: 'not-open' });
  });

  it('with a sixth try at a code is told to ask for a new one, also when the sixth is right', async () => {
    const { challengeId } = (
      await scene.client.call('requestSignInCode', { body: { email: 'zes@voorbeeld.invalid' } })
    ).result();
    const right = await scene.app
      .get(UnitOfWork)
      .run(asSystem(scene.town.municipalityId), (tx) =>
        scene.app.get(SignInChallenges, { strict: false }).readForSending(tx, challengeId),
      );
    const code = right?.code ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const attempt = (said: string) => scene.client.call('createSession', { body: { challengeId, code: said } });
    await leavesNoTrace(async () => {
      for (let time = 1; time <= 5; time += 1)
        expect((await attempt(wrong)).problem()).toMatchObject({ status: 400, code: 'invalid-code' });
      const sixth = await attempt(code);
      expect(sixth.problem()).toMatchObject({ status: 429, code: 'too-many-tries' });
      expect(sixth.problem().detail).toMatch(/nieuwe code/);
      expect(sixth.headers.has('set-cookie')).toBe(false);
    });
  });
});

describe('fields that nobody asked for', () => {
  const extra = {
    id: randomUUID(),
    role: 'administrator',
    associationId: randomUUID(),
    status: 'confirmed',
    version: 99,
    winnerId: randomUUID(),
    askerId: randomUUID(),
    municipalityId: randomUUID(),
    personId: randomUUID(),
    trust: 'vog',
    seat: 1,
    escalation: { level: 2 },
    memberships: [{ role: 'desk' }],
    capabilities: ['administer'],
  };

  it('change nothing in any body', async () => {
    const posted = (await post(extra)).result();
    expect(posted).toMatchObject({ status: 'open', version: 1, escalation: { level: 0 }, owner: { name: 'Noord' } });
    expect(posted.id).not.toBe(extra.id);
    const send = <T extends object>(body: T): T => ({ ...body, ...extra });
    const me = await scene.client.call('putMe', { cookie, body: send({ givenName: 'Riet' }) });
    expect(me.result().capabilities).toStrictEqual(['ask-help']);
    expect(me.result().memberships.map(({ role }) => role)).toStrictEqual(['caregiver']);

    const helper = scene.neighbour(5);
    const profile = await scene.client.call('putHelperProfile', {
      cookie: helper.cookie,
      body: send({
        neighbourhoodCode: scene.code(5),
        categories: ['meal' as const],
        maxDistance: 'district' as const,
        availability: [],
        acute: true,
      }),
    });
    expect(profile.result().trust).toBe('none');
    const yes = await scene.client.call('acceptHelpRequest', { id: posted.id, cookie: helper.cookie, body: send({}) });
    expect(yes.result()).toStrictEqual({ status: 'matched' });
    const rows = await scene.rows('SELECT person_id, trust, status FROM acceptance WHERE help_request_id = $1', [
      posted.id,
    ]);
    expect(rows).toStrictEqual([{ person_id: helper.personId, trust: 'none', status: 'accepted' }]);
    await scene.client.call('confirmHelpRequest', { id: posted.id, cookie, body: send({ address: 'Kade 1' }) });
    const outcome = await scene.client.call('recordOutcome', { id: posted.id, cookie, body: send({ helped: false }) });
    expect(outcome.result()).toMatchObject({ id: posted.id, status: 'not-helped' });
    expect(await scene.count('SELECT 1 FROM membership WHERE role = $1', ['administrator'])).toBe(0);
  });
});

describe('an address that cannot be', () => {
  it.each([
    ['/%', 404],
    ['/v1/help-requests/%zz', 404],
    ['/assets/%00', 404],
    ['/v1/help-requests/%00', 404],
  ])('is not there, in words of ours: %s', async (path, status) => {
    const answer = await scene.client.raw('GET', path, {});
    expect(answer.problem()).toMatchObject({ status, code: 'not-found' });
    expect(answer.text).not.toContain('FST_');
  });
});
