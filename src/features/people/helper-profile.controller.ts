import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { presentHelperProfile } from './helper-profile.presenter.js';
import { HelperProfileStore } from './helper-profile.store.js';
import { SaveHelperProfile } from './save-helper-profile.js';

@Controller()
export class HelperProfileController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelperProfileStore) private readonly store: HelperProfileStore,
    @Inject(SaveHelperProfile) private readonly saveHelperProfile: SaveHelperProfile,
  ) {}

  @Endpoint(operations.getHelperProfile)
  async get(@CurrentPerson() person: PersonActor): Promise<OperationResult<typeof operations.getHelperProfile>> {
    const { stored, now } = await this.unitOfWork.run(asPerson(person), async (tx) => ({
      stored: await this.store.find(tx, person.personId),
      now: tx.now,
    }));
    if (!stored) throw new ProblemError('not-found', { detail: 'U heeft nog niet gezegd hoe u wilt helpen.' });
    return presentHelperProfile(stored, now);
  }

  @Endpoint(operations.putHelperProfile)
  async put(
    @CurrentPerson() person: PersonActor,
    @Input(operations.putHelperProfile) { body }: OperationInput<typeof operations.putHelperProfile>,
  ): Promise<OperationResult<typeof operations.putHelperProfile>> {
    const { stored, now } = await this.saveHelperProfile.run(person, body);
    return presentHelperProfile(stored, now);
  }
}
