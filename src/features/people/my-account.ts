import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { Me } from '@app/contracts/http/people.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { presentMe, type NamedMembership } from './me.presenter.js';
import { PersonStore } from './person.store.js';

type Change = OperationInput<typeof operations.putMe>['body'];

/** What people see and change of their own account, in their own name. */
@Injectable()
export class MyAccount {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonStore) private readonly people: PersonStore,
  ) {}

  read(actor: PersonActor): Promise<Me> {
    return this.unitOfWork.run(asPerson(actor), (tx) => this.present(tx, actor));
  }

  /** Replaces what a person told: a field that is left out is emptied. */
  change(actor: PersonActor, { givenName, familyName, phone, language, ageBand }: Change): Promise<Me> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      await this.people.change(tx, actor.personId, {
        givenName,
        familyName: familyName ?? null,
        phone: phone ?? null,
        language,
        ageBand: ageBand ?? null,
      });
      return this.present(tx, actor);
    });
  }

  private async present(tx: Transaction, { personId, memberships: counting, rolesHeldBack }: PersonActor): Promise<Me> {
    const person = (await this.people.read(tx, [personId])).get(personId);
    // Erased between the check of the session and this query.
    if (!person) throw new ProblemError('not-signed-in');
    const memberships = await tx.query<NamedMembership>(
      `SELECT m.role, m.association_id AS "associationId", a.name AS "associationName"
         FROM membership m
         LEFT JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
        WHERE m.municipality_id = $1 AND m.person_id = $2 ORDER BY m.created_at, m.id`,
      [tx.tenancy.municipalityId, personId],
    );
    const profiles = await tx.query('SELECT 1 FROM helper_profile WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
    const counted = memberships.filter(
      ({ role }) => rolesHeldBack !== true || counting.some((one) => one.role === role),
    );
    return presentMe(person, counted, profiles.length > 0, rolesHeldBack === true);
  }
}
