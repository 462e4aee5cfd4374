import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@app/platform/embedded/free-port.js';
import { stopWithRun } from './run/test-run.js';
import { temporaryFolder } from './temp-folder.js';

/** A Redis of one suite alone, on a port of its own that it keeps over stops. */
export interface PrivateRedis {
  readonly url: string;
  start(): Promise<void>;
  /** As an operator stops it: what was written is kept. */
  stop(): Promise<void>;
  /** Stops answering without closing connections, as a machine that hangs. */
  pause(): void;
  resume(): void;
  /** Loses everything it held. */
  flush(): Promise<void>;
}

const program = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find(isExecutable);

/** `describe` where a redis-server is installed; elsewhere its tests are reported as skipped. */
export const describeWithRedis = program ? describe : describe.skip;

/** Starts a Redis that keeps what it is told (append-only file), as the queue needs it. */
export async function startRedis(): Promise<PrivateRedis> {
  if (!program) throw new Error('There is no redis-server on the PATH; use describeWithRedis.');
  const folder = temporaryFolder('zb-redis-');
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let running: { child: ChildProcess; withdraw: () => void } | null = null;
  const redis: PrivateRedis = {
    url,
    async start() {
      const child = spawn(program, flags, { stdio: 'ignore' });
      await once(child, 'spawn');
      running = { child, withdraw: stopWithRun(child.pid!, 'SIGKILL') };
      await untilAnswering(url);
    },
    async stop() {
      if (!running) return;
      const { child, withdraw } = running;
      running = null;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      withdraw();
    },
    pause: () => void running?.child.kill('SIGSTOP'),
    resume: () => void running?.child.kill('SIGCONT'),
    flush: () => withClient(url, async (client) => void (await client.flushall())),
  };
  await redis.start();
  return redis;
}

async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withClient(url, async (client) => void (await client.ping()));
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(25);
    }
  }
}

async function withClient(url: string, use: (client: Redis) => Promise<void>): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await use(client);
  } finally {
    client.disconnect();
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
