import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { TrustModule } from '@app/features/trust/index.js';
import { ApproveTogether } from './approve-together.js';
import { DueWorkMails } from './due-work-mails.js';
import { HintList } from './hint-list.js';
import { LastActs } from './last-act.js';
import { MarkWorkItem } from './mark-work-item.js';
import { WorkItemsController } from './work-items.controller.js';
import { WorkList } from './work-list.js';
import { WorkMail } from './work-mail.js';
import { WorkMailController } from './work-mail.controller.js';
import { WorkMarksStore } from './work-marks.store.js';

@Module({
  imports: [NotificationsModule, PeopleModule, AssociationsModule, HelpRequestsModule, TrustModule],
  controllers: [WorkItemsController, WorkMailController],
  providers: [DueWorkMails, HintList, WorkMail, WorkMarksStore, WorkList, MarkWorkItem, ApproveTogether, LastActs],
})
export class CoordinationModule {}
