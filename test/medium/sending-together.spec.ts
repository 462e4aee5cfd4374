import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { PreparedClient } from '@app/platform/database/prepared-client.js';
import { JobRunner } from '@app/platform/queue/job-runner.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';

type Message = JobMap['notifications.send'];

let scene: Application;
let askers = 0;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 1_200, askers: 8, weeklyAskBudget: 2 });
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.setClock(tuesdayAfternoon);
  await scene.rows('UPDATE helper_profile SET paused_until = NULL');
  await scene.rows(
    `UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0, last_declined_at = NULL, last_completed_at = NULL`,
  );
  scene.sink.clear();
});

const person = (personId: string): GeneratedPerson => scene.town.neighbours.find((one) => one.personId === personId)!;
const mailed = (): string[] =>
  scene.sink
    .list()
    .map(({ to }) => to)
    .toSorted();
const emailsOf = (messages: readonly Message[]): string[] =>
  messages.map(({ recipientId }) => person(recipientId).email).toSorted();

/** The messages of a first wave that have not left yet. */
async function wave(): Promise<Message[]> {
  askers += 1;
  await scene.post(scene.asker(askers - 1).cookie);
  const held = await scene.workOff('notifications.send');
  const messages = held.flatMap((job) =>
    job.name === 'notifications.send' && job.data.template === 'ask' ? [job.data] : [],
  );
  expect(messages.length).toBeGreaterThan(5);
  return messages;
}

async function sendTogether(messages: readonly Message[]): Promise<void> {
  const handler = scene.app.get(JobRunner).handlers().get('notifications.send');
  if (!handler?.handleTogether) throw new Error('Messages cannot be sent together');
  await handler.handleTogether(messages);
}

const rowsOf = (messages: readonly Message[]) =>
  scene.rows<{ recipient_id: string; channel: string; status: string; reason: string | null; attempts: number }>(
    `SELECT recipient_id, channel, status, reason, attempts FROM notification WHERE event_id = ANY ($1::uuid[])
      ORDER BY recipient_id, channel`,
    [messages.map(({ eventId }) => eventId)],
  );

describe('the messages of a wave, sent together', () => {
  it('reach everybody once, each with their own link', async () => {
    const messages = await wave();
    await sendTogether(messages);
    expect(mailed()).toStrictEqual(emailsOf(messages));
    const links = scene.sink.list().map(({ text }) => /\/antwoord\/[\w-]+/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(messages.length);
    const rows = await rowsOf(messages);
    expect(rows).toHaveLength(2 * messages.length);
    expect(rows.filter(({ status }) => status !== 'sent')).toStrictEqual([]);
  });

  it('are not sent again when the same jobs come again, together or alone', async () => {
    const messages = await wave();
    await sendTogether(messages);
    scene.sink.clear();
    await sendTogether(messages);
    for (const message of messages.slice(0, 2)) await sendTogether([message]);
    expect(mailed()).toStrictEqual([]);
  });

  it('leave out who said no or helped meanwhile, and ask others instead, but not whose rest is over', async () => {
    const messages = await wave();
    const half = messages.slice(0, messages.length / 2);
    const others = messages.slice(half.length);
    const [saidNo, helped] = [half.slice(0, half.length / 2), half.slice(half.length / 2)];
    const since = (column: string, ago: string, who: readonly Message[]) =>
      scene.rows(`UPDATE helper_load SET ${column} = app_now() - $2::interval WHERE person_id = ANY ($1::uuid[])`, [
        who.map(({ recipientId }) => recipientId),
        ago,
      ]);
    // A day after a no, and three after a help.
    await since('last_declined_at', '23 hours', saidNo);
    await since('last_completed_at', '71 hours', helped);
    await since('last_declined_at', '25 hours', others);
    await since('last_completed_at', '73 hours', others);
    await sendTogether(messages);
    expect(mailed()).toStrictEqual(emailsOf(others));
    const reasonsOf = async (who: readonly Message[]) => new Set((await rowsOf(who)).map(({ reason }) => reason));
    expect(await reasonsOf(saidNo)).toStrictEqual(new Set(['cool-down-after-no']));
    expect(await reasonsOf(helped)).toStrictEqual(new Set(['cool-down-after-help']));
    const taken = await scene.rows<{ person_id: string; status: string; cost: number }>(
      `SELECT a.person_id, a.status, cardinality(l.recent_ask_times) AS cost
         FROM ask a JOIN helper_load l ON l.person_id = a.person_id
        WHERE a.id = ANY ($1::uuid[]) AND a.taken_back_at IS NOT NULL ORDER BY 1`,
      [messages.map(({ subjectId }) => subjectId)],
    );
    // An ask that never left has cost nobody anything.
    const free = half.map(({ recipientId }) => ({ person_id: recipientId, status: 'closed', cost: 0 }));
    expect(taken).toStrictEqual(free.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1)));
    scene.sink.clear();
    await scene.workOff();
    const instead = mailed();
    expect(instead.length).toBeGreaterThan(0);
    for (const email of emailsOf(messages)) expect(instead).not.toContain(email);
  });

  it('leave out who paused, was erased or used up the budget meanwhile, and nobody else', async () => {
    const messages = await wave();
    const [paused, erased, full, ...others] = messages;
    await scene.rows(`UPDATE helper_profile SET paused_until = app_now() + interval '1 day' WHERE person_id = $1`, [
      paused!.recipientId,
    ]);
    await scene.rows('DELETE FROM person_key WHERE person_id = $1', [erased!.recipientId]);
    await scene.rows(`UPDATE person SET status = 'erased' WHERE id = $1`, [erased!.recipientId]);
    await scene.rows(
      'UPDATE helper_load SET recent_ask_times = ARRAY[app_now(), app_now(), app_now()] WHERE person_id = $1',
      [full!.recipientId],
    );
    await sendTogether(messages);
    expect(mailed()).toStrictEqual(emailsOf(others));
    const reasons = new Map((await rowsOf(messages)).map(({ recipient_id, reason }) => [recipient_id, reason]));
    expect(reasons.get(paused!.recipientId)).toBe('paused');
    expect(reasons.get(full!.recipientId)).toBe('budget');
    expect(reasons.has(erased!.recipientId)).toBe(false);
  });

  it('take what a dead worker left once its claim has run out, under the same Message-ID', async () => {
    const messages = await wave();
    await sendTogether(messages);
    const before = new Map(scene.sink.list().map(({ to, headers }) => [to, headers['message-id']]));
    const left = messages.slice(0, 2);
    await scene.rows(
      `UPDATE notification SET status = 'sending', sent_at = NULL, next_attempt_at = app_now() - interval '1 second'
        WHERE channel = 'email' AND event_id = ANY ($1::uuid[])`,
      [left.map(({ eventId }) => eventId)],
    );
    scene.sink.clear();
    await sendTogether(messages);
    expect(mailed()).toStrictEqual(emailsOf(left));
    for (const { to, headers } of scene.sink.list()) expect(headers['message-id']).toBe(before.get(to));
    const again = (await rowsOf(left)).filter(({ channel }) => channel === 'email');
    expect(again.map(({ status, attempts }) => [status, attempts])).toStrictEqual([
      ['sent', 2],
      ['sent', 2],
    ]);
  });

  it('cost journeys to the database a wave, not a message', async () => {
    const few = (await wave()).slice(0, 2);
    const many = await wave();
    const count = jest.spyOn(PreparedClient.prototype, 'query');
    const statements = async (messages: readonly Message[]): Promise<number> => {
      count.mockClear();
      await sendTogether(messages);
      return count.mock.calls.length;
    };
    try {
      // Apart from what became of each, which is noted as it becomes known: at most four statements a message.
      const [two, all] = [await statements(few), await statements(many)];
      expect(all - two).toBeLessThanOrEqual(4 * (many.length - few.length));
      expect(two).toBeLessThanOrEqual(40);
    } finally {
      count.mockRestore();
    }
  });
});
