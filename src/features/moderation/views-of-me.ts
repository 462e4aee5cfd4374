import { Inject, Injectable } from '@nestjs/common';
import { viewedDetails, type DetailView, type ViewReason } from '@app/contracts/http/contact-views.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';

const most = 200;

interface ViewRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly organisation: string | null;
  readonly reason: ViewReason;
  readonly details: string;
}

/** Who looked at somebody's personal details, for that somebody and for nobody else. */
@Injectable()
export class ViewsOfMe {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  list(actor: PersonActor): Promise<DetailView[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await tx.query<ViewRow>(
        `SELECT e.id, e.at, e.actor_id, a.name AS organisation, e.reason, e.details
           FROM audit_entry e
           LEFT JOIN association a ON a.municipality_id = e.municipality_id AND a.id = e.association_id
          WHERE e.municipality_id = $1 AND e.subject_id = $2 AND e.act = 'contact-viewed'
          ORDER BY e.at DESC, e.id DESC LIMIT ${most}`,
        [actor.municipalityId, actor.personId],
      );
      const cards = await this.people.cardsOf(
        tx,
        rows.map(({ actor_id: id }) => id),
      );
      return rows.map(({ id, at, actor_id: actorId, organisation, reason, details }) => {
        const names = Object.keys(JSON.parse(details) as object);
        return {
          id,
          at: at.toISOString(),
          by: { givenName: cards.get(actorId)?.givenName ?? null, organisation },
          reason,
          shown: viewedDetails.filter((name) => names.includes(name)),
        };
      });
    });
  }
}
