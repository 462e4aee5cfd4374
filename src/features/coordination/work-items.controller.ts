import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { expectedVersion } from '@app/platform/http/if-match.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { ApproveTogether } from './approve-together.js';
import { LastActs } from './last-act.js';
import { MarkWorkItem } from './mark-work-item.js';
import { WorkList } from './work-list.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = OperationResult<(typeof operations)[K]>;

/** The work list of coordinators and the desk. */
@Controller()
export class WorkItemsController {
  constructor(
    @Inject(WorkList) private readonly work: WorkList,
    @Inject(MarkWorkItem) private readonly mark: MarkWorkItem,
    @Inject(ApproveTogether) private readonly together: ApproveTogether,
    @Inject(LastActs) private readonly lastActs: LastActs,
  ) {}

  @Endpoint(operations.listWorkItems)
  list(@CurrentPerson() actor: PersonActor): Promise<Out<'listWorkItems'>> {
    return this.work.list(actor);
  }

  @Endpoint(operations.assignWorkItem)
  assign(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.assignWorkItem) { params, headers, body }: In<'assignWorkItem'>,
  ): Promise<WorkItem> {
    return this.mark.assign(actor, params.id, expectedVersion(headers), body.personId);
  }

  @Endpoint(operations.finishWorkItem)
  async finish(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.finishWorkItem) { params, headers }: In<'finishWorkItem'>,
  ): Promise<void> {
    await this.mark.finish(actor, params.id, expectedVersion(headers));
  }

  @Endpoint(operations.reopenWorkItem)
  reopen(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.reopenWorkItem) { params }: In<'reopenWorkItem'>,
  ): Promise<WorkItem> {
    return this.mark.reopen(actor, params.id);
  }

  @Endpoint(operations.getLastAct)
  lastAct(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getLastAct) { params }: In<'getLastAct'>,
  ): Promise<Out<'getLastAct'>> {
    return this.lastActs.of(actor, params.id);
  }

  @Endpoint(operations.approveTogether)
  approve(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.approveTogether) { body }: In<'approveTogether'>,
  ): Promise<Out<'approveTogether'>> {
    return this.together.run(actor, body.helpRequestIds);
  }
}
