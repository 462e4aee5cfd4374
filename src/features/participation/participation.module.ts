import { Module } from '@nestjs/common';
import { CountEvents, EventCounter, UncountedEvents } from './count-events.js';
import { FactBook } from './fact-book.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationData } from './participation-data.js';
import { ParticipationReadModel } from './participation.read-model.js';

@Module({
  controllers: [ParticipationController],
  providers: [CountEvents, EventCounter, FactBook, ParticipationData, ParticipationReadModel, UncountedEvents],
  exports: [FactBook, ParticipationReadModel],
})
export class ParticipationModule {}
