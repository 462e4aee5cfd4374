import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { retention } from '@app/domain/kernel/retention.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentActor, CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { mayReadFeedback } from './feedback.policy.js';
import { FeedbackStore } from './feedback.store.js';

/** More than people write; enough to keep a program from filling the store. */
const mostInAnHour = 60;

@Controller()
export class FeedbackController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FeedbackStore) private readonly store: FeedbackStore,
  ) {}

  @Endpoint(operations.postFeedback)
  async post(
    @CurrentActor() { municipalityId }: Actor,
    @Input(operations.postFeedback) { body }: OperationInput<typeof operations.postFeedback>,
  ): Promise<OperationResult<typeof operations.postFeedback>> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      if ((await this.store.sentInLastHour(tx)) >= mostInAnHour) {
        throw new ProblemError('too-many-requests', { retryAfterSeconds: 3_600 });
      }
      await this.store.insert(tx, body);
    });
    return { keptForDays: retention.feedbackDays };
  }

  @Endpoint(operations.listFeedback)
  async list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listFeedback>> {
    if (!mayReadFeedback(actor)) throw new ProblemError('not-allowed');
    const feedback = await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.store.list(tx));
    return { feedback };
  }

  @Endpoint(operations.removeFeedback)
  async remove(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.removeFeedback) { params }: OperationInput<typeof operations.removeFeedback>,
  ): Promise<void> {
    if (!mayReadFeedback(actor)) throw new ProblemError('not-allowed');
    const removed = await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.store.remove(tx, params.id));
    if (!removed) throw new ProblemError('not-found');
  }
}
