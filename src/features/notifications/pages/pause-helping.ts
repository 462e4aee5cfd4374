import { Inject, Injectable } from '@nestjs/common';
import { HelpingLimits } from '@app/features/people/index.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';

/** The pause of one neighbour, in that neighbour's own name. */
@Injectable()
export class PauseHelping {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpingLimits) private readonly limits: HelpingLimits,
  ) {}

  /** Until when; null without a pause; undefined for somebody without a helper profile. */
  pausedUntil(actor: PersonActor): Promise<number | null | undefined> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const [row] = await tx.query<{ paused_until: Date | null }>(
        'SELECT paused_until FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
        [actor.municipalityId, actor.personId],
      );
      const until = row?.paused_until?.getTime();
      return row && (until !== undefined && until > tx.now ? until : null);
    });
  }

  async pause(actor: PersonActor, until: number | null): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      await this.limits.pause(tx, personId, until);
    });
  }
}
