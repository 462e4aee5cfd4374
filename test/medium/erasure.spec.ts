import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Proof } from '@app/contracts/http/my-rights.js';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(60_000);

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 10 });
}, 60_000);
afterAll(() => scene.close());

async function proofOf(email: string): Promise<Proof> {
  const { challengeId } = (await scene.client.call('requestSignInCode', { body: { email } })).result();
  const code = await scene.app
    .get(UnitOfWork)
    .run(asSystem(scene.town.municipalityId), (tx) =>
      scene.app.get(SignInChallenges, { strict: false }).readForSending(tx, challengeId),
    );
  return { challengeId, code: code?.code ?? '' };
}
const erase = async ({ cookie, email }: Pick<GeneratedPerson, 'cookie' | 'email'>) =>
  scene.client.call('eraseMe', { cookie, body: await proofOf(email) });
const statusOf = async (id: string): Promise<string> =>
  (await scene.rows<{ status: string }>('SELECT status FROM help_request WHERE id = $1', [id]))[0]?.status ?? '';
const personStatus = async (id: string): Promise<string> =>
  (await scene.rows<{ status: string }>('SELECT status FROM person WHERE id = $1', [id]))[0]?.status ?? '';

/** Columns in which an erased person may still be named by id, each with the reason why it leads to nobody. */
const mayStay: Readonly<Record<string, string>> = {
  'person.id': 'the id itself, without a word or a key',
  'help_request.asker_id': 'that somebody asked, for the figures',
  'help_request.posted_by_id': 'that somebody asked, for the figures',
  'acceptance.asker_id': 'that somebody was helped, for the figures',
  'acceptance.person_id': 'that somebody helped, for the figures',
  'ask.person_id': 'that somebody was asked, for the figures',
  'conversation.asker_id': 'goes with the conversation of the other side',
  'conversation.helper_id': 'goes with the conversation of the other side',
};

/** Columns that hold this id, as `table.column`. */
async function namedIn(personId: string): Promise<string[]> {
  const columns = await scene.rows<{ name: string; column: string }>(
    `SELECT c.table_name AS name, c.column_name AS column FROM information_schema.columns c
       JOIN pg_tables t ON t.tablename = c.table_name AND t.schemaname = 'public'
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND c.table_name NOT LIKE 'audit%'`,
  );
  const found: string[] = [];
  for (const { name, column } of columns) {
    if ((await scene.count(`SELECT 1 FROM ${name} WHERE ${column} = $1`, [personId])) > 0)
      found.push(`${name}.${column}`);
  }
  return found;
}

describe('erasing my account', () => {
  it('ends what runs, takes every word away and leaves an id that leads to nobody', async () => {
    const asker = scene.asker(0);
    const { id } = await scene.post(asker.cookie, {
      summary: 'Gewiste woorden',
      address: 'Gewistpad 1',
      onBehalfOf: { givenName: 'Gewiste-naaste', relation: 'relative', consentStated: true },
    });
    await scene.workOff();
    expect((await erase(asker)).status).toBe(204);
    await scene.workOff();
    expect(await statusOf(id)).toBe('cancelled');
    expect((await scene.client.call('getMe', { cookie: asker.cookie })).status).toBe(401);
    expect(await scene.count('SELECT 1 FROM person_key WHERE person_id = $1', [asker.personId])).toBe(0);
    const [request] = await scene.rows<{ words: Buffer | null; beneficiary_id: string }>(
      `SELECT coalesce(summary_enc, address_enc, contact_enc, outcome_note_enc) AS words, beneficiary_id
         FROM help_request WHERE id = $1`,
      [id],
    );
    expect(request?.words).toBeNull();
    expect(await personStatus(request?.beneficiary_id ?? '')).toBe('erased');
    expect((await namedIn(asker.personId)).filter((where) => !(where in mayStay))).toEqual([]);
    const [person] = await scene.rows('SELECT * FROM person WHERE id = $1', [asker.personId]);
    expect(person).toMatchObject({ status: 'erased', email_index: null, email_enc: null, given_name_enc: null });
  });

  it('gives a neighbour who counted on me the next, and leaves everything of others as it was', async () => {
    const [asker, helper, other] = [scene.asker(1), scene.neighbour(0), scene.neighbour(1)];
    const { id } = await scene.post(asker.cookie, { address: 'Voorbeeldpad 1' });
    await scene.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} });
    await scene.client.call('acceptHelpRequest', { id, cookie: other.cookie, body: { waitlist: true } });
    expect((await erase(helper)).status).toBe(204);
    const seen = await scene.see(id, asker.cookie);
    expect(seen.helpers?.map(({ givenName }) => givenName)).toEqual([other.givenName]);
    expect(seen).toMatchObject({ status: 'matched', summary: 'Even met de hond naar buiten' });
    expect(await personStatus(other.personId)).toBe('active');
    expect((await namedIn(helper.personId)).filter((where) => !(where in mayStay))).toEqual([]);
  });

  it('makes somebody new of who comes back', async () => {
    const asker = scene.asker(2);
    await erase(asker);
    const back = (await scene.client.call('createSession', { body: await proofOf(asker.email) })).result();
    expect(back.personId).not.toBe(asker.personId);
    expect(back.firstSignIn).toBe(true);
  });

  it('needs my own fresh code: that of another person erases neither', async () => {
    const [mine, other] = [scene.asker(3), scene.asker(4)];
    const answer = await scene.client.call('eraseMe', { cookie: mine.cookie, body: await proofOf(other.email) });
    expect(answer.problem().code).toBe('invalid-code');
    const wrong = await scene.client.call('eraseMe', {
      cookie: mine.cookie,
      body: { challengeId: randomUUID(), code: '000000' },
    });
    expect(wrong.problem().code).toBe('invalid-code');
    expect([await personStatus(mine.personId), await personStatus(other.personId)]).toEqual(['active', 'active']);
  });

  it('waits until a contact person has handed over', async () => {
    const organiser = await scene.organiser(northOf);
    const [row] = await scene.rows<{ id: string }>('SELECT id FROM person WHERE id = $1', [organiser.personId]);
    const me = (await scene.client.call('getMe', { cookie: organiser.cookie })).result();
    expect((await erase({ cookie: organiser.cookie, email: me.email })).problem().code).toBe('still-responsible');
    expect(await personStatus(row?.id ?? '')).toBe('active');
  });
});

describe('what goes by itself', () => {
  /** Runs what the sweep finds about these. */
  async function sweep(...names: readonly string[]): Promise<string[]> {
    const jobs = (await scene.overdue()).filter(({ name }) => names.includes(name));
    for (const job of jobs) await scene.handle(job);
    await scene.workOff();
    return jobs.map(({ data }) =>
      'personId' in data ? data.personId : 'helpRequestId' in data ? data.helpRequestId : '',
    );
  }

  it('is an address that was never confirmed, after 7 days and not before', async () => {
    const email = 'nooit@voorbeeld.invalid';
    await scene.client.call('postHelpRequest', {
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body({ contact: { givenName: 'Nooit', email } }),
    });
    const [person] = await scene.rows<{ id: string }>(`SELECT id FROM person WHERE status = 'unverified'`);
    await scene.wait('6 days 23 hours');
    expect(await sweep('people.end-account')).toEqual([]);
    await scene.wait('1 hour');
    expect(await sweep('people.end-account')).toEqual([person?.id]);
    expect(await personStatus(person?.id ?? '')).toBe('erased');
  });

  it('are the words of a request, 30 days after it closed and not before', async () => {
    const asker = scene.asker(5);
    const { id } = await scene.post(asker.cookie, {
      window: {
        from: new Date((await now()) + 3_600_000).toISOString(),
        until: new Date((await now()) + 7_200_000).toISOString(),
      },
    });
    await scene.client.call('cancelHelpRequest', { id, cookie: asker.cookie });
    const open = scene.asker(6);
    await scene.wait('29 days 23 hours');
    const kept = await scene.count('SELECT 1 FROM help_request WHERE id = $1 AND summary_enc IS NOT NULL', [id]);
    expect(await sweep('help-requests.wipe-words')).not.toContain(id);
    expect(kept).toBe(1);
    await scene.wait('2 hours');
    expect(await sweep('help-requests.wipe-words')).toContain(id);
    expect(await scene.count('SELECT 1 FROM help_request WHERE id = $1 AND summary_enc IS NULL', [id])).toBe(1);
    expect(await personStatus(open.personId)).toBe('active');
  });

  it('is an account that nobody used for a year, a month after one letter; who comes back stays', async () => {
    const [silent, returning] = [scene.asker(7), scene.asker(8)];
    await scene.wait('12 months');
    const first = await sweep('people.end-account');
    expect(first).toEqual(expect.arrayContaining([silent.personId, returning.personId]));
    const [row] = await scene.rows<{ notice: Date | null }>(
      'SELECT inactivity_notice_at AS notice FROM person WHERE id = $1',
      [silent.personId],
    );
    expect(row?.notice).not.toBeNull();
    const letters = scene.sink.list().filter(({ subject }) => subject === 'Wilt u uw account houden?');
    expect(letters.filter(({ to }) => to === silent.email)).toHaveLength(1);
    await scene.client.call('createSession', { body: await proofOf(returning.email) });
    await scene.wait('1 month 1 day');
    await sweep('people.end-account');
    expect(await personStatus(silent.personId)).toBe('erased');
    expect(await personStatus(returning.personId)).toBe('active');
  });

  it('is nobody who looks after others', async () => {
    const organiser = await scene.organiser(northOf);
    expect(await personStatus(organiser.personId)).toBe('active');
    expect(await sweep('people.end-account')).not.toContain(organiser.personId);
  });
});

async function now(): Promise<number> {
  const [row] = await scene.rows<{ now: Date }>('SELECT app_now() AS now');
  return row?.now.getTime() ?? 0;
}
