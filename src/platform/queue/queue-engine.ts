import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';
import type { Logger } from 'pino';
import { queueNames, type AnyPlannedJob, type QueueName } from '@app/contracts/jobs/job-map.js';
import { AppConfig } from '../config/app-config.js';
import { applicationRole } from '../database/data-source.js';
import { queueSchema } from '../database/migrate.js';
import { travellingTogether } from './travelling-jobs.js';
import { LOGGER } from '../observability/logger.js';

/** A queue that does not answer must not hold up its caller. */
const answerWithinMs = 5_000;

/** Adding in bulk makes two temporary tables a time on PostgreSQL: up to this many are cheaper one by one, at once. */
const fewJobs = 8;

/** More jobs than this waiting in a queue and it is behind: some ten seconds of work. */
const manyJobs = 250;

/** How long a stop waits for jobs in hand. */
const drainMs = 12_000;

/** Bad luck is retried often; work that keeps failing is planned again by the sweep. */
const retries = { attempts: 12, backoff: { type: 'exponential', delay: 500, jitter: 0.3 } };

/**
 * BullMQ with one of two engines behind it: PostgreSQL by default, Redis or Valkey when REDIS_URL is set.
 * Nothing else in the code knows which.
 */
@Injectable()
export class QueueEngine implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];

  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Hands jobs to their queues. A job whose id is already there is not added again. */
  async add(jobs: readonly AnyPlannedJob[], queueOf: (job: AnyPlannedJob) => QueueName): Promise<void> {
    const adding = queueNames.map(async (name) => {
      const mine = jobs.filter((job) => queueOf(job) === name);
      if (mine.length === 0) return;
      const bulk = travellingTogether(mine).map((job) => ({
        name: job.name,
        data: job.data,
        opts: {
          jobId: job.id,
          delay: Math.max(0, Math.round(job.delayMs ?? 0)),
          ...(job.priority === undefined ? {} : { priority: job.priority }),
          removeOnComplete: true,
          // A count here deadlocks on PostgreSQL; an age does not.
          removeOnFail: { age: 7 * 24 * 3600 },
          ...retries,
        },
      }));
      await this.ask(name, (queue) =>
        bulk.length > fewJobs
          ? queue.addBulk(bulk)
          : Promise.all(bulk.map((job) => queue.add(job.name, job.data, job.opts))),
      );
    });
    await Promise.all(adding);
  }

  /** Starts working on one queue. Two kills of a worker must not lose a job, hence the stall settings. */
  work(name: QueueName, processor: Processor, concurrency: number): Worker {
    const settings = {
      concurrency,
      lockDuration: 5_000,
      stalledInterval: 2_500,
      maxStalledCount: 10,
      removeOnComplete: { age: 0 },
    };
    const worker = this.config.redisUrl
      ? new Worker(name, processor, { ...settings, ...this.redis(true) })
      : new Worker(name, processor, { ...settings, connection: this.postgres(4) }, createPostgresBackend);
    worker.on('error', (error) => this.logger.warn({ queue: name, err: error }, 'queue worker error'));
    this.workers.push(worker as Worker);
    return worker as Worker;
  }

  /** Whether the queue store answers. */
  async ping(): Promise<boolean> {
    try {
      await this.ask('normal', (queue) => queue.getJobCounts('wait'), 2_000);
      return true;
    } catch {
      return false;
    }
  }

  /** The queues in which more jobs wait than are done in a moment. */
  async behind(): Promise<ReadonlySet<QueueName>> {
    const waiting = await Promise.all(
      queueNames.map((name) => this.ask(name, (queue) => queue.getJobCountByTypes('waiting', 'prioritized'))),
    );
    return new Set(queueNames.filter((_, index) => (waiting[index] ?? 0) > manyJobs));
  }

  /** Stops taking work, lets running jobs end, then lets go of the connections. */
  async stopWorkers(): Promise<void> {
    // What runs longer than this is left to its lock: another worker takes it up when that runs out.
    await withinTime(Promise.all(this.workers.splice(0).map((worker) => worker.close())), drainMs).catch(
      () => undefined,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopWorkers();
    const closing = [...this.queues.values()].map((queue) => queue.close());
    await withinTime(Promise.all(closing)).catch(() => undefined);
  }

  private async ask<T>(name: QueueName, question: (queue: Queue) => Promise<T>, patienceMs?: number): Promise<T> {
    const queue = this.queue(name);
    try {
      return await withinTime(question(queue), patienceMs);
    } catch (error) {
      // On PostgreSQL a queue that met a database that was away remembers that for ever: the next one starts anew.
      // On Redis the connection comes back by itself.
      if (!this.config.redisUrl && this.queues.get(name) === queue) {
        this.queues.delete(name);
        void queue.close().catch(() => undefined);
      }
      throw error;
    }
  }

  private queue(name: QueueName): Queue {
    const existing = this.queues.get(name);
    if (existing) return existing;
    const queue = this.config.redisUrl
      ? new Queue(name, this.redis(false))
      : (new Queue(name, { connection: this.postgres(4) }, createPostgresBackend) as unknown as Queue);
    queue.on('error', (error) => this.logger.warn({ queue: name, err: error }, 'queue error'));
    this.queues.set(name, queue);
    return queue;
  }

  private postgres(max: number) {
    return {
      connectionString: this.config.databaseUrl,
      schema: queueSchema,
      max,
      // Not waiting for the disk can only forget the last moments of a crash, in order: a job that comes again finds its
      // work done, and one that was never added is still in the outbox or found by the sweep.
      options: `-c role=${applicationRole} -c synchronous_commit=off`,
    };
  }

  private redis(forWorker: boolean) {
    const url = new URL(this.config.redisUrl ?? '');
    return {
      prefix: this.config.queuePrefix,
      connection: {
        host: url.hostname,
        port: Number(url.port || 6379),
        ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
        ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
        ...(url.pathname.length > 1 ? { db: Number(url.pathname.slice(1)) } : {}),
        ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
        maxRetriesPerRequest: forWorker ? null : 1,
        // A producer must fail at once when Redis is away; the outbox keeps what it could not hand over.
        enableOfflineQueue: forWorker,
        retryStrategy: (times: number) => Math.min(1_000, 50 * times),
      },
    };
  }
}

async function withinTime<T>(work: Promise<T>, milliseconds = answerWithinMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
