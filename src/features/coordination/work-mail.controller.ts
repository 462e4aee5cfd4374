import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { WorkMail } from './work-mail.js';

/** The mail a day of an organiser: whether it is wanted. */
@Controller()
export class WorkMailController {
  constructor(@Inject(WorkMail) private readonly mail: WorkMail) {}

  @Endpoint(operations.getWorkMail)
  async get(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.getWorkMail>> {
    return { wanted: await this.mail.wants(actor) };
  }

  @Endpoint(operations.putWorkMail)
  async put(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putWorkMail) { body }: OperationInput<typeof operations.putWorkMail>,
  ): Promise<OperationResult<typeof operations.putWorkMail>> {
    await this.mail.want(actor, body.wanted);
    return { wanted: body.wanted };
  }
}
