import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { ReplyDoor } from '../features/conversations/index.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { Readiness } from '../platform/health/readiness.js';
import { Metrics } from '../platform/observability/metrics.js';
import { Relay } from '../platform/outbox/relay.js';
import { Sweep } from '../platform/outbox/sweep.js';
import { JobRunner } from '../platform/queue/job-runner.js';
import { QueueEngine } from '../platform/queue/queue-engine.js';
import { Clock } from '../platform/time/clock.js';
import type { Engines } from './engines.js';

/** How long a stop may take before the process goes anyway. */
export const drainMs = 20_000;

/** How long a web process goes on answering after /readyz said stop, so that a proxy can notice and send no more. */
const noticeMs = 2_000;

export interface RunningApplication {
  /** Takes no new work, ends the work in hand, lets go of every connection. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts the roles this process has, and serves. */
export async function runApplication({ config, sink }: Engines, logger: Logger): Promise<RunningApplication> {
  const app = await createHttpApp(AppModule.with({ config, logger, sink }), config, logger);
  await app.get(Clock).measure();
  // Finds a missing or double handler in every role, not only in the one that would trip over it.
  app.get(JobRunner).handlers();
  if (config.roles.includes('worker')) {
    app.get(JobRunner).start();
    await app.get(ReplyDoor).open();
  }
  if (config.roles.includes('relay')) {
    app.get(Relay).start();
    app.get(Sweep).start();
  }
  await app.listen(config.port, config.host);
  const metrics = await serveMetrics(app.get(Metrics), config.metricsPort, logger);
  let stopping: Promise<void> | undefined;
  const graceMs = config.roles.includes('web') && !config.demonstration ? noticeMs : 0;
  return { stop: () => (stopping ??= stop(app, metrics, graceMs)) };
}

async function stop(app: NestFastifyApplication, metrics: Server | undefined, graceMs: number): Promise<void> {
  app.get(Readiness).announceStop();
  const noticed = pause(graceMs);
  await app.get(ReplyDoor).close();
  await app.get(Relay).stop();
  await app.get(QueueEngine).stopWorkers();
  const dataSource = app.get(DataSource);
  await noticed;
  await app.close();
  metrics?.close();
  if (dataSource.isInitialized) await dataSource.destroy();
}

/** Metrics are for this machine only, on a port of their own. */
async function serveMetrics(metrics: Metrics, port: number, logger: Logger): Promise<Server | undefined> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text);
    });
  });
  return new Promise((resolve) => {
    server.once('error', () => {
      logger.warn({ port }, 'metrics port is taken, metrics are off; set METRICS_PORT to another one');
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
