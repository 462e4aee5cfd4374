import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { WallThanksStore } from './wall-thanks.store.js';

/** What somebody offered for the wall goes with them. */
@Injectable()
@HoldsPersonalData('thanks-wall', 15)
export class WallData implements PersonalDataHolder {
  constructor(@Inject(WallThanksStore) private readonly store: WallThanksStore) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const words = await this.store.ofAuthor(tx, personId);
    return { offered: words.map(({ text, status, offeredAt }) => ({ text, status, sentAt: offeredAt })) };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    await this.store.forgetAuthor(tx, personId);
  }
}

/** Words leave the wall when they were there for their time. */
@Injectable()
@HandlesJob('help-requests.clear-wall')
export class ClearWall implements JobHandler<'help-requests.clear-wall'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WallThanksStore) private readonly store: WallThanksStore,
  ) {}

  async handle({ municipalityId }: JobMap['help-requests.clear-wall']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.store.removeOld(tx));
  }
}

/** A municipality with words on its wall that had their time. */
@Injectable()
@Sweeps('old-wall-thanks')
export class OldWallThanks implements OverdueWork {
  constructor(@Inject(WallThanksStore) private readonly store: WallThanksStore) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    if (!(await this.store.hasOld(tx))) return [];
    const { municipalityId } = tx.tenancy;
    return [
      {
        name: 'help-requests.clear-wall',
        data: { municipalityId },
        id: sweepId(['clear-wall', municipalityId], tx.now),
      },
    ];
  }
}
