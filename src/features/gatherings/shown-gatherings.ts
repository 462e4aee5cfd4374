import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ShowsAt, type ShownThing } from '@app/platform/pages/shown-things.js';
import { GatheringStore } from './gathering.store.js';

/** Gatherings that were announced, also when their last date is over: their page then says so. */
@Injectable()
@ShowsAt('/ontmoetingen/:id')
export class ShownGatherings implements ShownThing {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
  ) {}

  isShown(municipalityId: string, id: string): Promise<boolean> {
    return this.unitOfWork.run(
      asSystem(municipalityId),
      async (tx) => (await this.store.gathering(tx, id)) !== undefined,
    );
  }
}
