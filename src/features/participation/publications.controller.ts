import { Controller, Header, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentActor, CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { isMonitor, type Actor, type PersonActor } from '@app/platform/identity/actor.js';
import { evidenceOf } from './evidence.js';
import { PublicationStore } from './publication.store.js';
import { PublishQuarter } from './publish-quarter.js';

/** What was published, for anyone; and publishing, for who follows the municipality. */
@Controller()
export class PublicationsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PublicationStore) private readonly store: PublicationStore,
    @Inject(PublishQuarter) private readonly publishing: PublishQuarter,
  ) {}

  @Endpoint(operations.listPublications)
  async list(
    @CurrentActor() actor: Actor,
    @Input(operations.listPublications) { params }: OperationInput<typeof operations.listPublications>,
  ): Promise<OperationResult<typeof operations.listPublications>> {
    await this.requireOwn(actor, params.id);
    return {
      publications: await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.store.list(tx)),
    };
  }

  @Endpoint(operations.getPublication)
  async read(
    @CurrentActor() actor: Actor,
    @Input(operations.getPublication) { params, query }: OperationInput<typeof operations.getPublication>,
  ): Promise<OperationResult<typeof operations.getPublication>> {
    await this.requireOwn(actor, params.id);
    const document = await this.unitOfWork.run(asSystem(actor.municipalityId), (tx) =>
      this.store.document(tx, query.quarter, query.version),
    );
    if (!document) throw new ProblemError('not-found');
    return document;
  }

  @Endpoint(operations.getEvidence)
  @Header('Cache-Control', 'public, max-age=3600')
  async evidence(@CurrentActor() actor: Actor): Promise<OperationResult<typeof operations.getEvidence>> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => ({
      evidence: evidenceOf(await this.store.document(tx), tx.now),
    }));
  }

  @Endpoint(operations.previewPublication)
  async preview(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.previewPublication) { params, body }: OperationInput<typeof operations.previewPublication>,
  ): Promise<OperationResult<typeof operations.previewPublication>> {
    await this.requireOwn(actor, params.id);
    if (!isMonitor(actor)) throw new ProblemError('not-allowed');
    return this.publishing.preview(actor.municipalityId, body.quarter);
  }

  @Endpoint(operations.publishQuarter)
  async publish(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.publishQuarter) { params, body }: OperationInput<typeof operations.publishQuarter>,
  ): Promise<OperationResult<typeof operations.publishQuarter>> {
    await this.requireOwn(actor, params.id);
    // A coordinator sees figures, but does not publish those of the municipality.
    if (!isMonitor(actor)) throw new ProblemError('not-allowed');
    return this.publishing.run(actor.municipalityId, actor.personId, body);
  }

  /** Another municipality's publications are at its own address. */
  private async requireOwn({ municipalityId }: Actor, code: string): Promise<void> {
    const found = await this.unitOfWork.query(
      asSystem(municipalityId),
      'SELECT 1 FROM municipality WHERE id = $1 AND code = $2',
      [municipalityId, code],
    );
    if (found.length === 0) throw new ProblemError('not-found');
  }
}
