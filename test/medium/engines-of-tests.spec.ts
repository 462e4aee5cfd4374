import { afterAll, beforeAll, expect, it, describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../support/child-process.js';
import { describeWithRedis, startRedis, type PrivateRedis } from '../support/redis-server.js';
import { temporaryFolder } from '../support/temp-folder.js';

describeWithRedis('the private Redis of a suite', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  async function withClient<Answer>(use: (client: Redis) => Promise<Answer>): Promise<Answer> {
    const client = new Redis(redis.url, { retryStrategy: () => null, maxRetriesPerRequest: 0, commandTimeout: 300 });
    client.on('error', () => undefined);
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  }
  const put = (key: string): Promise<unknown> => withClient((client) => client.set(key, 'kept'));
  const get = (key: string): Promise<string | null> => withClient((client) => client.get(key));

  it('keeps what it holds over a stop, on the same address', async () => {
    await put('stopped');
    await redis.stop();
    await expect(get('stopped')).rejects.toThrow(/clos|refused|retries/i);
    await redis.start();
    expect(await get('stopped')).toBe('kept');
  });

  it('is silent while paused and answers after', async () => {
    await put('paused');
    redis.pause();
    await expect(get('paused')).rejects.toThrow(/timed out|retries/i);
    redis.resume();
    expect(await get('paused')).toBe('kept');
  });

  it('loses everything when flushed', async () => {
    await put('flushed');
    await redis.flush();
    expect(await get('flushed')).toBeNull();
  });
});

describe('a process under test', () => {
  const folder = temporaryFolder();

  function program(text: string): string {
    const path = join(folder, `${randomUUID()}.mjs`);
    writeFileSync(path, text);
    return path;
  }

  it('is waited for by what it prints, before and after it is asked', async () => {
    const entry = program(
      `console.log('ready http://localhost:' + process.env.PORT); setInterval(() => undefined, 9e3)`,
    );
    const child = await startProcess({ entry, env: { PORT: '4321' } });
    expect((await child.waitForLine(/ready http:\/\/localhost:(\d+)/))[1]).toBe('4321');
    expect((await child.waitForLine(/ready/)).index).toBe(0);
    expect(await child.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('fails the wait with all that was printed when it ends first', async () => {
    const child = await startProcess({ entry: program(`console.error('no room'); process.exitCode = 3`), env: {} });
    await expect(child.waitForLine(/ready/)).rejects.toThrow(/The process ended \(3\)[^]*no room/);
    expect(await child.ended).toEqual({ code: 3, signal: null });
  });

  it('gets no variable of the test run but those it is given', async () => {
    process.env['ZB_LEAK'] = 'leaked';
    const child = await startProcess({
      entry: program(`console.log('has', Object.keys(process.env).join(), '.')`),
      env: { GIVEN: '1' },
    });
    const [, names] = await child.waitForLine(/has (\S+) \./);
    expect(names!.split(',').toSorted()).toEqual(['GIVEN', 'HOME', 'PATH']);
    delete process.env['ZB_LEAK'];
  });

  it('is registered with the run while it lives, so that a crashed run leaves none behind', async () => {
    const child = await startProcess({ entry: program('setInterval(() => undefined, 9e3)'), env: {} });
    const registration = join(process.env['ZB_TEST_RUN']!, 'processes', String(child.pid));
    expect(readFileSync(registration, 'utf8')).toBe('SIGTERM');
    await child.kill('SIGTERM');
    expect(() => readFileSync(registration)).toThrow(/ENOENT/);
  });
});
