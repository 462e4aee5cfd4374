import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { busPool } from '@app/platform/realtime/bus-pool.js';
import { createEmptyDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

/** A pool whose only connections are both kept busy, with hints that wait for them. */
async function crowded() {
  const bus = busPool({ connectionString: database.url, max: 2 }, () => undefined);
  const listening = await bus.pool.connect();
  const made = [listening];
  bus.pool.on('connect', (client) => made.push(client));
  const hints = Array.from({ length: 20 }, () => bus.pool.query('SELECT pg_sleep(0.2)').catch(() => undefined));
  while (made.length < 2) await pause(5);
  return { bus, listening, hints, made };
}

describe('the connections of the socket adapter', () => {
  it('end when it closes, and those who wait for one make no new ones', async () => {
    const { bus, made } = await crowded();
    expect(bus.pool.waitingCount).toBeGreaterThan(10);
    bus.close();
    while (bus.pool.totalCount > 0) await pause(10);
    await pause(50);
    expect(made).toHaveLength(2);
    expect(bus.pool.totalCount).toBe(0);
  });

  it('say nothing of what their own end breaks off', async () => {
    const told: Error[] = [];
    const bus = busPool({ connectionString: database.url, max: 2 }, (error) => void told.push(error));
    await bus.pool.connect();
    const hint = bus.pool.query('SELECT pg_sleep(30)').catch((error: Error) => bus.onError(error));
    while (bus.pool.totalCount < 2) await pause(5);
    bus.close();
    await hint;
    while (bus.pool.totalCount > 0) await pause(10);
    expect(told).toStrictEqual([]);
  });

  it('let what is being told go out before they end', async () => {
    const { bus, hints } = await crowded();
    await bus.settle(10_000);
    await expect(Promise.race([Promise.all(hints).then(() => 'told'), pause(0, 'cut')])).resolves.toBe('told');
    await bus.settle(10);
    bus.close();
  });

  it('are told of when they listen again after they were cut, and by then they do', async () => {
    const back: string[][] = [];
    const bus = busPool(
      { connectionString: database.url, max: 2 },
      () => undefined,
      () => void listeningTo().then((channels) => back.push(channels)),
    );
    // As the adapter does: it keeps one connection, and says at once what it listens to.
    const listen = async (): Promise<PoolClient> => {
      const client = await bus.pool.connect();
      await client.query('LISTEN told');
      return client;
    };
    let kept = await listen();
    const listeningTo = async (): Promise<string[]> =>
      (await kept.query<{ channel: string }>('SELECT pg_listening_channels() AS channel')).rows.map(
        (row) => row.channel,
      );
    const { rows } = await kept.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => void kept.once('end', resolve));
    await bus.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    expect(back).toStrictEqual([]);
    kept = await listen();
    while (back.length === 0) await pause(10);
    expect(back).toStrictEqual([['told']]);
    bus.close();
  });

  it('serve everybody while it is open', async () => {
    const { bus, listening, hints } = await crowded();
    await Promise.all(hints.slice(0, 3));
    expect(bus.pool.totalCount).toBe(2);
    expect(listening.listenerCount('error')).toBeGreaterThan(0);
    bus.close();
    while (bus.pool.totalCount > 0) await pause(10);
  });
});
