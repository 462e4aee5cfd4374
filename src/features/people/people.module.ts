import { Module } from '@nestjs/common';
import { AccountData } from './account-data.js';
import { CodeCheck } from './code-check.js';
import { ContactConfirmations } from './contact-confirmations.js';
import { EmailCodeGuard, EmailCodeStrategy } from './email-code.strategy.js';
import { EndAccount, OldAccounts } from './end-account.js';
import { EndSession } from './end-session.js';
import { ErasePerson } from './erase-person.js';
import { HelperProfileController } from './helper-profile.controller.js';
import { HelperTrust } from './helper-trust.js';
import { HelpingLimits } from './helping-limits.js';
import { HelperProfileStore } from './helper-profile.store.js';
import { MeController } from './me.controller.js';
import { MyAccount } from './my-account.js';
import { MyRights } from './my-rights.js';
import { MyRightsController } from './my-rights.controller.js';
import { MySessions } from './my-sessions.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { PasskeyStore } from './passkey.store.js';
import { Passkeys } from './passkeys.js';
import { PasskeysController } from './passkeys.controller.js';
import { PeopleDirectory } from './people-directory.js';
import { PersonBlocks } from './person-blocks.js';
import { PersonStanding } from './person-standing.js';
import { PersonStore } from './person.store.js';
import { RedeemCode } from './redeem-code.js';
import { RegisterMany } from './register-many.js';
import { RequestSignInCode } from './request-sign-in-code.js';
import { SaveHelperProfile } from './save-helper-profile.js';
import { SessionController } from './session.controller.js';
import { SignInChallenges } from './sign-in-challenges.js';

@Module({
  controllers: [SessionController, MeController, MyRightsController, PasskeysController, HelperProfileController],
  providers: [
    AccountData,
    CodeCheck,
    ContactConfirmations,
    EmailCodeGuard,
    EmailCodeStrategy,
    EndAccount,
    EndSession,
    ErasePerson,
    HelperProfileStore,
    HelpingLimits,
    HelperTrust,
    MyAccount,
    MyRights,
    MySessions,
    OldAccounts,
    PasskeyCeremonies,
    PasskeyStore,
    Passkeys,
    PeopleDirectory,
    PersonBlocks,
    PersonStanding,
    PersonStore,
    RedeemCode,
    RegisterMany,
    RequestSignInCode,
    SaveHelperProfile,
    SignInChallenges,
  ],
  exports: [
    HelpingLimits,
    ContactConfirmations,
    HelperTrust,
    MySessions,
    PeopleDirectory,
    PersonBlocks,
    PersonStanding,
    RegisterMany,
    SignInChallenges,
  ],
})
export class PeopleModule {}
