import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { KnownAsker } from '@app/contracts/http/intake.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { KnownAskers } from './known-askers.js';

/** What an organiser needs while somebody is on the telephone. */
@Controller()
export class IntakeController {
  constructor(@Inject(KnownAskers) private readonly askers: KnownAskers) {}

  @Endpoint(operations.findKnownAskers)
  async find(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.findKnownAskers) { body }: OperationInput<typeof operations.findKnownAskers>,
  ): Promise<{ people: KnownAsker[] }> {
    return { people: await this.askers.find(actor, body) };
  }
}
