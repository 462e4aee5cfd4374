import { Inject, Injectable } from '@nestjs/common';
import { lastActs, type LastAct } from '@app/contracts/http/last-acts.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';

interface Row {
  readonly act: LastAct['act'];
  readonly outcome: string | null;
  readonly at: Date;
  readonly actor_id: string;
}

/** What was done to $2 by these organisations $3, but never to whoever looks, $4. */
const newest = `
  SELECT act, outcome, at, actor_id FROM (
    SELECT e.act, e.reason AS outcome, e.at, e.actor_id FROM audit_entry e
     WHERE e.municipality_id = $1 AND e.about_id = $2 AND e.association_id = ANY ($3::uuid[])
       AND e.subject_id IS DISTINCT FROM $4 AND e.actor_id IS NOT NULL AND e.act = ANY ($5)
    UNION ALL
    SELECT 'looked-at', NULL, w.done_at, w.done_by FROM work_mark w
     WHERE w.municipality_id = $1 AND w.subject_id = $2 AND w.association_id = ANY ($3::uuid[])
       AND w.done_at IS NOT NULL AND w.done_by IS NOT NULL) acts
   ORDER BY at DESC LIMIT 1`;

/** Who was first, for an organiser who came second. Read from the trail, so it is what was done and not what is said. */
@Injectable()
export class LastActs {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  /** @throws ProblemError not-found also for what is of others */
  of(actor: PersonActor, subjectId: string): Promise<LastAct> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const [row] = await tx.query<Row>(newest, [
        actor.municipalityId,
        subjectId,
        organisationsOf(actor),
        actor.personId,
        lastActs,
      ]);
      if (!row) throw new ProblemError('not-found');
      const cards = await this.people.cardsOf(tx, [row.actor_id]);
      return {
        act: row.act,
        outcome: row.outcome,
        at: row.at.toISOString(),
        by: cards.get(row.actor_id)?.givenName ?? null,
        isYou: row.actor_id === actor.personId,
      };
    });
  }
}
