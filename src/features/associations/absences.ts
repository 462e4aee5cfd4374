import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { Colleagues } from './colleagues.js';

export interface AbsenceOf {
  readonly personId: string;
  readonly deputyId: string;
  readonly from: string;
  readonly until: string;
}

/** Holidays of organisers: whoever stands in is the one to call, and sees the work of who is away. */
@Injectable()
export class Absences {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
  ) {}

  /** @throws ProblemError not-found for an organisation of others, invalid-input for somebody who is no colleague */
  async put(actor: PersonActor, organisationId: string, absence: AbsenceOf): Promise<void> {
    refuseForeign(actor, organisationId);
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const known = new Set((await this.colleagues.of(tx, [organisationId])).map(({ personId }) => personId));
      for (const field of ['personId', 'deputyId'] as const) {
        if (!known.has(absence[field])) throw noColleague(`/${field}`);
      }
      if (absence.personId === absence.deputyId) throw noColleague('/deputyId');
      await tx.query(
        `INSERT INTO absence (municipality_id, association_id, person_id, deputy_id, away_from, away_until)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (municipality_id, association_id, person_id) DO UPDATE
           SET deputy_id = EXCLUDED.deputy_id, away_from = EXCLUDED.away_from, away_until = EXCLUDED.away_until`,
        [actor.municipalityId, organisationId, absence.personId, absence.deputyId, absence.from, absence.until],
      );
      tx.append('work.touched', { associationId: organisationId });
    });
  }

  async end(actor: PersonActor, organisationId: string): Promise<void> {
    refuseForeign(actor, organisationId);
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      await tx.query('DELETE FROM absence WHERE municipality_id = $1 AND association_id = $2 AND person_id = $3', [
        actor.municipalityId,
        organisationId,
        actor.personId,
      ]);
      tx.append('work.touched', { associationId: organisationId });
    });
  }
}

function refuseForeign(actor: PersonActor, organisationId: string): void {
  if (!organisationsOf(actor).includes(organisationId)) throw new ProblemError('not-found');
}

function noColleague(path: string): ProblemError {
  return new ProblemError('invalid-input', {
    errors: [{ path, message: 'Choose another coordinator or desk worker of the same organisation' }],
  });
}
