import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.js';
import { type Engine, eventually, FaultScene } from './fault-scene.js';
import { allDelivered, delivery, type Delivery } from './sent-asks.js';

jest.setTimeout(600_000);

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const leastAsks = 200;
/** How long the mail server takes to answer, so that a kill falls between a claim and the answer. */
const slowAnswerMs = 400;

async function killThreeTimes(engine: Engine): Promise<Delivery> {
  const town = await FaultScene.open(engine, { neighbours: 2_000, askers: 60 });
  scene = town;
  const web = await town.start('web,relay');
  let worker = await town.start('worker');
  town.sink.behave({ delayMs: slowAnswerMs });
  for (const asker of town.town.askers) {
    const number = town.town.askers.indexOf(asker);
    const neighbourhoodCode = town.town.neighbourhoodCodes[number % town.town.neighbourhoodCodes.length] ?? '';
    const body = town.requestBody({ summary: `Hondje-${number}-uitlaten`, neighbourhoodCode, category: 'other' });
    expect((await town.post(web, asker, body)).status).toBe(201);
  }
  for (const sentBefore of [20, 60, 120]) {
    await eventually(
      () => town.sink.received,
      (received) => received >= sentBefore,
    );
    // Claimed and not answered yet: this is the moment a kill may lose or double a mail.
    await eventually(
      () => town.count(`SELECT count(*) FROM notification WHERE status = 'sending' AND channel = 'email'`),
      (sending) => sending > 0,
    );
    expect((await worker.kill('SIGKILL')).signal).toBe('SIGKILL');
    worker = await town.start('worker');
  }
  town.sink.behave();
  const delivered = await delivery(town, town.town.askers.length);
  expect(await town.count('SELECT count(*) FROM ask')).toBeGreaterThanOrEqual(leastAsks);
  return delivered;
}

describe('a worker killed three times while it sends asks', () => {
  it('has all asks sent, none under two Message-IDs, with the queue in PostgreSQL', async () => {
    expect(await killThreeTimes('postgres')).toStrictEqual(allDelivered);
  });
});

describeWithRedis('a worker killed three times while it sends asks, with Redis', () => {
  it('has all asks sent, none under two Message-IDs', async () => {
    expect(await killThreeTimes('redis')).toStrictEqual(allDelivered);
  });
});
