import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';

/** Whether somebody willing wants letters of coordinators, in that person's own name. */
@Injectable()
export class InvitationChoice {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @throws ProblemError not-found for who did not say how they want to help */
  async read(actor: PersonActor): Promise<{ invitations: boolean }> {
    return one(
      await this.unitOfWork.query(
        asPerson(actor),
        'SELECT invitations FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
        [actor.municipalityId, actor.personId],
      ),
    );
  }

  /** @throws ProblemError not-found for who did not say how they want to help */
  async change(actor: PersonActor, invitations: boolean): Promise<{ invitations: boolean }> {
    return one(
      await this.unitOfWork.query(
        asPerson(actor),
        `UPDATE helper_profile SET invitations = $3 WHERE municipality_id = $1 AND person_id = $2 RETURNING invitations`,
        [actor.municipalityId, actor.personId, invitations],
      ),
    );
  }
}

function one([row]: readonly { readonly invitations: boolean }[]): { invitations: boolean } {
  if (!row) throw new ProblemError('not-found', { detail: 'U heeft nog niet gezegd hoe u wilt helpen.' });
  return { invitations: row.invitations };
}
