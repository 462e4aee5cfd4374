import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { Actor } from '@app/platform/identity/actor.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';

/** Signs out on this device: the token is worth nothing from now on, and its open sockets close. */
@Injectable()
export class EndSession {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async run(actor: Actor): Promise<void> {
    if (actor.kind === 'guest') return;
    const { municipalityId, personId, sessionId } = actor;
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await tx.query(
        'UPDATE session SET ended_at = app_now() WHERE municipality_id = $1 AND id = $2 AND ended_at IS NULL',
        [municipalityId, sessionId],
      );
      tx.append('person.signed-out', { personId, sessionId });
    });
    this.hub.endSession(sessionId);
  }
}
