import type { WillingSegment } from '@app/contracts/http/activation.js';
import type { SanctionKind } from '@app/contracts/http/reports.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import type { Instant } from '@app/domain/kernel/time.js';
import type { LetterFrame, OwnerCard } from './frame.js';

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

/** Why an answer by mail, or a part of it, did not come in the conversation. */
export type ReplyFault = 'over' | 'other-sender' | 'empty' | 'too-long' | 'files-left';

/** To who answered by mail, when not all of it came in the conversation. */
export interface ReplyReturnedData extends LetterFrame {
  /** Oldest first; `words` is what was written, null when nothing of it is lost or it had its time. */
  readonly replies: readonly { readonly fault: ReplyFault; readonly words: string | null }[];
  /** The agreement with its conversation. */
  readonly conversationUrl: string;
  readonly desk: OwnerCard;
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

/** To whoever said to come to a gathering. */
export interface GatheringLetterData extends LetterFrame {
  readonly gatheringDateId: string;
  readonly title: string;
  readonly place: string;
  readonly neighbourhoodName: string;
  readonly from: Instant;
  readonly until: Instant;
  /** The gathering; of what is off, what else there is. */
  readonly pageUrl: string;
  /** Whom to call. */
  readonly organiser: OwnerCard;
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
