import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { Participation } from '@app/contracts/http/participation.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { figureView } from './participation.policy.js';
import { withoutSmallNumbers } from './participation.presenter.js';
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
    const view = figureView(actor, query.associationId);
    const figures = view === 'none' ? undefined : await this.figures.read(actor.municipalityId, params.id, query);
    if (!figures) throw new ProblemError('not-found');
    return view === 'exact' ? figures : withoutSmallNumbers(figures);
  }
}
