import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.js';
import { type AppProcess, type Engine, eventually, FaultScene } from './fault-scene.js';
import { allDelivered, delivery, unsentAsks } from './sent-asks.js';

jest.setTimeout(600_000);

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

async function open(engine: Engine): Promise<FaultScene> {
  scene = await FaultScene.open(engine, { neighbours: 1_000, askers: 40 });
  return scene;
}

/** Posts as many requests as asked, and expects each to be taken. */
async function post(town: FaultScene, web: AppProcess, count: number): Promise<void> {
  for (let posted = 0; posted < count; posted += 1) {
    const asker = town.nextAsker();
    const number = town.town.askers.indexOf(asker);
    const neighbourhoodCode = town.town.neighbourhoodCodes[number % town.town.neighbourhoodCodes.length] ?? '';
    const response = await town.post(
      web,
      asker,
      town.requestBody({ summary: `Hondje-${number}-uitlaten`, neighbourhoodCode, category: 'other' }),
    );
    expect(response.status).toBe(201);
  }
}

describeWithRedis('a queue store that stops', () => {
  it('does not stop posting, and everything is delivered after its return', async () => {
    const town = await open('redis');
    const web = await town.start('web,relay');
    await town.start('worker');
    await post(town, web, 3);
    expect(await delivery(town, 3)).toStrictEqual(allDelivered);
    await town.redis!.stop();
    await post(town, web, 15);
    expect((await town.call(web, 'GET', '/livez')).status).toBe(200);
    expect(await town.count('SELECT count(*) FROM outbox WHERE published_at IS NULL')).toBeGreaterThanOrEqual(15);
    await town.redis!.start();
    expect(await delivery(town, 18)).toStrictEqual(allDelivered);
  });

  it('may hang instead of stopping: posting goes on all the same', async () => {
    const town = await open('redis');
    const web = await town.start('web,relay');
    await town.start('worker');
    await post(town, web, 2);
    town.redis!.pause();
    await post(town, web, 10);
    town.redis!.resume();
    expect(await delivery(town, 12)).toStrictEqual(allDelivered);
  });

  it('may forget everything it held', async () => {
    const town = await open('redis');
    const web = await town.start('web,relay');
    await loseQueueTwice(town, web, () => town.redis!.flush());
    expect(await delivery(town, 20)).toStrictEqual(allDelivered);
  });
});

describe('a queue in PostgreSQL that is emptied', () => {
  it('loses nothing: the sweep plans it all again', async () => {
    const town = await open('postgres');
    const web = await town.start('web,relay');
    await loseQueueTwice(town, web, () => town.emptyQueue());
    expect(await delivery(town, 20)).toStrictEqual(allDelivered);
  });
});

/** Loses the queue twice: with waves waiting to be planned, and with messages waiting to be sent. */
async function loseQueueTwice(town: FaultScene, web: AppProcess, flush: () => Promise<void>): Promise<void> {
  await post(town, web, 20);
  await eventually(
    () => town.count('SELECT count(*) FROM outbox WHERE published_at IS NULL'),
    (pending) => pending === 0,
  );
  await flush();
  town.sink.behave({ delayMs: 1_000 });
  const worker = await town.start('worker');
  await eventually(
    () => town.count('SELECT count(*) FROM ask'),
    (asks) => asks >= 100,
  );
  await eventually(
    () => town.sink.received,
    (received) => received > 0,
  );
  expect((await worker.kill('SIGKILL')).signal).toBe('SIGKILL');
  await eventually(
    () => town.count('SELECT count(*) FROM outbox WHERE published_at IS NULL'),
    (pending) => pending === 0,
  );
  expect(await unsentAsks(town)).not.toStrictEqual([]);
  await flush();
  town.sink.behave();
  await town.start('worker');
}
