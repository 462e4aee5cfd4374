import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestCommand } from '@app/domain/help-request/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { viewerOf, type Viewer } from './help-request.policy.js';
import { HelpRequestStore, type LoadedRequest, type RequestFacts } from './help-request.store.js';
import { problemOf } from './refusal-problems.js';
import { RequestDecider } from './request-decider.js';
import { deskId } from './request-reader.js';

interface Change {
  readonly command: HelpRequestCommand;
  readonly facts?: Partial<RequestFacts>;
  /** The command comes with an address, which the rules may count on. */
  readonly bringsAddress?: boolean;
}

/**
 * One command on one request by somebody who may: locks it, checks in which part the actor looks at it,
 * decides and stores. What a viewer may not even see is not found.
 */
@Injectable()
export class ChangeHelpRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
  ) {}

  async run(
    actor: PersonActor,
    id: string,
    allowed: readonly Viewer[],
    change: (tx: Transaction, loaded: LoadedRequest, viewer: Viewer) => Promise<Change> | Change,
  ): Promise<void> {
    // Giving up a seat concerns the next in line too, so this runs as the system, after the check below.
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const loaded = await this.store.lock(tx, id);
      const viewer = loaded && viewerOf(actor, loaded.row, loaded.state, await deskId(tx));
      if (!viewer) throw new ProblemError('not-found');
      if (!allowed.includes(viewer)) throw new ProblemError(viewer === 'helper' ? 'not-found' : 'not-allowed');
      const { command, facts, bringsAddress } = await change(tx, loaded, viewer);
      const known = bringsAddress ? { ...loaded, state: { ...loaded.state, hasAddress: true } } : loaded;
      const applied = await this.decider.apply(tx, known, command, facts);
      if (!applied.ok) throw problemOf(applied.refusal);
    });
  }
}
