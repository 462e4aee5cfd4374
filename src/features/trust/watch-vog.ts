import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { OwnLetters } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { today, TrustStore, vogToldDays } from './trust.store.js';

interface Watched {
  readonly person_id: string;
  readonly association_id: string;
  readonly tell: boolean;
  readonly lapse: boolean;
}

/** Certificates of which the end is near and nobody was told, or which are over and still count. */
const watched = `
  SELECT g.id, g.person_id, g.association_id, g.expires_on - ${vogToldDays} <= ${today} AND g.told_at IS NULL AS tell,
         g.expires_on <= ${today} AND g.lapsed_at IS NULL AS lapse
    FROM vog_check g WHERE g.municipality_id = $1 AND ($2::uuid IS NULL OR g.id = $2) AND g.ended_at IS NULL
     AND (g.expires_on - ${vogToldDays} <= ${today} AND g.told_at IS NULL OR g.expires_on <= ${today} AND g.lapsed_at IS NULL)
   ORDER BY g.expires_on LIMIT 200`;

/** Tells in time that a certificate of conduct ends, and lets it count no longer once it has. */
@Injectable()
@HandlesJob('trust.watch-vog')
export class WatchVog implements JobHandler<'trust.watch-vog'>, OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TrustStore) private readonly store: TrustStore,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.letters.register('vog-ending', async (tx, id) => {
      const [row] = await tx.query<{ expires_on: string; over: boolean; name: string }>(
        `SELECT g.expires_on::text, g.expires_on <= ${today} AS over, a.name FROM vog_check g
           JOIN association a ON a.municipality_id = g.municipality_id AND a.id = g.association_id
          WHERE g.municipality_id = $1 AND g.id = $2 AND g.ended_at IS NULL`,
        [tx.tenancy.municipalityId, id],
      );
      if (!row) return null;
      return {
        endsOn: Date.parse(`${row.expires_on}T12:00:00Z`),
        isOver: row.over,
        organisation: row.name,
        trustUrl: `${this.config.publicUrl}/gegevens/vertrouwen`,
      };
    });
  }

  async handle({ municipalityId, vogCheckId }: JobMap['trust.watch-vog']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await tx.query('SELECT 1 FROM vog_check WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
        municipalityId,
        vogCheckId,
      ]);
      const [found] = await tx.query<Watched>(watched, [municipalityId, vogCheckId]);
      if (!found) return;
      const { person_id: personId, association_id: associationId, lapse } = found;
      await tx.query(
        `UPDATE vog_check SET told_at = coalesce(told_at, app_now()), lapsed_at = CASE WHEN $3 THEN app_now() END
          WHERE municipality_id = $1 AND id = $2`,
        [municipalityId, vogCheckId, lapse],
      );
      if (lapse) await this.lapse(tx, vogCheckId, personId, associationId);
      tx.append('vog.ending', { vogCheckId, personId, associationId });
    });
  }

  private async lapse(tx: Transaction, aboutId: string, personId: string, associationId: string): Promise<void> {
    await this.store.followLevel(tx, personId);
    await this.audit.record(tx, { act: 'vog-lapsed', actorId: null, associationId, subjectId: personId, aboutId });
  }
}

/** Certificates that want a look now. */
@Injectable()
@Sweeps('vog')
export class EndingVogs implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(watched, [municipalityId, null]);
    return rows.map(({ id }) => ({
      name: 'trust.watch-vog',
      data: { municipalityId, vogCheckId: id },
      id: sweepId(['vog', id], tx.now),
    }));
  }
}
