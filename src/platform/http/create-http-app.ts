import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { Reflector, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppConfig } from '../config/app-config.js';
import { allowedSources } from './allowed-sources.js';
import { ProblemFilter } from '../errors/problem-filter.js';
import { ProblemError } from '../errors/problem-error.js';
import { toProblem } from '../errors/to-problem.js';
import { AccessGuard } from '../identity/access.guard.js';
import { NestLogger } from '../observability/nest-logger.js';
import { Metrics } from '../observability/metrics.js';
import { apiVersion } from '../openapi/openapi-document.js';
import { Readiness } from '../health/readiness.js';
import { RealtimeAdapter } from '../realtime/realtime-adapter.js';
import { RealtimeHub } from '../realtime/realtime-hub.js';
import { SocketAdmission } from '../realtime/socket-admission.js';
import { Clock } from '../time/clock.js';
import { believes, rateLimits } from './rate-limits.js';

/** Room for every text field at its longest, with JSON around it; more than that is not a request of ours. */
const largestBodyBytes = 256 * 1024;
/** A call that takes longer to arrive is held open on purpose; Fastify itself would wait for ever. */
const slowestCallMs = 60_000;
const operationsPaths = new Set(['/livez', '/readyz']);

/** The HTTP application, complete but not yet listening. */
export async function createHttpApp(
  module: DynamicModule,
  config: AppConfig,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: believes(config.trustProxy),
    bodyLimit: largestBodyBytes,
    requestTimeout: slowestCallMs,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    // An address that cannot be read reaches no route, and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error);
      void reply.header('API-Version', apiVersion).status(problem.status).type('application/problem+json');
      void reply.send(JSON.stringify(problem.toBody(request.id)));
    },
    // Error reports are ours; Fastify's own log would print URLs, and one-tap tokens stand in paths.
    logger: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  await protect(fastify, config);
  await serveAssets(fastify, config);
  observe(fastify, app, config);
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), config));
  app.useGlobalFilters(new ProblemFilter(logger));
  const hub = app.get(RealtimeHub);
  app.useWebSocketAdapter(new RealtimeAdapter(app, hub, config));
  await app.init();
  app.get(SocketAdmission).guard();
  return app;
}

async function protect(fastify: FastifyInstance, config: AppConfig): Promise<void> {
  // Nobody has a reason to send us plain text.
  fastify.removeContentTypeParser('text/plain');
  const secure = config.publicUrl.startsWith('https:');
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: allowedSources(config) },
    // A one-tap token stands in the path; no other site may learn it.
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  await fastify.register(fastifyCompress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  await fastify.register(fastifyRateLimit, rateLimits(config));
}

/** Files of the built web app; those with a hash in their name never change. */
async function serveAssets(fastify: FastifyInstance, config: AppConfig): Promise<void> {
  const root = join(config.webRoot, 'assets');
  if (!existsSync(root)) return;
  // Only where there is something to serve: a process without a web app needs none of it.
  const { default: fastifyStatic } = await import('@fastify/static');
  await fastify.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    setHeaders: (reply, path) => {
      const hashed = /-[\w-]{8,}\.\w+$/.test(path);
      void reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    },
  });
}

function observe(fastify: FastifyInstance, app: NestFastifyApplication, config: AppConfig): void {
  const metrics = app.get(Metrics);
  const clock = app.get(Clock);
  const readiness = app.get(Readiness);
  const servesWeb = config.roles.includes('web');
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('API-Version', apiVersion);
    void reply.header('Date-Of-Service', new Date(clock.now()).toISOString());
    if (!request.url.startsWith('/assets/')) void reply.header('Cache-Control', 'no-store');
    const isElsewhere = !servesWeb && !operationsPaths.has(request.url);
    // No name holds a NUL; a file system says so with an error of its own.
    done(isElsewhere || request.url.includes('%00') ? new ProblemError('not-found') : undefined);
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    // A kept connection would hold up the end, or bring one more request after it.
    if (readiness.isStopping) void reply.header('Connection', 'close');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.http.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
    done();
  });
}
