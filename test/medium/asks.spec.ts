import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';

const hour = 3_600_000;
/** Enough lost asks to be worth new ones: a wave is made to bear a single no. */
const severalAsks = 8;

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 1_200, askers: 12, weeklyAskBudget: 2 });
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('UPDATE helper_profile SET paused_until = NULL');
  await scene.rows(`UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0, last_declined_at = NULL`);
  scene.sink.clear();
});

const nextAsker = (): GeneratedPerson => {
  askers += 1;
  return scene.asker(askers - 1);
};
const asksOf = (id: string) =>
  scene.rows<{ id: string; person_id: string; status: string }>(
    'SELECT id, person_id, status FROM ask WHERE help_request_id = $1 ORDER BY created_at, id',
    [id],
  );
const person = (personId: string): GeneratedPerson => scene.town.neighbours.find((one) => one.personId === personId)!;
/** Four hours, beginning this many hours after 14:00. */
const windowFrom = (hours: number) => ({
  from: new Date(tuesdayAfternoon + hours * hour).toISOString(),
  until: new Date(tuesdayAfternoon + (hours + 4) * hour).toISOString(),
});
const send = (jobs: readonly AnyPlannedJob[]) => Promise.all(jobs.map((job) => scene.handle(job)));

/** A request whose first wave is chosen but whose asks have not left yet. */
async function chosen(
  from = 1,
): Promise<{ id: string; held: AnyPlannedJob[]; asks: Awaited<ReturnType<typeof asksOf>> }> {
  const { id } = await scene.post(nextAsker().cookie, { window: windowFrom(from) });
  const held = (await scene.workOff('notifications.send')).filter(
    ({ name, data }) => name === 'notifications.send' && (data as { template: string }).template === 'ask',
  );
  const asks = await asksOf(id);
  expect(asks.length).toBeGreaterThan(1);
  expect(held).toHaveLength(asks.length);
  return { id, held, asks };
}

describe('an ask', () => {
  it('tells why, from whom by first name, and what; and nothing that leads further', async () => {
    const asker = nextAsker();
    const { id } = await scene.post(asker.cookie, { address: 'Vraagweg 1' });
    await scene.workOff();
    const [ask] = await asksOf(id);
    const mine = await scene.client.call('listAsks', { cookie: person(ask!.person_id).cookie });
    expect(mine.result().asks).toMatchObject([
      {
        id: ask!.id,
        helpRequestId: id,
        status: 'pending',
        request: { category: 'walk-dog', urgency: 'acute', givenName: asker.givenName },
      },
    ]);
    expect(mine.result().asks[0]!.reasons.length).toBeGreaterThan(0);
    expect(mine.text).not.toMatch(new RegExp(`Vraagweg|${asker.familyName}|${asker.phone}`));
    const other = scene.town.neighbours.find(({ personId }) => personId !== ask!.person_id)!;
    const theirs = await scene.client.call('listAsks', { cookie: other.cookie });
    expect(theirs.result().asks.filter((one) => one.id === ask!.id)).toStrictEqual([]);
  });

  it('answered with no by some is replaced by others, and those neighbours rest', async () => {
    const { id } = await scene.post(nextAsker().cookie);
    await scene.workOff();
    const before = await asksOf(id);
    const refusing = before.slice(0, severalAsks);
    for (const ask of refusing) {
      const answer = await scene.client.call('answerAsk', {
        id: ask.id,
        cookie: person(ask.person_id).cookie,
        body: { answer: 'no', reason: 'not-now' },
      });
      expect(answer.result()).toStrictEqual({
        status: 'declined',
        afterNo: { reason: 'not-now', offersCategory: true, onlyCategory: false, pausedUntil: null },
      });
    }
    await scene.workOff();
    const after = await asksOf(id);
    expect(after.length).toBeGreaterThan(before.length);
    expect(new Set(after.map(({ person_id }) => person_id)).size).toBe(after.length);
    const second = await scene.post(nextAsker().cookie);
    await scene.workOff();
    const resting = new Set(refusing.map(({ person_id }) => person_id));
    const asked = await asksOf(second.id);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ person_id }) => resting.has(person_id))).toStrictEqual([]);
  });

  it('answered with yes follows the one-winner rule, and the others hear that it is solved', async () => {
    const { id } = await scene.post(nextAsker().cookie);
    await scene.workOff();
    const [first, second] = await asksOf(id);
    const yes = (ask: { id: string; person_id: string }) =>
      scene.client.call('answerAsk', { id: ask.id, cookie: person(ask.person_id).cookie, body: { answer: 'yes' } });
    expect((await yes(first!)).result()).toStrictEqual({ status: 'matched' });
    expect((await yes(second!)).problem().code).toBe('already-matched');
    scene.sink.clear();
    await scene.workOff();
    const statuses = (await asksOf(id)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'yes')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'closed')).toHaveLength(statuses.length - 1);
    expect(scene.sink.list({ to: person(second!.person_id).email })).toHaveLength(1);
  });
});

describe('sending', () => {
  it('takes back the asks of people who paused meanwhile, asks others, and gives the budget back', async () => {
    const { id, held, asks } = await chosen();
    const paused = asks.slice(0, severalAsks).map(({ person_id }) => person_id);
    await scene.rows(
      `UPDATE helper_profile SET paused_until = app_now() + interval '7 days' WHERE person_id = ANY ($1::uuid[])`,
      [paused],
    );
    await send(held);
    await scene.workOff();
    for (const personId of paused) expect(scene.sink.list({ to: person(personId).email })).toStrictEqual([]);
    const after = await asksOf(id);
    const takenBack = after.filter(({ status }) => status === 'closed').map(({ person_id }) => person_id);
    expect(takenBack.toSorted()).toStrictEqual(paused.toSorted());
    expect(after.length).toBeGreaterThan(asks.length);
    const pending = after.filter(({ status }) => status === 'pending').map(({ person_id }) => person(person_id).email);
    expect(
      scene.sink
        .list()
        .map(({ to }) => to)
        .toSorted(),
    ).toStrictEqual(pending.toSorted());
    const loads = await scene.rows(
      'SELECT DISTINCT recent_ask_times FROM helper_load WHERE person_id = ANY ($1::uuid[])',
      [paused],
    );
    expect(loads).toStrictEqual([{ recent_ask_times: [] }]);
  });

  it('mails nobody whose quiet hours began meanwhile', async () => {
    await scene.setClock(tuesdayAfternoon + 6.75 * hour);
    const { id, held, asks } = await chosen(8);
    await scene.setClock(tuesdayAfternoon + 7 * hour);
    await send(held);
    await scene.workOff();
    expect(scene.sink.list().filter(({ to }) => to.startsWith('buur-'))).toStrictEqual([]);
    const after = await asksOf(id);
    expect(after.map(({ status }) => status)).toStrictEqual(asks.map(() => 'closed'));
    const [request] = await scene.rows('SELECT escalation_level, escalation_reason FROM help_request WHERE id = $1', [
      id,
    ]);
    expect(request).toStrictEqual({ escalation_level: 1, escalation_reason: 'nobody-reachable' });
  });

  it('does not send an ask of a request that was filled or cancelled meanwhile', async () => {
    const asker = nextAsker();
    const { id } = await scene.post(asker.cookie);
    const held = await scene.workOff('notifications.send');
    await scene.client.call('cancelHelpRequest', { id, cookie: asker.cookie });
    await send(held);
    expect(scene.sink.list()).toStrictEqual([]);
    const skipped = await scene.rows(
      `SELECT DISTINCT status, reason FROM notification WHERE template = 'ask'
        AND subject_id IN (SELECT id FROM ask WHERE help_request_id = $1)`,
      [id],
    );
    expect(skipped).toStrictEqual([{ status: 'skipped', reason: 'not-open' }]);
  });

  it('happens once, however often its job runs', async () => {
    const { held } = await chosen();
    await send([...held, ...held]);
    await send(held);
    const recipients = scene.sink.list().map(({ to }) => to);
    expect(recipients).toHaveLength(held.length);
    expect(new Set(recipients).size).toBe(held.length);
  });
});

describe('planning', () => {
  it('asks nobody at night: the coordinator is called in at once and the asker is told', async () => {
    await scene.setClock(tuesdayAfternoon + 8 * hour);
    const asker = nextAsker();
    const { id } = await scene.post(asker.cookie, { window: windowFrom(9) });
    await scene.workOff();
    expect(await asksOf(id)).toStrictEqual([]);
    expect(await scene.see(id, asker.cookie)).toMatchObject({ escalation: { level: 1, reason: 'nobody-reachable' } });
    const to = scene.sink.list().map((mail) => mail.to);
    expect(to.toSorted()).toStrictEqual(['coordinator-0@voorbeeld.invalid', asker.email]);
  });

  it('never goes over a weekly budget, whatever is asked', async () => {
    // Few enough that all of them would be asked each time.
    await scene.rows('UPDATE helper_profile SET accepts_acute = person_id = ANY ($1::uuid[])', [
      scene.town.neighbours.slice(0, 200).map(({ personId }) => personId),
    ]);
    for (let request = 0; request < 3; request += 1) {
      const { id } = await scene.post(nextAsker().cookie);
      await scene.workOff();
      for (let round = 0; round < 4; round += 1) {
        await scene.wait('16 minutes');
        await scene.runJob('matching.plan-wave', id);
      }
    }
    const [most] = await scene.rows<{ most: number }>(
      'SELECT max(cardinality(recent_ask_times)) AS most FROM helper_load',
    );
    expect(most).toStrictEqual({ most: 2 });
    const mailed = scene.sink.list().filter(({ to, text }) => to.startsWith('buur-') && text.includes('/antwoord/'));
    const perPerson = new Map<string, number>();
    for (const { to } of mailed) perPerson.set(to, (perPerson.get(to) ?? 0) + 1);
    expect(Math.max(...perPerson.values())).toBe(2);
  });
});
