import { Inject, Injectable } from '@nestjs/common';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { Colleagues } from '@app/features/associations/index.js';
import { Accompaniments } from '@app/features/trust/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { workItemKey, type WorkItemKey } from './work-item-id.js';
import { WorkList } from './work-list.js';
import { WorkMarksStore } from './work-marks.store.js';

/** Looking is all there is to do with these; a request is done by what is done with the request. */
const doneByLooking = new Set<WorkItemKey['kind']>(['first-match', 'accompany', 'sanction', 'welcome']);

/** An organiser takes an item, hands it over or ticks it off. Of two at once the second is told. */
@Injectable()
export class MarkWorkItem {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkList) private readonly work: WorkList,
    @Inject(WorkMarksStore) private readonly marks: WorkMarksStore,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
    @Inject(Accompaniments) private readonly accompaniments: Accompaniments,
  ) {}

  assign(actor: PersonActor, id: string, version: number, personId: string | null): Promise<WorkItem> {
    return this.change(actor, id, async (tx, key) => {
      await this.work.one(tx, actor, key);
      if (personId !== null) await this.refuseStranger(tx, key.organisationId, personId);
      await this.marks.assign(tx, key, version, personId);
      return this.work.one(tx, actor, key);
    });
  }

  finish(actor: PersonActor, id: string, version: number): Promise<void> {
    return this.change(actor, id, async (tx, key) => {
      await this.work.one(tx, actor, key);
      if (!doneByLooking.has(key.kind)) {
        throw new ProblemError('not-open', {
          detail: 'Dit is klaar als u er iets mee doet: keur goed, bel of beslis.',
        });
      }
      await this.marks.finish(tx, key, version, actor.personId);
      if (key.kind === 'accompany') await this.accompaniments.setDone(tx, actor, key.subjectId, true);
    });
  }

  reopen(actor: PersonActor, id: string): Promise<WorkItem> {
    return this.change(actor, id, async (tx, key) => {
      if (!organisationsOf(actor).includes(key.organisationId) || !(await this.marks.reopen(tx, key))) {
        throw new ProblemError('not-found');
      }
      if (key.kind === 'accompany') await this.accompaniments.setDone(tx, actor, key.subjectId, false);
      return this.work.one(tx, actor, key);
    });
  }

  private change<T>(
    actor: PersonActor,
    id: string,
    work: (tx: Transaction, key: WorkItemKey) => Promise<T>,
  ): Promise<T> {
    const key = workItemKey(id);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const result = await work(tx, key);
      const colleagues = await this.colleagues.of(tx, [key.organisationId]);
      tx.append('work-item.changed', {
        associationId: key.organisationId,
        personIds: colleagues.map(({ personId }) => personId),
      });
      return result;
    });
  }

  private async refuseStranger(tx: Transaction, organisationId: string, personId: string): Promise<void> {
    const colleagues = await this.colleagues.of(tx, [organisationId]);
    if (colleagues.some((one) => one.personId === personId)) return;
    throw new ProblemError('invalid-input', {
      errors: [{ path: '/personId', message: 'Choose a coordinator or desk worker of the same organisation' }],
    });
  }
}
