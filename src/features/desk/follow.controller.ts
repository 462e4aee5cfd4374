import { Controller, Inject } from '@nestjs/common';
import type { Followed } from '@app/contracts/http/follow.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentActor, CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { FollowCodes } from './follow-codes.js';
import { FollowUp } from './follow-up.js';

/** Following what was asked by telephone, with a code instead of an account. */
@Controller()
export class FollowController {
  constructor(
    @Inject(FollowCodes) private readonly codes: FollowCodes,
    @Inject(FollowUp) private readonly followUp: FollowUp,
  ) {}

  @Endpoint(operations.makeQuestionFollowCode)
  ofQuestion(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.makeQuestionFollowCode) { params }: OperationInput<typeof operations.makeQuestionFollowCode>,
  ): Promise<OperationResult<typeof operations.makeQuestionFollowCode>> {
    return this.codes.ofQuestion(actor, params.id);
  }

  @Endpoint(operations.makeRequestFollowCode)
  ofRequest(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.makeRequestFollowCode) { params }: OperationInput<typeof operations.makeRequestFollowCode>,
  ): Promise<OperationResult<typeof operations.makeRequestFollowCode>> {
    return this.codes.ofRequest(actor, params.id);
  }

  @Endpoint(operations.follow)
  follow(
    @CurrentActor() { municipalityId }: Actor,
    @Input(operations.follow) { body }: OperationInput<typeof operations.follow>,
  ): Promise<Followed> {
    return this.followUp.look(municipalityId, body.code);
  }
}
