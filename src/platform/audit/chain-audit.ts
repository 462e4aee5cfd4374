import { appendFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { AppConfig } from '../config/app-config.js';
import { asSystem } from '../database/tenancy.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { LOGGER } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import type { Reactions } from '../outbox/reactions.js';
import { sweepId, Sweeps, type OverdueWork } from '../outbox/sweep.js';
import { HandlesJob, type JobHandler } from '../queue/job-handler.js';
import { localMoment } from '../time/local-clock.js';
import { AuditTrailStore } from './audit-trail.store.js';

/** Puts new entries in the chain of their municipality, after the act was committed. */
@Injectable()
@HandlesJob('audit.chain')
export class ChainAudit implements JobHandler<'audit.chain'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrailStore) private readonly trail: AuditTrailStore,
  ) {}

  async handle({ municipalityId }: JobMap['audit.chain']): Promise<void> {
    for (;;) {
      const chained = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.trail.chainPending(tx));
      if (chained === 0) return;
    }
  }
}

/**
 * Hands the end of the chain out of the database once a day, to the log, to the metrics and to a file: whoever changes
 * the trail afterwards cannot change those.
 */
@Injectable()
@HandlesJob('audit.export-head')
export class ExportAuditHead implements JobHandler<'audit.export-head'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrailStore) private readonly trail: AuditTrailStore,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async handle({ municipalityId }: JobMap['audit.export-head']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const { day } = localMoment(tx.now);
      const head = await this.trail.keepHead(tx, day);
      if (!head) return;
      // Before the commit: a head that is noted but was never handed out would be worth nothing.
      if (this.config.auditHeadsFile) {
        await appendFile(this.config.auditHeadsFile, `${JSON.stringify({ day, ...head })}\n`, { mode: 0o600 });
      }
      this.logger.info({ day, ...head }, 'head of the audit trail');
      this.metrics.auditHead.set({ municipality: municipalityId }, head.sequence);
    });
  }
}

/** Entries whose job was lost, and the head of a day that has none yet. */
@Injectable()
@Sweeps('audit')
export class OverdueAudit implements OverdueWork {
  constructor(@Inject(AuditTrailStore) private readonly trail: AuditTrailStore) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const data = { municipalityId: tx.tenancy.municipalityId };
    const jobs: AnyPlannedJob[] = [];
    if (await this.trail.hasOverdue(tx)) {
      jobs.push({ name: 'audit.chain', data, id: sweepId([data.municipalityId, 'audit'], tx.now) });
    }
    if (!(await this.trail.hasHead(tx, localMoment(tx.now).day))) {
      jobs.push({ name: 'audit.export-head', data, id: sweepId([data.municipalityId, 'head'], tx.now) });
    }
    return jobs;
  }
}

/** What a new entry wants done. */
export const auditReactions: Reactions = {
  'audit.recorded': ({ id, municipalityId }) => [{ name: 'audit.chain', id: `${id}-chain`, data: { municipalityId } }],
};
