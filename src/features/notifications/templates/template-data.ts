import type { Language } from '@app/contracts/http/vocabulary.js';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Attachment } from '@app/platform/mail/sender.js';
import type { LetterFrame } from './data/frame.js';
import type { AskerEscalatedData, AskerExpiredData, AskerHasHelperData, HelperWithdrewData } from './data/to-askers.js';
import type {
  MessageWaitingData,
  OutcomeAskedData,
  ReminderData,
  ThankYouData,
  ThankedData,
} from './data/to-both-sides.js';
import type {
  AgreementData,
  AskClosedData,
  AskData,
  HelperCancelledData,
  HelperConfirmedData,
} from './data/to-helpers.js';
import type {
  AppealDecidedData,
  CircleLetterData,
  GatheringLetterData,
  InactivityNoticeData,
  InvitationData,
  MemberInvitationData,
  QuestionAnsweredData,
  QuestionMovedData,
  ReplyReturnedData,
  SanctionImposedData,
  SanctionLiftedData,
  SignInCodeData,
  VogEndingData,
} from './data/to-members.js';
import type { OwnerEscalatedData, RoleGivenData, WorkWaitsData } from './data/to-organisers.js';

/** Every letter with the data it needs. */
export interface TemplateData extends Record<NotificationTemplate, LetterFrame> {
  ask: AskData;
  'ask-closed': AskClosedData;
  'asker-has-helper': AskerHasHelperData;
  'helper-confirmed': HelperConfirmedData;
  'helper-accepted': AgreementData;
  'helper-cancelled': HelperCancelledData;
  'helper-withdrew': HelperWithdrewData;
  'helper-promoted': AgreementData;
  'asker-escalated': AskerEscalatedData;
  'owner-escalated': OwnerEscalatedData;
  'asker-expired': AskerExpiredData;
  'outcome-asked': OutcomeAskedData;
  'thank-you': ThankYouData;
  'message-waiting': MessageWaitingData;
  reminder: ReminderData;
  thanked: ThankedData;
  'sanction-imposed': SanctionImposedData;
  'appeal-decided': AppealDecidedData;
  'vog-ending': VogEndingData;
  invitation: InvitationData;
  'sanction-lifted': SanctionLiftedData;
  'work-waits': WorkWaitsData;
  'question-moved': QuestionMovedData;
  'question-answered': QuestionAnsweredData;
  'reply-returned': ReplyReturnedData;
  'circle-joining': CircleLetterData;
  'circle-joined': CircleLetterData;
  'circle-swap-asked': CircleLetterData;
  'circle-taken-over': CircleLetterData;
  'circle-left-out': CircleLetterData;
  'circle-unfilled': CircleLetterData;
  'circle-reminder': CircleLetterData;
  'gathering-cancelled': GatheringLetterData;
  'gathering-cancelled-now': GatheringLetterData;
  'gathering-changed': GatheringLetterData;
  'gathering-reminder': GatheringLetterData;
  'sign-in-code': SignInCodeData;
  'inactivity-notice': InactivityNoticeData;
  'role-given': RoleGivenData;
  'member-invitation': MemberInvitationData;
}

export type TemplateName = keyof TemplateData;

/** A letter ready to be sent, the same content in every form. */
export interface Letter {
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** For a telephone screen: short, with the link. */
  readonly sms: string;
  /** To be read aloud: no links, numbers spaced. */
  readonly voice: string;
  /** Where one tap leads; null where there is nothing to do. */
  readonly url: string | null;
  /** One or two sentences for the inbox in the app. */
  readonly inbox: string;
  readonly attachments: readonly Attachment[];
  /** For mail: the way to stop, for mail programs that offer a button for it. */
  readonly headers: Readonly<Record<string, string>>;
  /** For mail: the address that an answer goes to; null where nobody reads answers. */
  readonly replyTo: string | null;
}
