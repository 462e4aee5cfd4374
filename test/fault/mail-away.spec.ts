import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { MailSink, type SinkFaults } from '@app/platform/mail/mail-sink.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { JobRunner } from '@app/platform/queue/job-runner.js';
import { beginAfresh, openEagerTown } from '../medium/asking-scene.js';
import { type Application, northOf } from '../support/application.js';

jest.setTimeout(180_000);

/** As many as are sent to at once, so that a server that answers nobody costs its patience once. */
const mostAsked = 7;

let scene: Application;
let port: number;
/** What stands where the application looks for its mail server. */
let server: MailSink | undefined;
let asker = 0;

beforeAll(async () => {
  scene = await openEagerTown();
  port = Number(new URL(scene.sink.url).port);
  server = scene.sink;
});
afterAll(async () => {
  await server?.stop();
  await scene.close();
});
beforeEach(async () => {
  await beginAfresh(scene);
  await scene.rows(
    `UPDATE helper_profile SET paused_until = app_now() + interval '1 year' WHERE person_id <> ALL ($1)`,
    [scene.town.neighbours.slice(0, mostAsked).map(({ personId }) => personId)],
  );
  // With what happened before goes what the sweep would say that nobody was told.
  for (const table of ['notification', 'outbox']) await scene.rows(`DELETE FROM ${table}`);
  await mailServer({});
});

/** Another server at the same address; without `faults` nothing answers there. */
async function mailServer(faults?: SinkFaults): Promise<void> {
  await server?.stop();
  server = undefined;
  if (faults === undefined) return;
  server = new MailSink({ port, capacity: 5_000 });
  await server.start();
  server.behave(faults);
}

interface Sending {
  readonly id: string;
  readonly recipient_id: string;
  readonly status: string;
  readonly attempts: number;
  readonly pause: number | null;
}

/** The asks about a request by one road, with the seconds until the next attempt. */
const asksBy = (channel: string, requestId: string): Promise<Sending[]> =>
  scene.rows<Sending>(
    `SELECT n.id, n.recipient_id, n.status, n.attempts,
            round(extract(epoch FROM n.next_attempt_at - app_now()))::int AS pause
       FROM notification n JOIN ask a ON a.municipality_id = n.municipality_id AND a.id = n.subject_id
      WHERE n.template = 'ask' AND n.channel = $1 AND a.help_request_id = $2 ORDER BY n.id`,
    [channel, requestId],
  );

/** Posts a request, and does what follows from it but for sending messages. @returns those too */
async function plan(): Promise<{ id: string; messages: AnyPlannedJob[] }> {
  asker = (asker + 1) % 4;
  const { id } = await scene.post(scene.asker(asker).cookie);
  return { id, messages: await scene.workOff('notifications.send') };
}

/** Sends messages as a worker does, several at once, and then those that follow from it. */
async function send(messages: readonly AnyPlannedJob[]): Promise<void> {
  const handler = scene.app.get(JobRunner).handlers().get('notifications.send');
  for (let next = messages; next.length > 0; next = await scene.workOff('notifications.send')) {
    await handler?.handleTogether?.(next.map(({ data }) => data as never));
  }
}

async function ask(): Promise<string> {
  const { id, messages } = await plan();
  await send(messages);
  return id;
}

/** What the sweep and the queue do with messages that are due again. @returns how many those were */
async function tryAgain(): Promise<number> {
  const due = (await scene.overdue()).filter(({ name }) => name === 'notifications.send');
  await send(due);
  return due.length;
}

async function failing(): Promise<number | undefined> {
  await scene.overdue();
  const { values } = await scene.app.get(Metrics).notificationsFailing.get();
  return values.find(({ labels }) => labels['channel'] === 'email')?.value;
}

const statuses = (sendings: readonly Sending[]): string[] => [...new Set(sendings.map(({ status }) => status))];

describe.each<[string, SinkFaults | undefined]>([
  ['refuses connections', undefined],
  ['greets after half a minute', { greetAfterMs: 30_000 }],
  ['refuses every message for now', { failWith: 451 }],
])('a mail server that %s', (_, faults) => {
  it('is seen, keeps no person from being called in, and costs nobody a message or a second one', async () => {
    await mailServer(faults);
    const id = await ask();
    const first = await asksBy('email', id);
    expect(first.length).toBeGreaterThan(2);
    expect(statuses(first)).toStrictEqual(['failed-temporary']);
    // The web app has them all the same.
    expect(statuses(await asksBy('inbox', id))).toStrictEqual(['sent']);
    expect(await failing()).toBeGreaterThanOrEqual(first.length);
    // Not yet, and then with a longer pause than before.
    expect(await tryAgain()).toBe(0);
    await scene.wait('40 seconds');
    await tryAgain();
    const second = await asksBy('email', id);
    expect(new Set(second.map(({ attempts }) => attempts))).toStrictEqual(new Set([2]));
    expect(Math.min(...second.map(({ pause }) => pause ?? 0))).toBeGreaterThan(
      Math.max(...first.map(({ pause }) => pause ?? 0)) + 10,
    );
    await scene.wait('31 minutes');
    await scene.runJob('help-requests.keep-clock', id);
    const { personId, cookie } = await scene.organiser(northOf);
    expect((await scene.see(id, cookie)).escalation).toMatchObject({ level: 1, reason: 'clock' });
    const told = await scene.rows<{ channel: string; status: string }>(
      `SELECT channel, status FROM notification WHERE template = 'owner-escalated' AND recipient_id = $1 ORDER BY channel`,
      [personId],
    );
    expect(told).toStrictEqual([
      { channel: 'email', status: 'failed-temporary' },
      { channel: 'inbox', status: 'sent' },
    ]);
    await mailServer({});
    for (let times = 0; times < 4; times += 1) {
      await scene.wait('20 minutes');
      await tryAgain();
    }
    await expectAllSentOnce(id);
    expect(await failing()).toBe(0);
  });
});

/** Everybody who was asked has the mail, under one Message-ID, once. */
async function expectAllSentOnce(requestId: string): Promise<void> {
  const asked = await asksBy('email', requestId);
  expect(statuses(asked)).toStrictEqual(['sent']);
  const messageIds = (server?.list() ?? []).map(({ headers }) => headers['message-id'] ?? '');
  expect(new Set(messageIds).size).toBe(messageIds.length);
  for (const { id } of asked) expect(messageIds.filter((messageId) => messageId.startsWith(`<${id}@`))).toHaveLength(1);
}

describe('a question that was taken back while mail was away', () => {
  it('is asked to nobody when mail is back, and is not tried for ever', async () => {
    await mailServer({ failWith: 451 });
    const id = await ask();
    expect(statuses(await asksBy('email', id))).toStrictEqual(['failed-temporary']);
    (await scene.client.call('cancelHelpRequest', { id, cookie: scene.asker(asker).cookie })).result();
    await scene.workOff();
    await mailServer({});
    await scene.wait('2 hours');
    await tryAgain();
    expect(statuses(await asksBy('email', id))).toStrictEqual(['skipped']);
    expect(server?.list().filter(({ text }) => text.includes('/antwoord/'))).toStrictEqual([]);
    await scene.wait('2 hours');
    expect(await tryAgain()).toBe(0);
    expect(await failing()).toBe(0);
  });
});

describe('an address that the mail server refuses for ever', () => {
  it('is tried once, holds nobody else up, and does not count as somebody who was asked', async () => {
    const { id, messages } = await plan();
    const [first] = await scene.rows<{ person_id: string }>(
      'SELECT person_id FROM ask WHERE help_request_id = $1 ORDER BY id',
      [id],
    );
    const unreachable = first?.person_id ?? '';
    const person = scene.town.neighbours.find(({ personId }) => personId === unreachable)!;
    await mailServer({ refuseRecipient: person.email });
    await send(messages);
    const asked = await asksBy('email', id);
    expect(asked.filter(({ status }) => status !== 'sent')).toMatchObject([
      { recipient_id: unreachable, status: 'failed-permanent', attempts: 1, pause: null },
    ]);
    const [own] = await scene.rows<{ status: string; taken: boolean }>(
      'SELECT status, taken_back_at IS NOT NULL AS taken FROM ask WHERE help_request_id = $1 AND person_id = $2',
      [id, unreachable],
    );
    expect(own).toStrictEqual({ status: 'closed', taken: true });
    await scene.wait('1 hour');
    expect(await tryAgain()).toBe(0);
  });
});
