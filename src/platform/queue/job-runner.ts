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
    const stop = this.metrics.jobs.startTimer({ job: job.name });
    try {
      await handler.handle(job.data as never, runningJob(job));
      stop({ result: 'done' });
    } catch (error) {
      stop({ result: 'failed' });
      this.logger.warn(
        { job: job.name, jobId: job.id, attempt: job.attemptsMade + 1, err: error },
        'job failed, will be tried again',
      );
      // The queue stores an error's text; a driver's text may quote a value, so it gets only the name of ours.
      // oxlint-disable-next-line preserve-caught-error -- the cause is exactly what must not be kept
      throw new Error(error instanceof Error ? error.name : 'unknown failure');
    }
  }
}

function runningJob(job: Job): RunningJob {
  return { id: job.id ?? '', attempt: job.attemptsMade + 1 };
}
