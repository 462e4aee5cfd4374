import { Controller, Inject } from '@nestjs/common';
import type { ActivationView, CampaignView } from '@app/contracts/http/activation.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { CampaignResults } from './campaign-results.js';
import { Campaigns } from './campaigns.js';
import { InvitationChoice } from './invitation-choice.js';
import { PreviewInvitation } from './preview-invitation.js';
import { StreetCards } from './street-cards.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;

/** Writing to who is willing, for organisers; and for the willing, not to be written to. */
@Controller()
export class ActivationController {
  constructor(
    @Inject(Campaigns) private readonly campaigns: Campaigns,
    @Inject(PreviewInvitation) private readonly preview: PreviewInvitation,
    @Inject(StreetCards) private readonly streetCards: StreetCards,
    @Inject(CampaignResults) private readonly results: CampaignResults,
    @Inject(InvitationChoice) private readonly choice: InvitationChoice,
  ) {}

  @Endpoint(operations.getActivation)
  view(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getActivation) { params }: In<'getActivation'>,
  ): Promise<ActivationView> {
    return this.campaigns.view(actor, params.id);
  }

  @Endpoint(operations.previewInvitation)
  show(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.previewInvitation) { params, body }: In<'previewInvitation'>,
  ): Promise<OperationResult<typeof operations.previewInvitation>> {
    return this.preview.run(actor, params.id, body);
  }

  @Endpoint(operations.startCampaign)
  start(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.startCampaign) { params, body }: In<'startCampaign'>,
  ): Promise<CampaignView> {
    return this.campaigns.start(actor, params.id, body);
  }

  @Endpoint(operations.stopCampaign)
  stop(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.stopCampaign) { params }: In<'stopCampaign'>,
  ): Promise<CampaignView> {
    return this.campaigns.stop(actor, params.id);
  }

  @Endpoint(operations.makeStreetCards)
  cards(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.makeStreetCards) { params, body }: In<'makeStreetCards'>,
  ): Promise<{ pdf: string }> {
    return this.streetCards.make(actor, params.id, body.neighbourhoodCode);
  }

  @Endpoint(operations.listCampaignResults)
  async listResults(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listCampaignResults) { params }: In<'listCampaignResults'>,
  ): Promise<OperationResult<typeof operations.listCampaignResults>> {
    return { campaigns: await this.results.list(actor, params.id) };
  }

  @Endpoint(operations.getInvitationChoice)
  chosen(@CurrentPerson() actor: PersonActor): Promise<{ invitations: boolean }> {
    return this.choice.read(actor);
  }

  @Endpoint(operations.putInvitationChoice)
  choose(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putInvitationChoice) { body }: In<'putInvitationChoice'>,
  ): Promise<{ invitations: boolean }> {
    return this.choice.change(actor, body.invitations);
  }
}
