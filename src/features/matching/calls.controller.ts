import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { CallNeighbour } from './call-neighbour.js';
import { RecordCall } from './record-call.js';

/** The call list: asking neighbours by telephone, one after the other. */
@Controller()
export class CallsController {
  constructor(
    @Inject(CallNeighbour) private readonly call: CallNeighbour,
    @Inject(RecordCall) private readonly record: RecordCall,
  ) {}

  @Endpoint(operations.callNextNeighbour)
  async next(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.callNextNeighbour) { params, body }: OperationInput<typeof operations.callNextNeighbour>,
  ): Promise<OperationResult<typeof operations.callNextNeighbour>> {
    return { call: await this.call.next(actor, params.id, body.reason) };
  }

  @Endpoint(operations.recordCallOutcome)
  async outcome(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.recordCallOutcome) { params, body }: OperationInput<typeof operations.recordCallOutcome>,
  ): Promise<OperationResult<typeof operations.recordCallOutcome>> {
    return { status: await this.record.run(actor, params.id, body.outcome) };
  }
}
