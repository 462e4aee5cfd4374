import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { MatchingModule } from '@app/features/matching/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { Appeals } from './appeals.js';
import { BlocksController } from './blocks.controller.js';
import { DecideReport } from './decide-report.js';
import { DetailViewsController } from './detail-views.controller.js';
import { Encounters } from './encounters.js';
import { LiftSanction } from './lift-sanction.js';
import { OwnBlocks } from './own-blocks.js';
import { ReportStore } from './report.store.js';
import { Reports } from './reports.js';
import { ReportsController } from './reports.controller.js';
import { SanctionLetters } from './sanction-letters.js';
import { SanctionStore } from './sanction.store.js';
import { ViewsOfMe } from './views-of-me.js';
import { WatchConduct } from './watch-conduct.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, MatchingModule, NotificationsModule],
  controllers: [BlocksController, DetailViewsController, ReportsController],
  providers: [
    Appeals,
    DecideReport,
    Encounters,
    LiftSanction,
    OwnBlocks,
    ReportStore,
    Reports,
    SanctionLetters,
    SanctionStore,
    ViewsOfMe,
    WatchConduct,
  ],
})
export class ModerationModule {}
