import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { VisitorCookie } from '@app/platform/identity/visitor-cookie.js';
import { Relay } from '@app/platform/outbox/relay.js';
import { JobRunner } from '@app/platform/queue/job-runner.js';
import { QueueEngine } from '@app/platform/queue/queue-engine.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf, type PostBody } from '../support/application.js';
import { eventually } from '../support/eventually.js';

/** Words found nowhere else. The first two may be read by whoever is asked; the rest by the confirmed neighbour alone. */
const given = 'Kanarievoornaam';
const summary = 'Kanarieverhaal';
const secrets = ['Kanarieachternaam', 'Kanariestraat', '0687654321', 'kanarie-post'] as const;
const all = [given, summary, ...secrets];

let scene: Application;
const frames: string[] = [];
const jobs: string[] = [];
/** Answers to people who have no part in the agreement, refusals first of all. */
const outsiders: string[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  scene = await Application.open({ neighbours: 120, askers: 2 });
  const engine = scene.app.get(QueueEngine);
  const add = engine.add.bind(engine);
  engine.add = (planned, queueOf) => {
    jobs.push(JSON.stringify(planned));
    return add(planned, queueOf);
  };
  scene.app.get(JobRunner).start();
  scene.app.get(Relay).start();
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await scene.close();
});

async function listen(cookie: string): Promise<void> {
  const socket = io(scene.origin, {
    path: realtimePath,
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie },
  });
  sockets.push(socket);
  socket.onAny((...frame: unknown[]) => frames.push(JSON.stringify(frame)));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  const watched: unknown = await socket
    .timeout(5_000)
    .emitWithAck('board.watch', { neighbourhoodCode: scene.code(northOf) });
  expect(watched).toMatchObject({ ok: true });
}

/** Every row of every table, ours and the queue's, as text; encrypted columns as hexadecimal digits. */
async function everyRow(): Promise<string> {
  const tables = await scene.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`,
  );
  expect(tables.length).toBeGreaterThan(25);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await scene.rows<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

/** Canaries in a text, also where it stands in hexadecimal or base64. */
function found(text: string, words: readonly string[] = all): string[] {
  const forms = (word: string) => [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word).toString('base64').slice(0, -4),
  ];
  return words.filter((word) => forms(word).some((form) => text.toLowerCase().includes(form.toLowerCase())));
}

const mails = (): string => JSON.stringify(scene.sink.list());

async function expectNothingLeaked(): Promise<void> {
  expect(found(await everyRow())).toStrictEqual([]);
  expect(found(scene.logLines.join('\n'))).toStrictEqual([]);
  expect(found(jobs.join('\n'))).toStrictEqual([]);
  expect(found(frames.join('\n'))).toStrictEqual([]);
  expect(found(outsiders.join('\n'))).toStrictEqual([]);
}

/** What somebody without a part in it can ask for, the refused included. */
async function pry(id: string, { cookie }: { readonly cookie: string }): Promise<void> {
  const { client } = scene;
  const wrong = { cookie, headers: { 'idempotency-key': randomUUID() }, body: { ...scene.body(), summary: 7 } };
  const answers = await Promise.all([
    client.call('getHelpRequest', { id, cookie }),
    client.call('listHelpRequests', { cookie, query: { role: 'helper' } }),
    client.call('getBoard', { cookie, query: { neighbourhoodCode: scene.code(northOf) } }),
    client.call('getOpenBoardCounts', { cookie }),
    client.call('editHelpRequest', { id, cookie, headers: { 'if-match': '1' }, body: { summary: 'Anders' } }),
    client.call('cancelHelpRequest', { id, cookie }),
    client.call('confirmHelpRequest', { id, cookie, body: {} }),
    client.call('postHelpRequest', wrong as unknown as { body: PostBody }),
  ]);
  outsiders.push(...answers.map(({ text }) => text));
}

/** The neighbours whose ask was mailed. */
async function askedNeighbours(id: string): Promise<GeneratedPerson[]> {
  const rows = await scene.rows<{ person_id: string }>(
    `SELECT a.person_id FROM ask a JOIN notification n ON n.subject_id = a.id
      WHERE a.help_request_id = $1 AND n.channel = 'email' AND n.status = 'sent'`,
    [id],
  );
  return scene.town.neighbours.filter(({ personId }) => rows.some((row) => row.person_id === personId));
}

describe('a canary', () => {
  let id = '';
  let asked: GeneratedPerson[] = [];
  const asker = () => scene.asker(0);

  it('posted in every field shows nowhere but to those who are asked: first name and sentence', async () => {
    await scene.client.call('putMe', {
      cookie: asker().cookie,
      body: { givenName: given, familyName: secrets[0], phone: secrets[2] },
    });
    await listen(scene.app.get(VisitorCookie).issue().split(';')[0] ?? '');
    await listen(asker().cookie);
    for (const { cookie } of scene.town.neighbours.slice(0, 30)) await listen(cookie);
    ({ id } = await scene.post(asker().cookie, { summary: `${summary} met de hond`, address: `${secrets[1]} 7` }));
    asked = await eventually(
      async () => {
        const asks = await scene.count('SELECT 1 FROM ask WHERE help_request_id = $1', [id]);
        const mailed = await askedNeighbours(id);
        return mailed.length === asks ? mailed : [];
      },
      (mailed) => mailed.length > 1,
    );
    for (const { cookie } of scene.town.neighbours.slice(60, 64)) await pry(id, { cookie });
    await pry(id, { cookie: '' });
    await expectNothingLeaked();
    expect(found(mails(), secrets)).toStrictEqual([]);
    for (const { email } of asked)
      expect(found(JSON.stringify(scene.sink.list({ to: email })))).toStrictEqual([given, summary]);
    const told = new Set(
      scene.sink
        .list()
        .filter((mail) => found(JSON.stringify(mail)).length > 0)
        .map(({ to }) => to),
    );
    expect(asked.map(({ email }) => email)).toEqual(expect.arrayContaining([...told]));
    const own = await scene.client.call('listAsks', { cookie: asked[0]!.cookie });
    expect(found(own.text)).toStrictEqual([given, summary]);
  });

  it('in what fails shows neither: a refused mail, a job that is tried again, a guest’s address', async () => {
    scene.sink.behave({ failWith: 451 });
    const contact = { givenName: given, familyName: secrets[0], email: `${secrets[3]}@voorbeeld.invalid` };
    await scene.client.call('postHelpRequest', {
      headers: { 'idempotency-key': randomUUID() },
      body: scene.body({ contact, summary, address: secrets[1] }),
    });
    const failures = await eventually(
      () => scene.logLines.filter((line) => line.includes('notifications.send-code')),
      (lines) => lines.length > 0,
    );
    expect(failures[0]).toContain('will be tried again');
    expect(await scene.count(`SELECT 1 FROM bullmq.job WHERE name = 'notifications.send-code'`)).toBeGreaterThan(0);
    await expectNothingLeaked();
    scene.sink.behave();
  });

  it('is seen by the winner once confirmed, and still by nobody else', async () => {
    const [winner, loser] = asked as [GeneratedPerson, GeneratedPerson];
    const yes = (who: GeneratedPerson) => scene.client.call('acceptHelpRequest', { id, cookie: who.cookie, body: {} });
    expect((await yes(winner)).status).toBe(200);
    outsiders.push((await yes(loser)).text);
    const before = await scene.client.call('getHelpRequest', { id, cookie: winner.cookie });
    expect(found(before.text)).toStrictEqual([given, summary]);
    await scene.client.call('confirmHelpRequest', { id, cookie: asker().cookie, body: {} });
    await eventually(
      () =>
        scene.count(
          `SELECT 1 FROM notification WHERE template = 'helper-confirmed' AND channel = 'email' AND status = 'sent'`,
        ),
      (sent) => sent === 1,
    );
    const after = await scene.client.call('getHelpRequest', { id, cookie: winner.cookie });
    expect(found(after.text)).toStrictEqual([given, summary, secrets[0], secrets[1], secrets[2]]);
    await pry(id, loser);
    for (const { cookie } of scene.town.neighbours.slice(60, 64)) await pry(id, { cookie });
    await expectNothingLeaked();
    // No mail holds the address, not even the winner's: a mailbox keeps longer than 24 hours.
    expect(found(mails(), [secrets[1], secrets[2]])).toStrictEqual([]);
    expect(frames.length).toBeGreaterThan(2);
    expect(jobs.length).toBeGreaterThan(2);
    expect(scene.logLines.length).toBeGreaterThan(2);
  });

  it('would be found by this sweep wherever it stood', async () => {
    await scene.rows(
      `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at) VALUES ($1, $2, 'x', $3, app_now(), app_now())`,
      [randomUUID(), scene.town.municipalityId, JSON.stringify({ text: summary })],
    );
    await scene.rows(`UPDATE session SET token_hash = $1 WHERE id = (SELECT id FROM session LIMIT 1)`, [
      Buffer.from(secrets[0]),
    ]);
    expect(found(await everyRow())).toStrictEqual([summary, secrets[0]]);
  });
});
