import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { Participation } from '@app/contracts/http/participation.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { isMonitor, organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { ParticipationReadModel } from './participation.read-model.js';

/** Figures of participation, for those who follow them. */
@Controller()
export class ParticipationController {
  constructor(@Inject(ParticipationReadModel) private readonly figures: ParticipationReadModel) {}

  @Endpoint(operations.getParticipation)
  async read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getParticipation) { params, query }: OperationInput<typeof operations.getParticipation>,
  ): Promise<Participation> {
    const { associationId } = query;
    const figures =
      associationId === undefined
        ? isMonitor(actor) && (await this.figures.readInside(actor.municipalityId, params.id, query))
        : organisationsOf(actor).includes(associationId) &&
          (await this.figures.readExact(actor.municipalityId, params.id, { ...query, associationId }));
    // Of one organisation nobody else sees anything: beside those of the whole its figures would tell of few people.
    if (!figures) throw new ProblemError('not-found');
    return figures;
  }
}
