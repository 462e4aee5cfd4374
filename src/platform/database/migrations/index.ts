import { Foundation1763800000000 } from './1763800000000-foundation.js';
import { People1763800001000 } from './1763800001000-people.js';
import { Help1763800002000 } from './1763800002000-help.js';
import { Delivery1763800003000 } from './1763800003000-delivery.js';
import { RowLevelSecurity1763800004000 } from './1763800004000-row-level-security.js';
import { Candidates1763800005000 } from './1763800005000-candidates.js';
import { Learning1763800005100 } from './1763800005100-learning.js';
import { PersonBlocks1763800006000 } from './1763800006000-person-blocks.js';
import { Audit1763800006100 } from './1763800006100-audit.js';
import { Reports1763800006200 } from './1763800006200-reports.js';
import { Coordination1763800007000 } from './1763800007000-coordination.js';
import { Calls1763800007100 } from './1763800007100-calls.js';
import { Conversations1763800008000 } from './1763800008000-conversations.js';
import { AgreementAids1763800008100 } from './1763800008100-agreement-aids.js';
import { Thanks1763800008200 } from './1763800008200-thanks.js';
import { Push1763800008300 } from './1763800008300-push.js';
import { StatedConsent1763800010000 } from './1763800010000-stated-consent.js';
import { RightsOfPeople1763800010100 } from './1763800010100-rights-of-people.js';
import { Equity1763800011000 } from './1763800011000-equity.js';
import { OwnRequests1763800011010 } from './1763800011010-own-requests.js';
import { Drift1763800011020 } from './1763800011020-drift.js';
import { Trust1763800011500 } from './1763800011500-trust.js';
import { OrganisersDay1763800011510 } from './1763800011510-organisers-day.js';
import { DeskQuestions1763800011530 } from './1763800011530-desk-questions.js';
import { AssociationSettings1763800011600 } from './1763800011600-association-settings.js';
import { Outlines1763800011610 } from './1763800011610-outlines.js';
import { MemberInvitations1763800011620 } from './1763800011620-member-invitations.js';
import { Participation1763800011700 } from './1763800011700-participation.js';
import { Activation1763800011800 } from './1763800011800-activation.js';
import { Feedback1763800011400 } from './1763800011400-feedback.js';
import { Passkeys1763800011410 } from './1763800011410-passkeys.js';
import { MoreFigures1763800012600 } from './1763800012600-more-figures.js';
import { Alerts1763800012610 } from './1763800012610-alerts.js';
import { InsideView1763800012620 } from './1763800012620-inside-view.js';
import { Publication1763800011710 } from './1763800011710-publication.js';
import { Postcodes1763800012200 } from './1763800012200-postcodes.js';
import { FileImports1763800012300 } from './1763800012300-file-imports.js';
import { Circles1763800011300 } from './1763800011300-circles.js';
import { SignInLanguage1763800012100 } from './1763800012100-sign-in-language.js';
import { FiguresOfOneOrganisation1763800012500 } from './1763800012500-figures-of-one-organisation.js';
import { LastActs1763800012400 } from './1763800012400-last-acts.js';
import { OwnMigrations1763800013300 } from './1763800013300-own-migrations.js';
import { ReplyMail1763800013400 } from './1763800013400-reply-mail.js';
import { ThanksWall1763800013210 } from './1763800013210-thanks-wall.js';
import { AskedWeekly1763800013200 } from './1763800013200-asked-weekly.js';
import { AskingAgain1763800012000 } from './1763800012000-asking-again.js';
import { FallbackDesks1763800013000 } from './1763800013000-fallback-desks.js';
import { FollowCodes1763800013010 } from './1763800013010-follow-codes.js';
import { ForgottenChances1763800013910 } from './1763800013910-forgotten-chances.js';
import { ForgottenWhileWaitedFor1763800013600 } from './1763800013600-forgotten-while-waited-for.js';
import { LettersAreNoAsks1763800013800 } from './1763800013800-letters-are-no-asks.js';
import { FoundByHand1763800013700 } from './1763800013700-found-by-hand.js';
import { CallsCounted1763800013710 } from './1763800013710-calls-counted.js';
import { UnwelcomeLetters1763800013810 } from './1763800013810-unwelcome-letters.js';
import { Gatherings1763800013500 } from './1763800013500-gatherings.js';
import { PolicyGenerations1763800013900 } from './1763800013900-policy-generations.js';
import { StrainSignals1763800013100 } from './1763800013100-strain-signals.js';

/** All migrations, oldest first. Written by hand: a schema diff does not know row level security. */
export const migrations = [
  Foundation1763800000000,
  People1763800001000,
  Help1763800002000,
  Delivery1763800003000,
  RowLevelSecurity1763800004000,
  Candidates1763800005000,
  Learning1763800005100,
  PersonBlocks1763800006000,
  Audit1763800006100,
  Reports1763800006200,
  Coordination1763800007000,
  Calls1763800007100,
  Conversations1763800008000,
  AgreementAids1763800008100,
  Thanks1763800008200,
  Push1763800008300,
  StatedConsent1763800010000,
  RightsOfPeople1763800010100,
  Equity1763800011000,
  OwnRequests1763800011010,
  Drift1763800011020,
  Trust1763800011500,
  OrganisersDay1763800011510,
  DeskQuestions1763800011530,
  AssociationSettings1763800011600,
  Outlines1763800011610,
  MemberInvitations1763800011620,
  Participation1763800011700,
  Activation1763800011800,
  Feedback1763800011400,
  Passkeys1763800011410,
  Publication1763800011710,
  MoreFigures1763800012600,
  Alerts1763800012610,
  InsideView1763800012620,
  Circles1763800011300,
  SignInLanguage1763800012100,
  Postcodes1763800012200,
  FileImports1763800012300,
  FiguresOfOneOrganisation1763800012500,
  LastActs1763800012400,
  AskingAgain1763800012000,
  StrainSignals1763800013100,
  AskedWeekly1763800013200,
  FallbackDesks1763800013000,
  FollowCodes1763800013010,
  ThanksWall1763800013210,
  OwnMigrations1763800013300,
  ReplyMail1763800013400,
  Gatherings1763800013500,
  ForgottenWhileWaitedFor1763800013600,
  FoundByHand1763800013700,
  CallsCounted1763800013710,
  PolicyGenerations1763800013900,
  ForgottenChances1763800013910,
  LettersAreNoAsks1763800013800,
  UnwelcomeLetters1763800013810,
] as const;
