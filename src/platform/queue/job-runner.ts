import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { jobQueues, queueNames, type JobName } from '@app/contracts/jobs/job-map.js';
import { AppConfig } from '../config/app-config.js';
import { LOGGER } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { HANDLES_JOB, type JobHandler, type RunningJob } from './job-handler.js';
import { QueueEngine } from './queue-engine.js';
import { travellersIn } from './travelling-jobs.js';

type AnyHandler = JobHandler<JobName>;

/** Finds every handler, checks that each job has exactly one, and runs jobs when this process is a worker. */
@Injectable()
export class JobRunner {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(QueueEngine) private readonly engine: QueueEngine,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Handlers by job name. @throws when a job has none or two. */
  handlers(): ReadonlyMap<JobName, AnyHandler> {
    const found = new Map<JobName, AnyHandler>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const name = this.reflector.get<JobName | undefined>(HANDLES_JOB, metatype);
      if (name === undefined) continue;
      if (found.has(name)) throw new Error(`Job ${name} has two handlers`);
      found.set(name, instance as AnyHandler);
    }
    const missing = (Object.keys(jobQueues) as JobName[]).filter((name) => !found.has(name));
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.join(', ')}`);
    return found;
  }

  /** Starts working on all queues. */
  start(): void {
    const handlers = this.handlers();
    for (const name of queueNames) {
      const concurrency = name === 'bulk' ? 2 : this.config.workerConcurrency;
      this.engine.work(name, (job) => this.run(handlers, job), concurrency);
    }
  }

  private async run(handlers: ReadonlyMap<JobName, AnyHandler>, job: Job): Promise<void> {
    const handler = handlers.get(job.name as JobName);
    if (!handler) throw new Error(`No handler for job ${job.name}`);
    const attempt = job.attemptsMade + 1;
    const travellers = travellersIn(job.data, job.id ?? '');
    if (travellers.length > 1 && (await this.runTogether(job.name, handler, travellers))) return;
    const failures = await Promise.all(
      travellers.map(({ id, data }) => this.runOne(job.name, handler, data, { id, attempt })),
    );
    const failed = travellers.filter((_, index) => failures[index] !== undefined);
    if (failed.length === 0) return;
    // Who has arrived need not travel again.
    if (failed.length < travellers.length) await job.updateData({ travellers: failed }).catch(() => undefined);
    // The queue stores an error's text; a driver's text may quote a value, so it gets only the name of ours.
    throw new Error(failures.find((failure) => failure !== undefined));
  }

  /** @returns whether it is done; what cannot be done together is done one by one, so that one cannot hold up the rest */
  private async runTogether(
    name: string,
    handler: AnyHandler,
    travellers: readonly { readonly data: unknown }[],
  ): Promise<boolean> {
    if (!handler.handleTogether) return false;
    const stops = travellers.map(() => this.metrics.jobs.startTimer({ job: name }));
    try {
      await handler.handleTogether(travellers.map(({ data }) => data as never));
      for (const stop of stops) stop({ result: 'done' });
      return true;
    } catch (error) {
      this.logger.warn({ job: name, count: travellers.length, err: error }, 'jobs failed together, one by one now');
      return false;
    }
  }

  /** @returns the name of what went wrong, if anything did */
  private async runOne(name: string, handler: AnyHandler, data: unknown, job: RunningJob): Promise<string | undefined> {
    const stop = this.metrics.jobs.startTimer({ job: name });
    try {
      await handler.handle(data as never, job);
      stop({ result: 'done' });
      return undefined;
    } catch (error) {
      stop({ result: 'failed' });
      this.logger.warn(
        { job: name, jobId: job.id, attempt: job.attempt, err: error },
        'job failed, will be tried again',
      );
      return error instanceof Error ? error.name : 'unknown failure';
    }
  }
}
