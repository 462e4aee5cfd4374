import type { Category, Language, Urgency } from '@app/contracts/http/vocabulary.js';
import type { WillingSegment } from '@app/contracts/http/activation.js';
import type { SanctionKind } from '@app/contracts/http/reports.js';
import type { WorkKind } from '@app/contracts/http/work-items.js';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Attachment } from '@app/platform/mail/sender.js';
import type { Instant } from '@app/domain/kernel/time.js';

/** What every letter needs to know. */
export interface LetterFrame {
  /** What the reader reads. */
  readonly language: Language;
  /** For words like "vandaag", by the database clock. */
  readonly now: Instant;
  readonly municipalityName: string;
  /** True where names and requests are invented: a banner says so. */
  readonly isExample: boolean;
  /** Where the reader stops or changes messages; null for who has no account yet. */
  readonly settingsUrl: string | null;
}

/** The person who looks after a request, and how to call that person. */
export interface OwnerCard {
  readonly organisation: string;
  readonly givenName: string;
  readonly phone: string;
}

/** The help itself, without anything that leads to a person. */
export interface RequestFacts {
  readonly category: Category;
  readonly urgency: Urgency;
  readonly window: { readonly from: Instant; readonly until: Instant };
  readonly expectedMinutes: number;
  readonly neighbourhoodName: string;
  readonly owner: OwnerCard;
}

type RequestLetter = LetterFrame & RequestFacts;

/** To a neighbour: will you help? */
export interface AskData extends RequestLetter {
  readonly askerGivenName: string;
  /** The asker's own sentence; null when it has had its time. */
  readonly summary: string | null;
  /** Why this neighbour, as sentences. */
  readonly reasons: readonly string[];
  /** The one-tap page. */
  readonly answerUrl: string;
  readonly expiresAt: Instant;
  readonly pauseUrl: string | null;
}

/** To a neighbour who was asked: it is no longer needed. */
export interface AskClosedData extends RequestLetter {
  readonly why: 'filled' | 'cancelled' | 'expired';
  readonly boardUrl: string;
}

/** To the asker: a neighbour said yes. */
export interface AskerHasHelperData extends RequestLetter {
  readonly helperGivenName: string;
  /** Whose place this neighbour took, as a reserve who was ready; null when nobody withdrew. */
  readonly insteadOf: string | null;
  readonly requestUrl: string;
  /** One tap to confirm; null when nothing needs to be confirmed. */
  readonly confirmUrl: string | null;
  /** The asker allowed it beforehand, so that the neighbour has the address already. */
  readonly autoConfirmed: boolean;
}

/** To the neighbour whose yes has an agreement, or waits for one. */
export interface AgreementData extends RequestLetter {
  readonly askerGivenName: string;
  /** My agreement: the address stands there, never in a letter. */
  readonly agreementUrl: string;
}

/** With the appointment for a calendar. */
export interface HelperConfirmedData extends AgreementData {
  /** Keeps the appointment the same one in every letter about it. */
  readonly acceptanceId: string;
  /** How often the appointment changed, from 0. */
  readonly calendarSequence: number;
}

/** To the neighbour who said yes: the help is not needed any more. */
export interface HelperCancelledData extends HelperConfirmedData {
  /** True when the appointment may stand in a calendar already. */
  readonly wasConfirmed: boolean;
}

/** To the asker: the neighbour cannot come after all. */
export interface HelperWithdrewData extends RequestLetter {
  readonly helperGivenName: string;
  readonly requestUrl: string;
}

/** To the asker: a person takes over. */
export interface AskerEscalatedData extends RequestLetter {
  readonly level: 1 | 2;
  readonly reason: 'clock' | 'nobody-reachable';
  readonly requestUrl: string;
}

/** To the person who takes over: nothing that leads to the asker. */
export interface OwnerEscalatedData extends RequestLetter {
  readonly level: 1 | 2;
  readonly reason: 'clock' | 'nobody-reachable';
  /** The request on the work list. */
  readonly workUrl: string;
}

/** Another road to help, for whom no neighbour was found. */
export interface Alternative {
  readonly name: string;
  /** What it is, in a few words. */
  readonly description: string;
  readonly phone: string | null;
  readonly url: string | null;
}

/** To the asker: the time is over and nobody came. */
export interface AskerExpiredData extends RequestLetter {
  readonly alternatives: readonly Alternative[];
  /** What the association itself says to whoever found nobody. */
  readonly ownText: string | null;
  readonly requestUrl: string;
}

/** To both sides: did it work out? */
export interface OutcomeAskedData extends RequestLetter {
  readonly reader: 'asker' | 'helper';
  /** First name of the other; null when the asker had more than one neighbour. */
  readonly otherGivenName: string | null;
  /** The page with yes and no. */
  readonly outcomeUrl: string;
}

/** To both sides: it worked out. */
export interface ThankYouData extends RequestLetter {
  readonly reader: 'asker' | 'helper';
  readonly otherGivenName: string | null;
  readonly homeUrl: string;
}

/** To either side: the agreement is near. */
export interface ReminderData extends RequestLetter {
  readonly reader: 'asker' | 'helper';
  readonly otherGivenName: string | null;
  readonly agreementUrl: string;
  /** The page on which a neighbour gives it up; null for the asker. */
  readonly withdrawUrl: string | null;
}

/** To one side of a help that worked out: the other says thank you, in words of their own. */
export interface ThankedData extends RequestLetter {
  readonly senderGivenName: string;
  readonly words: string;
  readonly agreementUrl: string;
}

/** To one side of an agreement: the other wrote, and it was not read. */
export interface MessageWaitingData extends RequestLetter {
  /** Null when the asker had more than one neighbour. */
  readonly otherGivenName: string | null;
  /** The agreement with its conversation. */
  readonly conversationUrl: string;
}

/** To somebody about whom a coordinator decided. */
export interface SanctionImposedData extends LetterFrame {
  readonly kind: SanctionKind;
  /** In the coordinator's own words. */
  readonly explanation: string;
  /** Null: until it is lifted. */
  readonly until: Instant | null;
  readonly desk: OwnerCard;
  /** Null for who cannot sign in any more, and calls instead. */
  readonly measuresUrl: string | null;
}

/** To somebody for whom what a coordinator decided ends before its time. */
export interface SanctionLiftedData extends LetterFrame {
  readonly explanation: string;
  readonly desk: OwnerCard;
  readonly measuresUrl: string;
}

/** To somebody who asked to look again. */
export interface AppealDecidedData extends LetterFrame {
  readonly granted: boolean;
  readonly answer: string;
  readonly desk: OwnerCard;
  readonly measuresUrl: string;
}

/** To a neighbour whose certificate of conduct is not good for much longer, or no longer. */
export interface VogEndingData extends LetterFrame {
  readonly endsOn: Instant;
  readonly isOver: boolean;
  /** Where it was seen. */
  readonly organisation: string;
  readonly trustUrl: string;
  readonly desk: OwnerCard;
}

/** To who asked the desk: somebody else has the question now. */
export interface QuestionMovedData extends LetterFrame {
  readonly ownerName: string;
  readonly questionsUrl: string;
  readonly desk: OwnerCard;
}

/** To who asked the desk: the answer. */
export interface QuestionAnsweredData extends QuestionMovedData {
  readonly answer: string;
}

/** To an organiser: how much waits, and nothing of anybody. */
export interface WorkWaitsData extends LetterFrame {
  readonly counts: readonly { readonly kind: WorkKind; readonly count: number }[];
  readonly workUrl: string;
  readonly stopUrl: string;
}

/** One turn of what repeats in a circle. */
export interface CircleTurn {
  readonly from: Instant;
  readonly category: Category;
}

/** To somebody of a circle: only what everyone in it may see. */
export interface CircleLetterData extends LetterFrame {
  readonly reader: 'caregiver' | 'member';
  readonly caregiverGivenName: string;
  /** First name of whom it is about, when it is about somebody. */
  readonly otherGivenName: string | null;
  /** The turns it is about, earliest first. */
  readonly turns: readonly CircleTurn[];
  readonly circleUrl: string;
  readonly desk: OwnerCard;
}

/** To whoever wants to sign in. */
export interface SignInCodeData extends LetterFrame {
  readonly code: string;
  readonly minutes: number;
  /** True when the code also sends a request that waits for it. */
  readonly confirmsRequest: boolean;
}

/** To somebody who was not seen for a year. */
export interface InactivityNoticeData extends LetterFrame {
  readonly signInUrl: string;
}

/** To somebody whose address an organisation told. */
export interface MemberInvitationData extends LetterFrame {
  readonly organisation: string;
  readonly willingUrl: string;
}

/** To somebody who was given a role. */
export interface RoleGivenData extends LetterFrame {
  readonly role: 'coordinator' | 'desk' | 'monitor' | 'administrator';
  readonly organisation: string;
  readonly signInUrl: string;
}

/** To somebody willing, of a coordinator. */
export interface InvitationData extends LetterFrame {
  readonly segment: WillingSegment;
  /** Empty when that person is gone, or gave no name. */
  readonly coordinatorGivenName: string;
  /** In the coordinator's own words; may be empty. */
  readonly words: string;
  readonly sender: OwnerCard;
  /** Light things that the reader chose, with how long they usually take. */
  readonly smallTasks: readonly { readonly category: Category; readonly minutes: number }[];
  readonly boardUrl: string;
  /** The page with which these letters stop. */
  readonly stopUrl: string;
}

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
  'circle-joining': CircleLetterData;
  'circle-joined': CircleLetterData;
  'circle-swap-asked': CircleLetterData;
  'circle-taken-over': CircleLetterData;
  'circle-left-out': CircleLetterData;
  'circle-unfilled': CircleLetterData;
  'circle-reminder': CircleLetterData;
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
}
