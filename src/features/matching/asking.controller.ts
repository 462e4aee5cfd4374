import { Controller, Inject } from '@nestjs/common';
import type { AskedWave, AskingPolicyView } from '@app/contracts/http/asking.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AskingPolicies } from './asking-policies.js';
import { RequestAsks } from './request-asks.js';

/** For organisers: who was asked and why, and how asking is set. */
@Controller()
export class AskingController {
  constructor(
    @Inject(RequestAsks) private readonly asks: RequestAsks,
    @Inject(AskingPolicies) private readonly policies: AskingPolicies,
  ) {}

  @Endpoint(operations.listRequestAsks)
  async list(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listRequestAsks) { params }: OperationInput<typeof operations.listRequestAsks>,
  ): Promise<{ waves: AskedWave[] }> {
    return { waves: await this.asks.list(actor, params.id) };
  }

  @Endpoint(operations.getAskingPolicy)
  read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getAskingPolicy) { params }: OperationInput<typeof operations.getAskingPolicy>,
  ): Promise<AskingPolicyView> {
    return this.policies.read(actor, params.id);
  }

  @Endpoint(operations.putAskingPolicy)
  change(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putAskingPolicy) { params, body }: OperationInput<typeof operations.putAskingPolicy>,
  ): Promise<AskingPolicyView> {
    return this.policies.change(actor, params.id, body);
  }
}
