import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { DeskQuestionStore } from './desk-question.store.js';

/** Whether somebody may call who finds it heavy: theirs alone to say, and to take back until they were called. */
@Injectable()
export class KeepInTouch {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
  ) {}

  /** @throws ProblemError not-found, not-open */
  async set(actor: PersonActor, id: string, wanted: boolean): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.store.read(tx, id, true);
      if (row?.asker_id !== actor.personId) throw new ProblemError('not-found');
      if (row.status !== 'open') throw new ProblemError('not-open');
      if (row.keep_in_touch === wanted) return;
      await this.store.keepInTouch(tx, id, wanted);
      tx.append(wanted ? 'strain-signal.given' : 'strain-signal.taken-back', { questionId: id });
      if (row.owner_id !== null) tx.append('work.touched', { associationId: row.owner_id });
    });
  }
}
