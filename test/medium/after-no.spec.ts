import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Operations } from '@app/contracts/http/index.js';
import type { OperationBody } from '@app/contracts/http/operation.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf } from '../support/application.js';

const day = 24 * 3_600_000;

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 3, askers: 20 });
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows(`UPDATE help_request SET status = 'cancelled' WHERE status = 'open'`);
  await scene.rows(
    `UPDATE helper_profile SET paused_until = NULL, weekly_ask_budget = 14, neighbourhood_code = $1, accepts_acute = true,
            quiet_from_minute = 1260, quiet_until_minute = 480, max_distance = 'own-neighbourhood'`,
    [scene.code(northOf)],
  );
  await scene.rows(
    `UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0, last_declined_at = NULL, agreement_ends = '{}'`,
  );
  await scene.rows('DELETE FROM helper_availability');
  await scene.rows('DELETE FROM helper_category');
  await scene.rows(
    `INSERT INTO helper_category (municipality_id, person_id, category)
     SELECT municipality_id, person_id, unnest(ARRAY['walk-dog', 'groceries']) FROM helper_profile`,
  );
  scene.sink.clear();
});

/** A request that all three neighbours are asked about. */
async function asked(category: 'walk-dog' | 'groceries' = 'walk-dog'): Promise<string> {
  askers += 1;
  const { id } = await scene.post(scene.asker(askers % 20).cookie, { category });
  await scene.workOff();
  return id;
}
const askOf = async (helpRequestId: string, { personId }: GeneratedPerson) =>
  (
    await scene.rows<{ id: string; decline_reason: string | null; status: string }>(
      'SELECT id, status, decline_reason FROM ask WHERE help_request_id = $1 AND person_id = $2',
      [helpRequestId, personId],
    )
  )[0];
/** The day of rest after a no is not what these are about. */
const rested = () => scene.rows('UPDATE helper_load SET last_declined_at = NULL');
const offered = ({ personId }: GeneratedPerson) =>
  scene.rows<{ category: string }>('SELECT category FROM helper_category WHERE person_id = $1 ORDER BY 1', [personId]);

const no = (id: string, { cookie }: GeneratedPerson, body: Partial<OperationBody<Operations['answerAsk']>>) =>
  scene.client.call('answerAsk', { id, cookie, body: { answer: 'no', ...body } });

describe('why not', () => {
  it('"not now" is about this request alone', async () => {
    const anja = scene.neighbour(0);
    const ask = await askOf(await asked(), anja);
    expect((await no(ask!.id, anja, { reason: 'not-now' })).result()).toStrictEqual({
      status: 'declined',
      afterNo: { reason: 'not-now', offersCategory: true, onlyCategory: false, pausedUntil: null },
    });
    await rested();
    expect(await askOf(await asked(), anja)).toMatchObject({ status: 'pending' });
  });

  it('"not my thing" takes the kind of help away once that is confirmed, and gives it back', async () => {
    const [anja, bert] = [scene.neighbour(0), scene.neighbour(1)];
    const ask = await askOf(await asked(), anja);
    const told = (await no(ask!.id, anja, { reason: 'not-my-thing' })).result();
    expect(told.afterNo).toMatchObject({ offersCategory: true });
    const stopped = (await no(ask!.id, anja, { reason: 'not-my-thing', stopCategory: true })).result();
    expect(stopped.afterNo).toMatchObject({ reason: 'not-my-thing', offersCategory: false });
    expect(await offered(anja)).toStrictEqual([{ category: 'groceries' }]);
    expect(await offered(bert)).toHaveLength(2);
    await rested();
    expect(await askOf(await asked(), anja)).toBeUndefined();
    expect(await askOf(await asked('groceries'), anja)).toMatchObject({ status: 'pending' });
    await no(ask!.id, anja, { reason: 'not-my-thing', stopCategory: false });
    expect(await offered(anja)).toHaveLength(2);
    expect(await askOf(await asked(), anja)).toMatchObject({ status: 'pending' });
  });

  it('leaves the only kind of help that somebody offers', async () => {
    const anja = scene.neighbour(0);
    await scene.rows(`DELETE FROM helper_category WHERE category = 'groceries' AND person_id = $1`, [anja.personId]);
    const ask = await askOf(await asked(), anja);
    const told = (await no(ask!.id, anja, { reason: 'not-my-thing', stopCategory: true })).result();
    expect(told.afterNo).toMatchObject({ offersCategory: true, onlyCategory: true });
    expect(await offered(anja)).toStrictEqual([{ category: 'walk-dog' }]);
  });

  it('"later" leaves somebody in peace until the day they chose, unless they take it back', async () => {
    const anja = scene.neighbour(0);
    const ask = await askOf(await asked(), anja);
    const askAgainFrom = new Date(tuesdayAfternoon + 3 * day).toISOString();
    const told = (await no(ask!.id, anja, { reason: 'later', askAgainFrom })).result();
    expect(told.afterNo).toMatchObject({ reason: 'later', pausedUntil: askAgainFrom });
    const profile = await scene.client.call('getHelperProfile', { cookie: anja.cookie });
    expect(profile.result().pausedUntil).toBe(askAgainFrom);
    await rested();
    expect(await askOf(await asked(), anja)).toBeUndefined();
    expect((await no(ask!.id, anja, { reason: 'later', askAgainFrom: null })).result().afterNo?.pausedUntil).toBeNull();
    expect(await askOf(await asked(), anja)).toMatchObject({ status: 'pending' });
    for (const wrong of [tuesdayAfternoon, tuesdayAfternoon + 367 * day]) {
      const refused = await no(ask!.id, anja, { reason: 'later', askAgainFrom: new Date(wrong).toISOString() });
      expect(refused.problem()).toMatchObject({ code: 'invalid-input', errors: [{ path: '/askAgainFrom' }] });
    }
  });

  it('is for the one who was asked, and for nobody who said yes', async () => {
    const [anja, bert] = [scene.neighbour(0), scene.neighbour(1)];
    const id = await asked();
    const ask = await askOf(id, anja);
    const other = await no(ask!.id, bert, { reason: 'not-my-thing', stopCategory: true });
    expect(other.problem().code).toBe('not-found');
    const { cookie } = anja;
    (await scene.client.call('answerAsk', { id: ask!.id, cookie, body: { answer: 'yes' } })).result();
    expect((await no(ask!.id, anja, { reason: 'not-my-thing', stopCategory: true })).problem().code).toBe(
      'already-answered',
    );
    for (const person of [anja, bert]) expect(await offered(person)).toHaveLength(2);
  });

  it.each([
    ['a kind of help left out', { reason: 'not-my-thing', stopCategory: true }],
    ['a day to wait for', { reason: 'later', askAgainFrom: new Date(tuesdayAfternoon + day).toISOString() }],
  ] as const)('stops an ask that was chosen before and has not left: %s', async (_what, why) => {
    const anja = scene.neighbour(0);
    const first = await askOf(await asked(), anja);
    askers += 1;
    const { id } = await scene.post(scene.asker(askers % 20).cookie);
    const held: AnyPlannedJob[] = (await scene.workOff('notifications.send')).filter(
      ({ data }) => (data as { template?: string }).template === 'ask',
    );
    expect(await askOf(id, anja)).toMatchObject({ status: 'pending' });
    await no(first!.id, anja, why);
    scene.sink.clear();
    await Promise.all(held.map((job) => scene.handle(job)));
    const letters = scene.sink.list().filter(({ text }) => text.includes('/antwoord/'));
    expect(letters.map(({ to }) => to)).not.toContain(anja.email);
    expect(letters.length).toBeGreaterThan(0);
    expect(await askOf(id, anja)).toMatchObject({ status: 'closed' });
  });
});

describe('the page of the ask, without JavaScript', () => {
  /** The path of the link in the letter to this neighbour. */
  function linkOf({ email }: GeneratedPerson): string {
    const letter = scene.sink.list().find(({ to, text }) => to === email && text.includes('/antwoord/'));
    return /\/antwoord\/[\w-]+/.exec(letter!.text)![0];
  }
  const press = (path: string, form: Record<string, string>) =>
    fetch(`${scene.origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: scene.origin },
    });

  it('asks why after the no, confirms before it leaves a kind of help out, and gives it back', async () => {
    const anja = scene.neighbour(0);
    await asked();
    const path = linkOf(anja);
    const said = await (await press(path, { antwoord: 'nee' })).text();
    expect(said).toContain('Wilt u zeggen waarom?');
    expect(await (await press(path, { reden: 'niet-mijn-ding' })).text()).toContain(
      'Zullen wij u nooit meer vragen voor: de hond uitlaten?',
    );
    expect(await offered(anja)).toHaveLength(2);
    expect(await (await press(path, { soort: 'uit' })).text()).toContain('Wij vragen u niet meer voor');
    expect(await offered(anja)).toStrictEqual([{ category: 'groceries' }]);
    expect(await (await press(path, { soort: 'aan' })).text()).toContain('Zullen wij u nooit meer vragen');
    expect(await offered(anja)).toHaveLength(2);
  });

  it('takes a day, refuses one that was, and takes the rest back', async () => {
    const anja = scene.neighbour(0);
    await asked();
    const path = linkOf(anja);
    const before = await press(path, { reden: 'later', dag: '2030-01-01' });
    expect(before.status).toBe(200);
    expect(await before.text()).toContain('wilt u');
    await press(path, { antwoord: 'nee' });
    for (const wrong of ['', '2001-01-01', '2026-02-31', 'morgen']) {
      const refused = await press(path, { reden: 'later', dag: wrong });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain('Kies een dag na vandaag');
    }
    const from = new Date(tuesdayAfternoon + 4 * day).toISOString().slice(0, 10);
    expect(await (await press(path, { reden: 'later', dag: from })).text()).toContain('U krijgt geen vragen tot');
    const paused = 'SELECT 1 FROM helper_profile WHERE person_id = $1 AND paused_until IS NOT NULL';
    expect(await scene.count(paused, [anja.personId])).toBe(1);
    await press(path, { rust: 'uit' });
    expect(await scene.count(paused, [anja.personId])).toBe(0);
  });
});
