import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Job } from 'bullmq';
import { jobQueues, type AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { QueueEngine } from '@app/platform/queue/queue-engine.js';
import { travellersIn } from '@app/platform/queue/travelling-jobs.js';
import { Application } from '../support/application.js';
import { configFor } from '../support/application-config.js';
import { eventually } from '../support/eventually.js';
import { describeWithRedis, startRedis } from '../support/redis-server.js';
import { createTestDatabase } from '../support/template-database.js';

const municipalityId = 'm-1';
const muchWork = 260;

function asksOf(helpRequestId: string, acute: boolean): AnyPlannedJob[] {
  return Array.from({ length: 5 }, (_, index) => ({
    name: 'notifications.send',
    id: `${helpRequestId}-${index}`,
    data: { municipalityId, eventId: 'e-1', recipientId: `p-${index}`, template: 'ask', subjectId: `k-${index}` },
    wave: { helpRequestId, acute },
  }));
}
const plan = (helpRequestId: string): AnyPlannedJob => ({
  name: 'matching.plan-wave',
  id: `plan-${helpRequestId}`,
  data: { municipalityId, helpRequestId },
});
const code: AnyPlannedJob = { name: 'notifications.send-code', id: 'code', data: { municipalityId, challengeId: 'c' } };

interface Store {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  close(): Promise<unknown>;
}

async function postgresStore(): Promise<Store> {
  const database = await createTestDatabase();
  return { databaseUrl: database.url, redisUrl: undefined, close: () => database.drop() };
}

async function redisStore(): Promise<Store> {
  const redis = await startRedis();
  return { databaseUrl: 'postgresql://nowhere.invalid/none', redisUrl: redis.url, close: () => redis.stop() };
}

function underPressure(openStore: () => Promise<Store>): void {
  let store: Store;
  let engine: QueueEngine;
  beforeEach(async () => {
    store = await openStore();
    const config = configFor(store.databaseUrl, randomBytes(32), 'smtp://nowhere.invalid');
    engine = new QueueEngine(Object.assign(config, { redisUrl: store.redisUrl }), createLogger('silent'));
  });
  afterEach(async () => {
    await engine.onApplicationShutdown();
    await store.close();
  });
  const add = (jobs: readonly AnyPlannedJob[]): Promise<void> => engine.add(jobs, ({ name }) => jobQueues[name]);

  it('takes up the first asks of every request, then the next plan, then the last asks, the acute ones first', async () => {
    await add([...asksOf('planned', false), plan('other'), ...asksOf('acute', true), code]);
    const order: string[] = [];
    const note = async (job: Job): Promise<void> => void order.push(travellersIn(job.data, job.id ?? '')[0]?.id ?? '');
    engine.work('acute', note, 1);
    await eventually(
      () => order,
      ({ length }) => length === 6,
    );
    expect(order).toStrictEqual(['code', 'acute-0', 'planned-0', 'plan-other', 'acute-3', 'planned-3']);
  });

  it('says which queue is behind, until it caught up', async () => {
    expect(await engine.behind()).toStrictEqual(new Set());
    await add(Array.from({ length: muchWork }, (_, index) => plan(`r-${index}`)));
    expect(await engine.behind()).toStrictEqual(new Set(['acute']));
    engine.work('acute', () => Promise.resolve(), 8);
    await eventually(
      () => engine.behind(),
      ({ size }) => size === 0,
    );
  });
}

describe('a queue in PostgreSQL, under pressure', () => {
  underPressure(postgresStore);
});
describeWithRedis('a queue in Redis, under pressure', () => {
  underPressure(redisStore);
});

describe('the sweep', () => {
  it('adds nothing to a queue that is behind, and what is overdue once it caught up', async () => {
    const scene = await Application.open({ neighbours: 20 });
    try {
      const { id } = await scene.post(scene.asker(0).cookie);
      await scene.wait('1 minute');
      const isPlan = (job: AnyPlannedJob): boolean =>
        job.name === 'matching.plan-wave' && job.data.helpRequestId === id;
      const engine = scene.app.get(QueueEngine);
      await engine.add(
        Array.from({ length: muchWork }, (_, index) => plan(`r-${index}`)),
        ({ name }) => jobQueues[name],
      );
      expect((await scene.overdue()).filter(isPlan)).toStrictEqual([]);
      engine.work('acute', () => Promise.resolve(), 8);
      const [swept] = await eventually(
        async () => (await scene.overdue()).filter(isPlan),
        ({ length }) => length > 0,
      );
      expect(swept).toMatchObject({ name: 'matching.plan-wave', data: { helpRequestId: id } });
    } finally {
      await scene.close();
    }
  });
});
