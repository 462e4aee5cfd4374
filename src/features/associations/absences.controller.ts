import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Absences } from './absences.js';

@Controller()
export class AbsencesController {
  constructor(@Inject(Absences) private readonly absences: Absences) {}

  @Endpoint(operations.putAbsence)
  async put(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putAbsence) { params, body }: OperationInput<typeof operations.putAbsence>,
  ): Promise<void> {
    await this.absences.put(actor, params.id, { ...body, personId: body.personId ?? actor.personId });
  }

  @Endpoint(operations.endAbsence)
  async end(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.endAbsence) { params }: OperationInput<typeof operations.endAbsence>,
  ): Promise<void> {
    await this.absences.end(actor, params.id);
  }
}
