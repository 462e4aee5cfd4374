import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { MatchingModule } from '@app/features/matching/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { ActivationController } from './activation.controller.js';
import { ActivationData } from './activation-data.js';
import { CampaignResults } from './campaign-results.js';
import { CampaignStore } from './campaign.store.js';
import { Campaigns } from './campaigns.js';
import { InvitationChoice } from './invitation-choice.js';
import { InvitationLetters } from './invitation-letters.js';
import { KeepCampaign, OverdueCampaigns } from './keep-campaign.js';
import { PreviewInvitation } from './preview-invitation.js';
import { StreetCards } from './street-cards.js';

@Module({
  imports: [PeopleModule, AssociationsModule, MatchingModule, NotificationsModule],
  controllers: [ActivationController],
  providers: [
    ActivationData,
    CampaignResults,
    CampaignStore,
    Campaigns,
    InvitationChoice,
    InvitationLetters,
    KeepCampaign,
    OverdueCampaigns,
    PreviewInvitation,
    StreetCards,
  ],
})
export class ActivationModule {}
