import { Inject, Injectable, SetMetadata, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { jobQueues, type AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '../database/tenancy.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { LOGGER } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { QueueEngine } from '../queue/queue-engine.js';

const everyMs = 30_000;
const SWEEPS = 'zb:sweeps';

/** Finds work of one municipality that the database says is overdue, whatever became of its job. */
export interface OverdueWork {
  overdue(tx: Transaction): Promise<readonly AnyPlannedJob[]>;
}

/** Declares a class as a finder of overdue work. */
export function Sweeps(kind: string): ClassDecorator {
  return SetMetadata(SWEEPS, kind);
}

/**
 * Every 30 seconds plans again whatever PostgreSQL says is overdue: lost jobs, dead workers and a flushed
 * queue are survivable. Job ids carry the half-minute, so an overdue job is added once a sweep at most. A queue that is
 * behind is left alone until it caught up: there, overdue means late and not lost, and more jobs would make it later.
 */
@Injectable()
export class Sweep implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(QueueEngine) private readonly engine: QueueEngine,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), everyMs);
    this.timer.unref();
    void this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  /** One sweep over all municipalities; runs after an earlier one has ended. */
  run(): Promise<void> {
    this.current = this.current.then(() =>
      this.sweepAll().catch((error: unknown) => this.logger.warn({ err: error }, 'sweep failed, will try again')),
    );
    return this.current;
  }

  private async sweepAll(): Promise<void> {
    const [pending] = await this.dataSource.query<{ age: number }[]>(
      'SELECT coalesce(extract(epoch FROM app_now() - min(occurred_at)), 0)::float AS age FROM outbox WHERE published_at IS NULL',
    );
    this.metrics.outboxOldestSeconds.set(Math.max(0, pending?.age ?? 0));
    await this.forget();
    const behind = await this.engine.behind();
    const municipalities = await this.dataSource.query<{ id: string }[]>('SELECT id FROM municipality');
    for (const { id } of municipalities) {
      for (const [kind, finder] of this.finders()) {
        const overdue = await this.unitOfWork.run(asSystem(id), (tx) => finder.overdue(tx));
        const jobs = overdue.filter(({ name }) => !behind.has(jobQueues[name]));
        if (jobs.length === 0) continue;
        this.metrics.swept.inc({ kind }, jobs.length);
        await this.engine.add(jobs, (job) => jobQueues[job.name]);
      }
    }
  }

  /** What is published and receipted has served its purpose after a month. */
  private async forget(): Promise<void> {
    await this.dataSource.query(`DELETE FROM outbox WHERE published_at < app_now() - interval '35 days'`);
    await this.dataSource.query(`DELETE FROM job_receipt WHERE done_at < app_now() - interval '35 days'`);
  }

  private finders(): Map<string, OverdueWork> {
    const found = new Map<string, OverdueWork>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const kind = metatype && this.reflector.get<string | undefined>(SWEEPS, metatype);
      if (kind) found.set(kind, instance as OverdueWork);
    }
    return found;
  }
}

/**
 * Whether what is due this far ahead (milliseconds) needs no job of its own: the sweep finds it at most half a minute
 * late, and the queue does not have to keep it until then.
 */
export function leftToSweep(delayMs: number): boolean {
  return delayMs > 3_600_000;
}

/** Makes the id of an overdue job differ from the one that was lost, but not within one sweep. */
export function sweepId(parts: readonly (string | number)[], now: number): string {
  return [...parts, 'sweep', Math.floor(now / everyMs)].join('-');
}
