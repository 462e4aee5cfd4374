import { AnswerPages } from './answer-pages.js';
import { ConfirmPages } from './confirm-pages.js';
import { OneTapLinks } from './one-tap-links.js';
import { OutcomePages } from './outcome-pages.js';
import {
  AnswerPageController,
  ConfirmPageController,
  OutcomePageController,
  PausePageController,
  StopInvitationsPageController,
  WithdrawPageController,
} from './page-controllers.js';
import { PageProblems } from './page-routes.js';
import { PauseHelping } from './pause-helping.js';
import { PausePages } from './pause-pages.js';
import { StopInvitationsPages } from './stop-invitations.js';
import { WhyNotAnswers } from './why-not.js';
import { WithdrawPages } from './withdraw-pages.js';

/** Pages behind the links in our messages; for the module of this feature. */
export const pageControllers = [
  AnswerPageController,
  ConfirmPageController,
  OutcomePageController,
  PausePageController,
  StopInvitationsPageController,
  WithdrawPageController,
];
export const pageProviders = [
  OneTapLinks,
  AnswerPages,
  WhyNotAnswers,
  ConfirmPages,
  OutcomePages,
  PausePages,
  StopInvitationsPages,
  WithdrawPages,
  PauseHelping,
  PageProblems,
];
