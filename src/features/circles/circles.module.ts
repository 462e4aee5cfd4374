import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { AskAround, TurnsToAskAround } from './ask-around.js';
import { CircleAccess } from './circle-access.js';
import { CircleCalendar } from './circle-calendar.js';
import { CircleData } from './circle-data.js';
import { CircleHints, TellSwap } from './circle-hints.js';
import { CircleInvitations } from './circle-invitations.js';
import { CircleLetters } from './circle-letters.js';
import { CircleMembers } from './circle-members.js';
import { CirclePlan } from './circle-plan.js';
import { CirclePlansController } from './circle-plans.controller.js';
import { CircleReader } from './circle-reader.js';
import { CircleSlots } from './circle-slots.js';
import { CircleStore } from './circle.store.js';
import { Circles } from './circles.js';
import { CirclesController } from './circles.controller.js';
import { EndTurns, TurnsOver } from './end-turns.js';
import { PlanWeekly, WeeklyToPlan } from './plan-weekly.js';
import { RemindTakers, TurnsToRemindOf } from './remind-takers.js';
import { SeriesWriter } from './series-writer.js';
import { TellUnfilled, UntoldCircles } from './tell-unfilled.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, NotificationsModule],
  controllers: [CirclesController, CirclePlansController],
  providers: [
    CircleStore,
    CircleAccess,
    Circles,
    CircleReader,
    CirclePlan,
    SeriesWriter,
    PlanWeekly,
    WeeklyToPlan,
    CircleSlots,
    CircleInvitations,
    CircleMembers,
    CircleHints,
    TellSwap,
    AskAround,
    TurnsToAskAround,
    RemindTakers,
    TurnsToRemindOf,
    EndTurns,
    TurnsOver,
    TellUnfilled,
    UntoldCircles,
    CircleLetters,
    CircleCalendar,
    CircleData,
  ],
})
export class CirclesModule {}
