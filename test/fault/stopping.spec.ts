import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppProcess, eventually, FaultScene } from './fault-scene.js';
import { allDelivered, delivery } from './sent-asks.js';

jest.setTimeout(300_000);

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const postsPerSecond = 50;

/** What a client saw of one post. */
type Outcome = 'taken' | 'not-let-in' | 'broken';

/** Posts over a connection of its own, so that a refused connection and a broken answer are told apart. */
async function post(town: FaultScene, web: AppProcess, number: number): Promise<Outcome> {
  const asker = town.town.askers[number % town.town.askers.length]!;
  const body = town.requestBody({ summary: `Hondje-${number}-uitlaten`, urgency: 'planned' });
  try {
    const response = await town.post(web, asker, body);
    await response.text();
    return response.status === 201 ? 'taken' : 'not-let-in';
  } catch (error) {
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    return code === 'ECONNREFUSED' ? 'not-let-in' : 'broken';
  }
}

describe('a web process that is told to stop at 50 posts a second', () => {
  it('answers whatever it let in, lets nothing in after that, and ends by itself', async () => {
    const town = await FaultScene.open('postgres', { neighbours: 50, askers: 400 });
    scene = town;
    const web = await town.start('web');
    const outcomes: Promise<Outcome>[] = [];
    let ended: Promise<unknown> | undefined;
    for (let number = 0; number < 200; number += 1) {
      outcomes.push(post(town, web, number));
      if (number === 100) ended = web.kill('SIGTERM');
      await pause(1000 / postsPerSecond);
    }
    expect(await ended).toStrictEqual({ code: 0, signal: null });
    const seen = await Promise.all(outcomes);
    const taken = seen.filter((outcome) => outcome === 'taken').length;
    expect(seen.filter((outcome) => outcome === 'broken')).toStrictEqual([]);
    expect(taken).toBeGreaterThan(50);
    expect(seen).toContain('not-let-in');
    expect(await town.count('SELECT count(*) FROM help_request')).toBe(taken);
  });
});

describe('a worker that is told to stop while it sends', () => {
  it('ends the sending in hand, notes it, and leaves the rest to the next worker', async () => {
    const town = await FaultScene.open('postgres', { neighbours: 1_000, askers: 10 });
    scene = town;
    const web = await town.start('web,relay');
    const worker = await town.start('worker');
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
    expect(await town.count(`SELECT count(*) FROM notification WHERE status = 'sending'`)).toBe(0);
    town.sink.behave();
    await town.start('worker');
    expect(await delivery(town, 10)).toStrictEqual(allDelivered);
  });
});
