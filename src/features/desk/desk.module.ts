import { Module } from '@nestjs/common';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { AssociationsModule } from '@app/features/associations/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { AskDesk } from './ask-desk.js';
import { DeskData } from './desk-data.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore } from './desk-question.store.js';
import { DeskQuestionsController } from './desk-questions.controller.js';
import { FollowCodes } from './follow-codes.js';
import { FollowCodeStore } from './follow-code.store.js';
import { FollowController } from './follow.controller.js';
import { FollowUp } from './follow-up.js';
import { KeepInTouch } from './keep-in-touch.js';
import { KeepQuestionClock, OverdueQuestions } from './keep-question-clock.js';
import { KnownDeskCallers } from './known-callers.js';
import { RouteQuestion } from './route-question.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, NotificationsModule],
  controllers: [DeskQuestionsController, FollowController],
  providers: [
    AskDesk,
    DeskData,
    DeskQuestionPresenter,
    DeskQuestionStore,
    FollowCodes,
    FollowCodeStore,
    FollowUp,
    KeepInTouch,
    KeepQuestionClock,
    KnownDeskCallers,
    OverdueQuestions,
    RouteQuestion,
  ],
})
export class DeskModule {}
