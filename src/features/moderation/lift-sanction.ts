import { Inject, Injectable } from '@nestjs/common';
import { PersonStanding } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { sanctionPlace, SanctionStore } from './sanction.store.js';

/** A coordinator ends what holds before its time, and says why. What waits for a second look is decided there. */
@Injectable()
export class LiftSanction {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SanctionStore) private readonly store: SanctionStore,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async run(actor: PersonActor, id: string, explanation: string, seen: number | undefined): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const sanction = await this.store.read(tx, id, true);
      const mine = organisationsOf(actor);
      if (!sanction || !mine.includes(sanction.association_id) || sanction.person_id === actor.personId)
        throw new ProblemError('not-found');
      if (seen === undefined) throw new ProblemError('if-match-required');
      if (sanction.version !== seen) throw new ProblemError('stale-version');
      const { person_id: personId, association_id: associationId, until } = sanction;
      const isOver = sanction.ended_at !== null || (until !== null && until.getTime() <= tx.now);
      if (isOver || sanction.appeal_status === 'open') throw new ProblemError('not-active-any-more');
      const cipher = await this.vault.cipherOf(tx, personId);
      await this.store.lift(tx, id, cipher.seal(explanation, sanctionPlace('lifted_enc', id)));
      const { bars, removed } = await this.store.standingOf(tx, personId);
      await this.standing.setBars(tx, personId, bars);
      if (!removed) await this.standing.letIn(tx, personId);
      await this.audit.record(tx, {
        act: 'sanction-lifted',
        actorId: actor.personId,
        associationId,
        subjectId: personId,
        aboutId: id,
      });
      tx.append('sanction.lifted', { sanctionId: id, personId });
      tx.append('work.touched', { associationId });
    });
  }
}
