import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { AcceptHelpRequest } from './accept-help-request.js';
import { AskerRegistration } from './asker-registration.js';
import { AskingLimits } from './asking-limits.js';
import { CallerTrail } from './caller-trail.js';
import { ChangeHelpRequest } from './change-help-request.js';
import { ConfirmContact } from './confirm-contact.js';
import { HelpRequestCommands } from './help-request-commands.js';
import { HelpRequestStore } from './help-request.store.js';
import { HelpRequestsController } from './help-requests.controller.js';
import { IdempotencyStore } from './idempotency.store.js';
import { IntakeController } from './intake.controller.js';
import { KnownAskers } from './known-askers.js';
import { PartWays } from './part-ways.js';
import { PostHelpRequest } from './post-help-request.js';
import { requestClock } from './request-clock.js';
import { RequestData } from './request-data.js';
import { RequestDecider } from './request-decider.js';
import { RequestDigest } from './request-digest.js';
import { EarlierHelp } from './earlier-help.js';
import { RevealContact } from './reveal-contact.js';
import { RequestFlags } from './request-flags.js';
import { RequestReader } from './request-reader.js';
import { RequestWordsVault } from './request-words.js';
import { ThanksController } from './thanks.controller.js';
import { ForgetThanks, OldThanks } from './forget-thanks.js';
import { Thanks } from './thanks.js';
import { RequestPresenter } from './request.presenter.js';
import { ThanksWall } from './thanks-wall.js';
import { ThanksWallController } from './thanks-wall.controller.js';
import { ClearWall, OldWallThanks, WallData } from './wall-data.js';
import { WallThanksStore } from './wall-thanks.store.js';
import { WeeklyRequests } from './weekly-requests.js';
import { OldWords, WipeOldWords } from './wipe-old-words.js';

@Module({
  imports: [PeopleModule, AssociationsModule],
  controllers: [HelpRequestsController, ThanksController, ThanksWallController, IntakeController],
  providers: [
    HelpRequestStore,
    RequestDecider,
    RequestWordsVault,
    RequestFlags,
    RequestPresenter,
    RequestReader,
    RequestDigest,
    EarlierHelp,
    Thanks,
    ForgetThanks,
    OldThanks,
    ThanksWall,
    WallThanksStore,
    WallData,
    ClearWall,
    OldWallThanks,
    IdempotencyStore,
    AskerRegistration,
    AskingLimits,
    CallerTrail,
    KnownAskers,
    PostHelpRequest,
    AcceptHelpRequest,
    ChangeHelpRequest,
    HelpRequestCommands,
    ConfirmContact,
    RequestData,
    WipeOldWords,
    OldWords,
    PartWays,
    RevealContact,
    WeeklyRequests,
    ...requestClock,
  ],
  exports: [
    CallerTrail,
    EarlierHelp,
    AcceptHelpRequest,
    HelpRequestCommands,
    PartWays,
    PostHelpRequest,
    RevealContact,
    RequestDigest,
    RequestFlags,
    RequestReader,
    Thanks,
    WeeklyRequests,
  ],
})
export class HelpRequestsModule {}
