import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { Colleagues } from '@app/features/associations/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { RealtimeHub, rooms } from '@app/platform/realtime/realtime-hub.js';

/** Something on the list of an organisation came or went: whoever works there now fetches it again. */
@Injectable()
@HandlesJob('coordination.hint-list')
export class HintList implements JobHandler<'coordination.hint-list'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async handle({ municipalityId, associationId }: JobMap['coordination.hint-list']): Promise<void> {
    const colleagues = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      this.colleagues.of(tx, [associationId]),
    );
    for (const { personId } of colleagues) this.hub.hint(rooms.person(personId), 'work.changed', { id: associationId });
  }
}
