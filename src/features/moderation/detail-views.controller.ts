import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { RevealContact } from '@app/features/help-requests/index.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { ViewsOfMe } from './views-of-me.js';

/** Both sides of looking at somebody's details: who looks, and who was looked at. */
@Controller()
export class DetailViewsController {
  constructor(
    @Inject(RevealContact) private readonly reveal: RevealContact,
    @Inject(ViewsOfMe) private readonly views: ViewsOfMe,
  ) {}

  @Endpoint(operations.viewContactDetails)
  view(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.viewContactDetails) { params, body }: OperationInput<typeof operations.viewContactDetails>,
  ): Promise<OperationResult<typeof operations.viewContactDetails>> {
    return this.reveal.run(actor, params.id, body.reason);
  }

  @Endpoint(operations.listViewsOfMe)
  async list(@CurrentPerson() actor: PersonActor): Promise<OperationResult<typeof operations.listViewsOfMe>> {
    return { views: await this.views.list(actor) };
  }
}
