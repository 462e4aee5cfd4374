import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { managing } from '../managing.policy.js';

type Managed = OperationResult<typeof operations.listManagedAssociations>;

/** The organisations whose settings somebody may see. */
@Injectable()
export class ManagedAssociations {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async list(actor: PersonActor): Promise<Managed> {
    const rows = await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) =>
      tx.query<Managed['associations'][number]>(
        `SELECT id, kind, name, status,
                CASE status WHEN 'preparing' THEN cardinality(planned_area)
                     ELSE (SELECT count(*)::int FROM association_area a
                            WHERE a.municipality_id = association.municipality_id AND a.association_id = association.id)
                END AS neighbourhoods
           FROM association WHERE municipality_id = $1 ORDER BY kind = 'desk' DESC, name, id`,
        [actor.municipalityId],
      ),
    );
    return { associations: rows.filter(({ id }) => managing(actor, id) !== 'none') };
  }
}
