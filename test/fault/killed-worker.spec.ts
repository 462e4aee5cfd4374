import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { describeWithRedis } from '../support/redis-server.js';
import { type Engine, eventually, FaultScene } from './fault-scene.js';
import { askMails, unsentAsks } from './sent-asks.js';

jest.setTimeout(300_000);

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const leastAsks = 200;
/** How long the mail server takes to answer, so that a kill falls between a claim and the answer. */
const slowAnswerMs = 400;

async function killThreeTimes(engine: Engine): Promise<void> {
  const town = await FaultScene.open(engine, { neighbours: 2_000, askers: 60 });
  scene = town;
  const web = await town.start('web,relay');
  let worker = await town.start('worker');
  town.sink.behave({ delayMs: slowAnswerMs });
  for (const asker of town.town.askers) {
    const number = town.town.askers.indexOf(asker);
    const neighbourhoodCode = town.town.neighbourhoodCodes[number % town.town.neighbourhoodCodes.length] ?? '';
    const body = town.requestBody({ summary: `Vraag nummer ${number}.`, neighbourhoodCode, category: 'other' });
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
  await eventually(
    () => unsentAsks(town),
    (unsent) => unsent.length === 0,
    200_000,
  );
  const mails = askMails(town);
  const asks = await town.count('SELECT count(*) FROM ask');
  expect(asks).toBeGreaterThanOrEqual(leastAsks);
  expect(mails.size).toBe(asks);
  // At least once, and however often: always the same Message-ID.
  expect([...mails.values()].filter((messageIds) => messageIds.size !== 1)).toStrictEqual([]);
}

describe('a worker killed three times while it sends asks', () => {
  it('has all asks sent, none under two Message-IDs, with the queue in PostgreSQL', () => killThreeTimes('postgres'));
});

describeWithRedis('a worker killed three times while it sends asks, with Redis', () => {
  it('has all asks sent, none under two Message-IDs', () => killThreeTimes('redis'));
});
