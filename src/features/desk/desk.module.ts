import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { AskDesk } from './ask-desk.js';
import { DeskData } from './desk-data.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore } from './desk-question.store.js';
import { DeskQuestionsController } from './desk-questions.controller.js';
import { KeepQuestionClock, OverdueQuestions } from './keep-question-clock.js';
import { RouteQuestion } from './route-question.js';

@Module({
  imports: [PeopleModule, AssociationsModule, NotificationsModule],
  controllers: [DeskQuestionsController],
  providers: [
    AskDesk,
    DeskData,
    DeskQuestionPresenter,
    DeskQuestionStore,
    KeepQuestionClock,
    OverdueQuestions,
    RouteQuestion,
  ],
})
export class DeskModule {}
