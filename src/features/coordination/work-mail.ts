import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import type { WorkKind } from '@app/contracts/http/work-items.js';
import { Colleagues } from '@app/features/associations/index.js';
import { OwnLetters } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { WorkList } from './work-list.js';

/** A mail a day with how much waits, for who wants it: numbers of each kind, and nothing of anybody. */
@Injectable()
@HandlesJob('coordination.sum-up')
export class WorkMail implements JobHandler<'coordination.sum-up'>, OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkList) private readonly work: WorkList,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
    @Inject(OwnLetters) private readonly letters: OwnLetters,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.letters.register('work-waits', async (tx, personId) => {
      const counts = await this.waiting(tx, personId);
      if (counts.size === 0) return null;
      const { publicUrl } = this.config;
      return {
        counts: [...counts].map(([kind, count]) => ({ kind, count })),
        workUrl: `${publicUrl}/werklijst`,
        stopUrl: `${publicUrl}/werklijst/afwezig`,
      };
    });
  }

  async handle({ municipalityId, personId }: JobMap['coordination.sum-up']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      // Once a day, also when two sweeps plan it.
      const looked = await tx.query(
        `INSERT INTO work_mail (municipality_id, person_id, looked_on) VALUES ($1, $2, $3)
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET looked_on = EXCLUDED.looked_on
           WHERE work_mail.looked_on IS DISTINCT FROM EXCLUDED.looked_on AND work_mail.wanted RETURNING person_id`,
        [municipalityId, personId, localMoment(tx.now).day],
      );
      if (looked.length > 0 && (await this.waiting(tx, personId)).size > 0) tx.append('work.summed-up', { personId });
    });
  }

  wants(actor: PersonActor): Promise<boolean> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const [row] = await tx.query<{ wanted: boolean }>(
        'SELECT wanted FROM work_mail WHERE municipality_id = $1 AND person_id = $2',
        [actor.municipalityId, actor.personId],
      );
      return row?.wanted ?? true;
    });
  }

  async want(actor: PersonActor, wanted: boolean): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) =>
      tx.query(
        `INSERT INTO work_mail (municipality_id, person_id, wanted) VALUES ($1, $2, $3)
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET wanted = EXCLUDED.wanted`,
        [actor.municipalityId, actor.personId, wanted],
      ),
    );
  }

  /** How much waits of each kind where this person works and is not away; what runs by itself does not wait. */
  private async waiting(tx: Transaction, personId: string): Promise<ReadonlyMap<WorkKind, number>> {
    const rows = await tx.query<{ association_id: string }>(
      `SELECT association_id FROM membership WHERE municipality_id = $1 AND person_id = $2
          AND role IN ('coordinator', 'desk') AND association_id IS NOT NULL`,
      [tx.tenancy.municipalityId, personId],
    );
    const colleagues = await this.colleagues.of(
      tx,
      rows.map(({ association_id: id }) => id),
    );
    const present = colleagues.filter(
      (one) => one.personId === personId && !(one.away && one.away.from <= tx.now && tx.now < one.away.until),
    );
    const counts = new Map<WorkKind, number>();
    if (present.length === 0) return counts;
    const organisationIds = present.map(({ organisationId }) => organisationId);
    for (const kind of await this.work.kindsOf(tx, personId, organisationIds)) {
      if (kind !== 'running') counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  }
}
