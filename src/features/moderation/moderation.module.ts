import { Module } from '@nestjs/common';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { MatchingModule } from '@app/features/matching/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { BlocksController } from './blocks.controller.js';
import { Encounters } from './encounters.js';
import { DetailViewsController } from './detail-views.controller.js';
import { OwnBlocks } from './own-blocks.js';
import { ViewsOfMe } from './views-of-me.js';

@Module({
  imports: [PeopleModule, HelpRequestsModule, MatchingModule],
  controllers: [BlocksController, DetailViewsController],
  providers: [Encounters, OwnBlocks, ViewsOfMe],
})
export class ModerationModule {}
