import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { AuditLog } from './audit/audit-log.js';
import { AuditTrailStore } from './audit/audit-trail.store.js';
import { ChainAudit, ExportAuditHead, OverdueAudit } from './audit/chain-audit.js';
import { AppConfig } from './config/app-config.js';
import { KeyRing } from './crypto/key-ring.js';
import { PersonVault } from './crypto/person-vault.js';
import { applicationDataSource } from './database/data-source.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { Municipalities } from './identity/municipalities.js';
import { SessionReader } from './identity/session-reader.js';
import { SessionStrategy } from './identity/session.strategy.js';
import { VisitorCookie } from './identity/visitor-cookie.js';
import { LOGGER } from './observability/logger.js';
import { Metrics } from './observability/metrics.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { Listener } from './outbox/listener.js';
import { REACTIONS, type Reactions } from './outbox/reactions.js';
import { Relay } from './outbox/relay.js';
import { Sweep } from './outbox/sweep.js';
import { ShownThings } from './pages/shown-things.js';
import { PushSender } from './push/push-sender.js';
import { PersonalDataHolders } from './personal-data/personal-data.js';
import { JobRunner } from './queue/job-runner.js';
import { QueueEngine } from './queue/queue-engine.js';
import { RealtimeHub } from './realtime/realtime-hub.js';
import { SocketAdmission } from './realtime/socket-admission.js';
import { Clock } from './time/clock.js';

export interface PlatformParts {
  readonly config: AppConfig;
  readonly logger: Logger;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly reactions: readonly Reactions[];
}

const services = [
  AuditLog,
  AuditTrailStore,
  ChainAudit,
  ExportAuditHead,
  OverdueAudit,
  UnitOfWork,
  PersonVault,
  Municipalities,
  SessionReader,
  SessionStrategy,
  VisitorCookie,
  Metrics,
  Readiness,
  Listener,
  Relay,
  Sweep,
  PersonalDataHolders,
  JobRunner,
  QueueEngine,
  RealtimeHub,
  SocketAdmission,
  Clock,
  PushSender,
  ShownThings,
];

/** Tools without business, available to every feature. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, entities, reactions }: PlatformParts): DynamicModule {
    const values = [
      { provide: AppConfig, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: REACTIONS, useValue: reactions },
      { provide: KeyRing, useValue: new KeyRing(config.encryptionKey) },
      {
        provide: DataSource,
        useFactory: () =>
          applicationDataSource({
            url: config.databaseUrl,
            poolSize: config.databasePool,
            entities,
            onPoolError: (error) => logger.warn({ err: error }, 'database connection lost'),
          }).initialize(),
      },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, OpenApiController],
      providers: [...values, ...services],
      exports: [AppConfig, LOGGER, KeyRing, DataSource, ...services],
    };
  }
}
