import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { queueSchema } from '@app/platform/database/migrate.js';
import { type AppProcess, eventually, FaultScene } from './fault-scene.js';
import type { GeneratedPerson } from '../load/generated-people.js';

jest.setTimeout(300_000);

/** Words that nobody but those concerned may ever read; each is like nothing else in the system. */
const canaries = {
  familyName: 'Kanarievogel-van-der-Achternaam',
  phone: '06 55443322',
  address: 'Kanarieplantsoen 4242-zwart',
  email: 'kanarie.adres@geheim.invalid',
};
/** May be read by whoever is asked, and nowhere else. */
const toldToAsked = { givenName: 'Kanarievoornaam', summary: 'Kanariezin over een hondje' };
const everything = { ...canaries, ...toldToAsked };

let scene: FaultScene;
let app: AppProcess;
let asker: GeneratedPerson;
const frames: unknown[] = [];
let socket: Socket;
const answers: string[] = [];

/** The canaries that a text holds, as such or as their bytes in hexadecimal, base64 or a URL. */
function found(text: string, words: Readonly<Record<string, string>> = everything): string[] {
  const low = text.toLowerCase();
  return Object.entries(words).flatMap(([name, word]) => {
    const bytes = Buffer.from(word);
    const forms = [
      word.toLowerCase(),
      bytes.toString('hex'),
      bytes.toString('base64').replaceAll('=', '').toLowerCase(),
      encodeURIComponent(word).toLowerCase(),
    ];
    return forms.some((form) => low.includes(form)) ? [name] : [];
  });
}

beforeAll(async () => {
  scene = await FaultScene.open('postgres', { neighbours: 400, signedInNeighbours: 400, askers: 2 });
  app = await scene.start('web,worker,relay', { LOG_LEVEL: 'trace' });
  asker = scene.nextAsker();
  const named = await scene.call(app, 'PUT', '/v1/me', {
    cookie: asker.cookie,
    body: { givenName: toldToAsked.givenName, familyName: canaries.familyName, phone: canaries.phone },
  });
  if (named.status !== 200) throw new Error(await named.text());
  socket = io(app.url, {
    path: realtimePath,
    transports: ['websocket'],
    extraHeaders: { cookie: scene.town.neighbours[0]!.cookie },
  });
  socket.onAny((...message) => frames.push(message));
  await socket.timeout(5_000).emitWithAck('board.watch', { neighbourhoodCode: scene.town.neighbourhoodCodes[0] });
  await postEverything();
  await breakEverything();
});
afterAll(async () => {
  socket.disconnect();
  await scene.close();
});

/** A request of a signed-in asker, one of a guest and one for a relative, each with canaries wherever a word fits. */
async function postEverything(): Promise<void> {
  const words = { category: 'other', summary: toldToAsked.summary, address: canaries.address } as const;
  const { givenName } = toldToAsked;
  const { familyName, phone, email } = canaries;
  const mine = await scene.post(app, asker, scene.requestBody(words));
  const relative = { givenName, familyName, phone, relation: 'relative' } as const;
  const theirs = await scene.post(app, scene.nextAsker(), scene.requestBody({ ...words, onBehalfOf: relative }));
  const guest = await scene.post(
    app,
    { ...asker, cookie: '' },
    scene.requestBody({ ...words, contact: { givenName, familyName, email } }),
  );
  expect([mine.status, theirs.status, guest.status]).toStrictEqual([201, 201, 201]);
  await eventually(
    () => scene.count(`SELECT count(DISTINCT help_request_id) FROM ask`),
    (asked) => asked === 2,
  );
  await eventually(
    () => scene.count(`SELECT count(*) FROM notification WHERE status NOT IN ('sent', 'skipped')`),
    (unsent) => unsent === 0,
  );
  await eventually(
    () => frames.length,
    (heard) => heard >= 2,
  );
}

/** Calls that fail, with canaries wherever a caller can put them. */
async function breakEverything(): Promise<void> {
  const { familyName, address, phone, email } = canaries;
  const text = `${familyName} ${address} ${phone} ${email} ${toldToAsked.summary}`;
  const calls: Promise<Response>[] = [
    scene.post(app, asker, {
      ...scene.requestBody(),
      category: text,
      window: { from: text, until: text },
      neighbourhoodCode: text,
    }),
    scene.post(app, asker, scene.requestBody({ neighbourhoodCode: 'BU99999999', summary: text })),
    scene.post(app, asker, scene.requestBody({ summary: text.repeat(2_000) })),
    scene.post(app, asker, { ...scene.requestBody(), [text]: text, onBehalfOf: { givenName: text, relation: text } }),
    scene.call(app, 'POST', '/v1/help-requests', {
      cookie: asker.cookie,
      headers: { 'content-type': 'text/plain' },
      body: text,
    }),
    scene.call(app, 'POST', '/v1/sign-in-challenges', { body: { email: text } }),
    scene.call(app, 'POST', '/v1/sessions', { body: { challengeId: text, code: text } }),
    scene.call(app, 'PUT', '/v1/me', {
      cookie: asker.cookie,
      body: { givenName: '', familyName: text.repeat(9), phone: text },
    }),
    scene.call(app, 'GET', `/v1/help-requests/${encodeURIComponent(text)}`, { cookie: asker.cookie }),
  ];
  for (const response of await Promise.all(calls)) {
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    answers.push(await response.text());
  }
}

describe('before a yes is confirmed, no canary sings', () => {
  it('in the logs, at their most talkative', () => {
    expect(app.output().length).toBeGreaterThan(0);
    expect(found(app.output())).toStrictEqual([]);
  });

  it('in the data of any job, done, waiting or failed', async () => {
    const jobs = await scene.rows<{ job: unknown }>(`SELECT to_jsonb(j) AS job FROM ${queueSchema}.job j`);
    const events = await scene.rows<{ event: unknown }>(`SELECT to_jsonb(e) AS event FROM ${queueSchema}.event e`);
    expect(jobs.length + events.length).toBeGreaterThan(0);
    expect(found(JSON.stringify([jobs, events]))).toStrictEqual([]);
  });

  it('in any table of ours, but as ciphertext', async () => {
    const tables = await scene.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['person', 'help_request', 'outbox', 'notification']),
    );
    for (const { name } of tables) {
      const rows = await scene.rows<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
      expect({ name, found: found(JSON.stringify(rows)) }).toStrictEqual({ name, found: [] });
    }
  });

  it('on the board, in its counts or in a frame', async () => {
    const board = await scene.call(app, 'GET', `/v1/board?neighbourhoodCode=${scene.town.neighbourhoodCodes[0]}`);
    const text = await board.text();
    expect((JSON.parse(text) as { requests: unknown[] }).requests).toHaveLength(2);
    const counts = await scene.call(app, 'GET', '/v1/board-counts');
    expect(found(text + (await counts.text()))).toStrictEqual([]);
    expect(found(JSON.stringify(frames))).toStrictEqual([]);
  });

  it('in an ask, but the first name and the sentence it is about', async () => {
    const asked = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask LIMIT 5');
    const cookies = asked.map(
      ({ person_id }) => scene.town.neighbours.find(({ personId }) => personId === person_id)!.cookie,
    );
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      const text = await (await scene.call(app, 'GET', '/v1/asks', { cookie })).text();
      expect(found(text, toldToAsked)).toStrictEqual(['givenName', 'summary']);
      expect(found(text, canaries)).toStrictEqual([]);
    }
  });

  it('in a mail to anybody else, but the first name and the sentence', () => {
    const mails = scene.sink.list().filter(({ to }) => to !== canaries.email);
    expect(mails.length).toBeGreaterThan(0);
    expect(found(JSON.stringify(mails), { ...canaries })).toStrictEqual([]);
  });

  it('in an answer that refuses', () => {
    expect(answers).toHaveLength(9);
    expect(answers.flatMap((text) => found(text))).toStrictEqual([]);
  });

  it('in the answer to a neighbour who says yes, until the asker has confirmed', async () => {
    const [ask] = await scene.rows<{ id: string; person_id: string; help_request_id: string }>(
      'SELECT a.id, a.person_id, a.help_request_id FROM ask a JOIN help_request r ON r.id = a.help_request_id WHERE r.asker_id = $1 LIMIT 1',
      [asker.personId],
    );
    const neighbour = scene.town.neighbours.find(({ personId }) => personId === ask!.person_id)!;
    const yes = await scene.call(app, 'PUT', `/v1/asks/${ask!.id}/answer`, {
      cookie: neighbour.cookie,
      body: { answer: 'yes' },
    });
    expect(yes.status).toBe(200);
    const path = `/v1/help-requests/${ask!.help_request_id}`;
    const before = await scene.call(app, 'GET', path, { cookie: neighbour.cookie });
    expect(found((await yes.text()) + (await before.text()), canaries)).toStrictEqual([]);
    const confirmed = await scene.call(app, 'PUT', `${path}/confirmation`, { cookie: asker.cookie, body: {} });
    expect(confirmed.status).toBe(200);
    // Now the winner, and only the winner, is told: this also shows that the search above would have found it.
    const after = await scene.call(app, 'GET', path, { cookie: neighbour.cookie });
    expect(found(await after.text(), canaries)).toStrictEqual(['familyName', 'phone', 'address']);
    const stranger = scene.town.neighbours.find(({ personId }) => personId !== ask!.person_id)!;
    const foreign = await scene.call(app, 'GET', path, { cookie: stranger.cookie });
    expect(foreign.status).toBe(404);
    expect(found(await foreign.text())).toStrictEqual([]);
  });
});
