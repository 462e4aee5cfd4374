import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { Accompaniments } from './accompaniments.js';
import { NeighbourTrustList } from './neighbour-trust.js';
import { OwnTrustView } from './own-trust.js';
import { TrustController } from './trust.controller.js';
import { TrustData } from './trust-data.js';
import { TrustStore } from './trust.store.js';
import { VouchSheets } from './vouch-sheets.js';
import { EndingVogs, WatchVog } from './watch-vog.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, NotificationsModule],
  controllers: [TrustController],
  providers: [
    Accompaniments,
    EndingVogs,
    NeighbourTrustList,
    OwnTrustView,
    TrustData,
    TrustStore,
    VouchSheets,
    WatchVog,
  ],
  exports: [Accompaniments],
})
export class TrustModule {}
