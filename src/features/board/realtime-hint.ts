import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { RealtimeHub, rooms } from '@app/platform/realtime/realtime-hub.js';

/** Hints people's own screens that something of theirs changed; they refetch it, where rights are checked. */
@Injectable()
@HandlesJob('realtime.hint')
export class RealtimeHint implements JobHandler<'realtime.hint'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async handle({ municipalityId, personIds, message, id, version }: JobMap['realtime.hint']): Promise<void> {
    if (message === 'ask.changed') {
      for (const personId of personIds) this.hub.hint(rooms.person(personId), 'ask.changed', { id });
      return;
    }
    const participants = await this.participants(municipalityId, id);
    for (const personId of new Set([...personIds, ...participants])) {
      this.hub.hint(rooms.person(personId), 'help-request.changed', { id, version });
    }
  }

  /** Who asked and whoever still has a place in it; a neighbour who withdrew has none. */
  private async participants(municipalityId: string, helpRequestId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query<{ person_id: string }>(
        `SELECT unnest(ARRAY[asker_id, posted_by_id]) AS person_id FROM help_request WHERE municipality_id = $1 AND id = $2
         UNION
         SELECT person_id FROM acceptance WHERE municipality_id = $1 AND help_request_id = $2 AND status <> 'withdrawn'`,
        [municipalityId, helpRequestId],
      ),
    );
    return rows.map(({ person_id }) => person_id);
  }
}
