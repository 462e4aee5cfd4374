import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { RealtimeHub, rooms } from '@app/platform/realtime/realtime-hub.js';

/** Hints everyone of a circle, who waits included; they refetch it, where rights are checked. */
@Injectable()
@HandlesJob('circles.hint')
export class CircleHints implements JobHandler<'circles.hint'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async handle({ municipalityId, circleId }: JobMap['circles.hint']): Promise<void> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      asSystem(municipalityId),
      `SELECT caregiver_id AS id FROM circle WHERE municipality_id = $1 AND id = $2
       UNION SELECT person_id FROM circle_member WHERE municipality_id = $1 AND circle_id = $2`,
      [municipalityId, circleId],
    );
    for (const { id } of rows) this.hub.hint(rooms.person(id), 'circle.changed', { id: circleId });
  }
}

/** Finds out whom a question to take over is for: one member, or everyone who takes turns but the one who asks. */
@Injectable()
@HandlesJob('circles.tell-swap')
export class TellSwap implements JobHandler<'circles.tell-swap'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId, slotId }: JobMap['circles.tell-swap']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const rows = await tx.query<{ person_id: string }>(
        `SELECT m.person_id FROM circle_slot s
           JOIN circle_member m ON m.municipality_id = s.municipality_id AND m.circle_id = s.circle_id
            AND m.status = 'active' AND m.role <> 'casemanager' AND m.person_id <> s.taker_id
            AND (s.swap_to_id IS NULL OR m.person_id = s.swap_to_id)
          WHERE s.municipality_id = $1 AND s.id = $2 AND s.swap_asked`,
        [municipalityId, slotId],
      );
      const personIds = rows.map(({ person_id: id }) => id);
      if (personIds.length > 0) tx.append('circle.news', { news: 'swap-asked', subjectId: slotId, personIds });
    });
  }
}
