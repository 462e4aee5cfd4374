import type { RequestLetter } from './frame.js';

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
  /** An answer to this address comes in the conversation; null where mail is not received. */
  readonly replyTo: string | null;
}
