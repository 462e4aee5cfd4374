import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '@app/platform/embedded/free-port.js';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { type AppProcess, eventually, FaultScene } from './fault-scene.js';
import { allDelivered, delivery } from './sent-asks.js';

jest.setTimeout(300_000);

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const postsPerSecond = 50;
const postsBeforeStop = 100;

/** Posts over a new connection. @returns the status, or what broke the call */
function post(town: FaultScene, web: AppProcess, number: number): Promise<number | string> {
  const asker = town.town.askers[number % town.town.askers.length]!;
  const body = JSON.stringify(town.requestBody({ summary: `Hondje-${number}-uitlaten`, urgency: 'planned' }));
  const headers = { cookie: asker.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((resolve) => {
    const call = request(`${web.url}/v1/help-requests`, { method: 'POST', agent: false, headers });
    call.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    call.once('response', (response) => {
      response.resume();
      response.once('error', ({ message }) => resolve(message));
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    call.end(body);
  });
}

/** Asks as a proxy does whether the process wants work; done when it does not any more. */
async function untilUnready(town: FaultScene, web: AppProcess): Promise<void> {
  for (;;) {
    const response = await town.call(web, 'GET', '/readyz', { headers: { connection: 'close' } });
    await response.text();
    if (response.status === 503) return;
    await pause(100);
  }
}

async function watchingSocket(town: FaultScene, web: AppProcess): Promise<Socket> {
  const socket = io(web.url, {
    path: realtimePath,
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: town.town.askers[0]!.cookie },
  });
  await new Promise<void>((resolve) => void socket.once('connect', () => resolve()));
  return socket;
}

describe('a web process that is told to stop at 50 posts a second', () => {
  it('says so, answers all that a proxy sends until it notices, lets go of sockets and ends by itself', async () => {
    const town = await FaultScene.open('postgres', { neighbours: 50, askers: 400 });
    scene = town;
    const web = await town.start('web');
    const socket = await watchingSocket(town, web);
    const letGo = new Promise((resolve) => void socket.once('disconnect', resolve));
    const answers: Promise<number | string>[] = [];
    const proxy = { noticed: false };
    let ended: Promise<unknown> = Promise.resolve();
    for (let number = 0; !proxy.noticed; number += 1) {
      if (number === postsBeforeStop) {
        void untilUnready(town, web).then(() => (proxy.noticed = true));
        ended = web.kill('SIGTERM');
      }
      answers.push(post(town, web, number));
      await pause(1000 / postsPerSecond);
    }
    const statuses = await Promise.all(answers);
    expect(statuses.length).toBeGreaterThan(postsBeforeStop);
    expect(statuses.filter((status) => status !== 201)).toStrictEqual([]);
    expect(await ended).toStrictEqual({ code: 0, signal: null });
    expect(await letGo).toMatch(/^transport/);
    expect(await town.count('SELECT count(*) FROM help_request')).toBe(statuses.length);
  });
});

describe('a worker that is told to stop while it sends', () => {
  it('ends the sending in hand, notes it, and leaves the rest to the next worker', async () => {
    const town = await FaultScene.open('postgres', { neighbours: 1_000, askers: 10 });
    scene = town;
    const web = await town.start('web,relay');
    const mailPort = await freePort();
    const mail = { MAIL_REPLY_ADDRESS: 'antwoord@leusden.example', MAIL_REPLY_PORT: String(mailPort) };
    const worker = await town.start('worker', mail);
    // A mail server that keeps its line open must not hold it up.
    const line = createConnection(mailPort, '127.0.0.1');
    const [greeting] = (await once(line, 'data')) as [Buffer];
    expect(greeting.toString()).toMatch(/^220 /);
    const letGo = once(line, 'close');
    town.sink.behave({ delayMs: 500 });
    for (const asker of town.town.askers) {
      const number = town.town.askers.indexOf(asker);
      const neighbourhoodCode = town.town.neighbourhoodCodes[number] ?? '';
      const body = town.requestBody({ summary: `Hondje-${number}-uitlaten`, neighbourhoodCode, category: 'other' });
      expect((await town.post(web, asker, body)).status).toBe(201);
    }
    await eventually(
      () => town.sink.received,
      (received) => received >= 5,
    );
    expect(await worker.kill('SIGTERM')).toStrictEqual({ code: 0, signal: null });
    await letGo;
    expect(await town.count(`SELECT count(*) FROM notification WHERE status = 'sending'`)).toBe(0);
    town.sink.behave();
    await town.start('worker');
    expect(await delivery(town, 10)).toStrictEqual(allDelivered);
  });
});
