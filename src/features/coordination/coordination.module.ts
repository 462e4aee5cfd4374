import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { TrustModule } from '@app/features/trust/index.js';
import { ApproveTogether } from './approve-together.js';
import { HintList } from './hint-list.js';
import { MarkWorkItem } from './mark-work-item.js';
import { WorkItemsController } from './work-items.controller.js';
import { WorkList } from './work-list.js';
import { WorkMarksStore } from './work-marks.store.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, TrustModule],
  controllers: [WorkItemsController],
  providers: [HintList, WorkMarksStore, WorkList, MarkWorkItem, ApproveTogether],
})
export class CoordinationModule {}
