import { Module } from '@nestjs/common';
import { CountEvents, EventCounter, UncountedEvents } from './count-events.js';
import { FactBook } from './fact-book.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationData } from './participation-data.js';
import { ParticipationReadModel } from './participation.read-model.js';
import { PublicationStore } from './publication.store.js';
import { PublicationPagesController } from './publication-pages.controller.js';
import { PublicationsController } from './publications.controller.js';
import { PublishQuarter } from './publish-quarter.js';

@Module({
  controllers: [ParticipationController, PublicationPagesController, PublicationsController],
  providers: [
    CountEvents,
    EventCounter,
    FactBook,
    ParticipationData,
    ParticipationReadModel,
    PublicationStore,
    PublishQuarter,
    UncountedEvents,
  ],
  exports: [PublishQuarter],
})
export class ParticipationModule {}
