import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { AnnounceGathering } from './announce-gathering.js';
import { ChangeGathering } from './change-gathering.js';
import { DatesOver, EndDates } from './end-dates.js';
import { GatheringCalendar } from './gathering-calendar.js';
import { GatheringData } from './gathering-data.js';
import { GatheringLetters } from './gathering-letters.js';
import { GatheringReader } from './gathering-reader.js';
import { GatheringStore } from './gathering.store.js';
import { GatheringsController } from './gatherings.controller.js';
import { NoteAttendance } from './note-attendance.js';
import { Organised } from './organised.js';
import { RemindVisitors, VisitsToRemindOf } from './remind-visitors.js';
import { ShownGatherings } from './shown-gatherings.js';
import { Visits } from './visits.js';

@Module({
  imports: [AssociationsModule, NotificationsModule],
  controllers: [GatheringsController],
  providers: [
    GatheringStore,
    Organised,
    GatheringReader,
    AnnounceGathering,
    ChangeGathering,
    Visits,
    NoteAttendance,
    RemindVisitors,
    VisitsToRemindOf,
    EndDates,
    DatesOver,
    GatheringLetters,
    GatheringCalendar,
    GatheringData,
    ShownGatherings,
  ],
})
export class GatheringsModule {}
