import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { ThanksView } from '@app/contracts/http/thanks.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Thanks } from './thanks.js';

/** Thanks after a help, from either side. */
@Controller()
export class ThanksController {
  constructor(@Inject(Thanks) private readonly thanks: Thanks) {}

  @Endpoint(operations.getThanks)
  get(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getThanks) { params }: OperationInput<typeof operations.getThanks>,
  ): Promise<ThanksView> {
    return this.thanks.of(actor, params.id);
  }

  @Endpoint(operations.giveThanks)
  async give(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.giveThanks) { params, body }: OperationInput<typeof operations.giveThanks>,
  ): Promise<ThanksView> {
    await this.thanks.give(actor, params.id, body.text, body.onWall);
    return this.thanks.of(actor, params.id);
  }
}
