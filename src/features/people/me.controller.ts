import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { MyAccount } from './my-account.js';

@Controller()
export class MeController {
  constructor(@Inject(MyAccount) private readonly account: MyAccount) {}

  @Endpoint(operations.getMe)
  get(@CurrentPerson() person: PersonActor): Promise<OperationResult<typeof operations.getMe>> {
    return this.account.read(person);
  }

  @Endpoint(operations.putMe)
  put(
    @CurrentPerson() person: PersonActor,
    @Input(operations.putMe) { body }: OperationInput<typeof operations.putMe>,
  ): Promise<OperationResult<typeof operations.putMe>> {
    return this.account.change(person, body);
  }
}
