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

  /** Of `ask.changed` the id is one ask of the persons named or, when none is named, the request whose asks changed. */
  async handle({ municipalityId, personIds, message, id, version }: JobMap['realtime.hint']): Promise<void> {
    if (message === 'ask.changed') {
      const asks =
        personIds.length > 0 ? personIds.map((personId) => ({ id, personId })) : this.asksOf(municipalityId, id);
      for (const ask of await asks) this.hub.hint(rooms.person(ask.personId), 'ask.changed', { id: ask.id });
      return;
    }
    if (message === 'conversation.changed') {
      for (const personId of personIds) this.hub.hint(rooms.person(personId), message, { id, version });
      return;
    }
    if (message === 'work.changed') {
      for (const personId of personIds) this.hub.hint(rooms.person(personId), message, { id });
      return;
    }
    const participants = await this.participants(municipalityId, id);
    for (const personId of new Set([...personIds, ...participants])) {
      this.hub.hint(rooms.person(personId), 'help-request.changed', { id, version });
    }
  }

  /** Asks of a request but those that were answered: whoever answered knows. */
  private asksOf(municipalityId: string, helpRequestId: string): Promise<{ id: string; personId: string }[]> {
    return this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query(
        `SELECT id, person_id AS "personId" FROM ask
          WHERE municipality_id = $1 AND help_request_id = $2 AND status NOT IN ('yes', 'no')`,
        [municipalityId, helpRequestId],
      ),
    );
  }

  /** Who asked, whoever still has a place in it and who looks after it; a neighbour who withdrew has none. */
  private async participants(municipalityId: string, helpRequestId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query<{ person_id: string }>(
        `SELECT unnest(ARRAY[asker_id, posted_by_id]) AS person_id FROM help_request WHERE municipality_id = $1 AND id = $2
         UNION
         SELECT person_id FROM acceptance WHERE municipality_id = $1 AND help_request_id = $2 AND status <> 'withdrawn'
         UNION
         SELECT m.person_id FROM help_request h
           JOIN association o ON o.municipality_id = h.municipality_id
            AND (o.id = h.association_id OR (h.escalation_level = 2
                 AND CASE WHEN h.called_in_id IS NULL THEN o.kind = 'desk' ELSE o.id = h.called_in_id END))
           JOIN membership m ON m.municipality_id = o.municipality_id AND m.association_id = o.id
            AND m.role IN ('coordinator', 'desk')
          WHERE h.municipality_id = $1 AND h.id = $2`,
        [municipalityId, helpRequestId],
      ),
    );
    return rows.map(({ person_id }) => person_id);
  }
}
