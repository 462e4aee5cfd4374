import { Module } from '@nestjs/common';
import { MatchingModule } from '@app/features/matching/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { CountEvents, EventCounter, UncountedEvents } from './count-events.js';
import { FactBook } from './fact-book.js';
import { MonitorAlerts } from './monitor-alerts.js';
import { MonitorAlertsController } from './monitor-alerts.controller.js';
import { WeekViewStore } from './week-view.store.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationData } from './participation-data.js';
import { ParticipationReadModel } from './participation.read-model.js';
import { PublicationStore } from './publication.store.js';
import { PublicationPagesController } from './publication-pages.controller.js';
import { PublicationsController } from './publications.controller.js';
import { PublishQuarter } from './publish-quarter.js';

@Module({
  imports: [PeopleModule, MatchingModule],
  controllers: [ParticipationController, MonitorAlertsController, PublicationPagesController, PublicationsController],
  providers: [
    CountEvents,
    EventCounter,
    FactBook,
    MonitorAlerts,
    ParticipationData,
    ParticipationReadModel,
    PublicationStore,
    PublishQuarter,
    UncountedEvents,
    WeekViewStore,
  ],
  exports: [PublishQuarter],
})
export class ParticipationModule {}
