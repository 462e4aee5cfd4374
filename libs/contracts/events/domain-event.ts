/** Ids and numbers only: an event, like a job, never carries a name, a text or an address. */
interface RequestEvent {
  readonly helpRequestId: string;
  readonly associationId: string;
  /** Version of the request after the event. */
  readonly version: number;
}
interface PersonOnRequest extends RequestEvent {
  readonly personId: string;
}

interface ConversationEvent {
  readonly conversationId: string;
  readonly helpRequestId: string;
  readonly version: number;
}

/** Every fact that leaves a feature, by name, in past tense. */
export interface DomainEvents {
  'sign-in.requested': { readonly challengeId: string };
  /** Signed in for the first time: from now on there is an account. */
  'person.joined': { readonly personId: string };
  /** Somebody said "wel bereid", or changed how; `alreadyHelping` is what they answered the first time. */
  'helper-profile.saved': {
    readonly personId: string;
    readonly alreadyHelping: boolean;
    /** Product clock, milliseconds; null without a pause. */
    readonly pausedUntil: number | null;
  };
  /** A pause began, changed or (null) ended. */
  'helper-profile.paused': { readonly personId: string; readonly pausedUntil: number | null };
  'person.signed-out': { readonly personId: string; readonly sessionId: string };
  /** `waitsForReview`: a coordinator looks at it before neighbours are asked; `weekly`: it is the first of many times. */
  'help-request.posted': RequestEvent & {
    readonly askerId: string;
    readonly waitsForReview: boolean;
    readonly weekly?: true;
  };
  /** Not seen for a year: told once, and gone at `dueAt` (product clock, milliseconds) unless the person comes back. */
  'person.inactive': { readonly personId: string; readonly dueAt: number };
  /** Somebody was given a role in an organisation or the municipality. */
  'member.added': { readonly personId: string; readonly membershipId: string };
  /** The account is gone; what is left of it leads to nobody. */
  'person.erased': { readonly personId: string };
  /** Neighbours may be asked from now on. */
  'help-request.opened': RequestEvent & { readonly askerId: string };
  'help-request.edited': RequestEvent;
  'help-request.accepted': PersonOnRequest & { readonly askerId: string; readonly filled: boolean };
  'help-request.waitlisted': PersonOnRequest;
  /** One neighbour's yes was confirmed: that neighbour now sees the address. */
  'help-request.confirmed': PersonOnRequest & { readonly askerId: string };
  /** `hadSeat`: not only a place on the waiting list; `partedBy`: who of the two never wants to meet the other again. */
  'help-request.withdrawn': PersonOnRequest & {
    readonly askerId: string;
    readonly hadSeat: boolean;
    readonly partedBy?: 'asker' | 'helper';
  };
  'help-request.promoted': PersonOnRequest & { readonly askerId: string };
  /** A seat came free and nobody waited for it: neighbours may be asked again. */
  'help-request.reopened': RequestEvent & { readonly askerId: string };
  /** The end of the request let this person go; `was` is the place they had. */
  'help-request.released': PersonOnRequest & { readonly was: string };
  'help-request.cancelled': RequestEvent & { readonly askerId: string };
  /** `hadHelper`: a neighbour had said yes, but nobody told how it went. */
  'help-request.expired': RequestEvent & { readonly askerId: string; readonly hadHelper: boolean };
  'help-request.escalated': RequestEvent & {
    readonly askerId: string;
    readonly level: 1 | 2;
    readonly ownerPersonId: string;
    readonly reason: 'clock' | 'nobody-reachable';
  };
  'help-request.outcome-asked': RequestEvent & { readonly askerId: string; readonly helperIds: readonly string[] };
  'help-request.closed': RequestEvent & {
    readonly askerId: string;
    readonly helped: boolean;
    readonly helperIds: readonly string[];
  };
  /** A row was added to the audit trail, and wants to be put in its chain. */
  'audit.recorded': { readonly entryId: string };
  /** One side of a help that worked out wrote a thank-you to the other. */
  'help-request.thanked': RequestEvent & { readonly senderId: string; readonly recipientId: string };
  'report.made': { readonly reportId: string; readonly associationId: string };
  'sanction.imposed': { readonly sanctionId: string; readonly personId: string };
  'sanction.lifted': { readonly sanctionId: string; readonly personId: string };
  'appeal.decided': { readonly sanctionId: string; readonly personId: string };
  /** The certificate of conduct of this person is not good for much longer, or no longer. */
  'vog.ending': { readonly vogCheckId: string; readonly personId: string; readonly associationId: string };
  'desk-question.asked': { readonly questionId: string };
  /** Somebody else owns the question to the desk from now on; `late`: because nobody answered in time. */
  'desk-question.moved': {
    readonly questionId: string;
    readonly askerId: string;
    readonly to: 'association' | 'desk' | 'welfare';
    readonly late: boolean;
  };
  'desk-question.answered': { readonly questionId: string; readonly askerId: string; readonly theme: string };
  /** Who asked the desk finds it heavy and wants to be called, or does not want that any more. */
  'strain-signal.given': { readonly questionId: string };
  'strain-signal.taken-back': { readonly questionId: string };
  /** Nobody has to answer it any more. */
  'desk-question.withdrawn': { readonly questionId: string };
  /** Somebody looks into an alert; these people follow the municipality. */
  'alert.acknowledged': { readonly personIds: readonly string[] };
  /** Something waits for this organiser, at the beginning of a day. */
  'work.summed-up': { readonly personId: string };
  /** Something that organisers of this organisation see on their list came, changed or went. */
  'work.touched': { readonly associationId: string };
  'ask.created': {
    readonly askId: string;
    readonly personId: string;
    readonly helpRequestId: string;
    readonly acute: boolean;
  };
  /** Asked on the telephone: no message goes out. */
  'ask.called': { readonly askId: string; readonly personId: string; readonly helpRequestId: string };
  'ask.answered': {
    readonly askId: string;
    readonly personId: string;
    readonly helpRequestId: string;
    readonly answer: 'yes' | 'no';
  };
  /** Chosen but never sent: it may not reach this person now. */
  'ask.taken-back': { readonly askId: string; readonly personId: string; readonly helpRequestId: string };
  'ask.closed': {
    readonly askId: string;
    readonly personId: string;
    readonly helpRequestId: string;
    readonly why: 'filled' | 'cancelled' | 'expired';
  };
  /** No wave could be planned because nobody can be reached now. */
  'matching.nobody-reachable': { readonly helpRequestId: string };
  /** The request's clock has to be looked at again at this moment (product clock, milliseconds). */
  'help-request.clock-set': { readonly helpRequestId: string; readonly dueAt: number; readonly version: number };
  /** The next round of asking is due at this moment (product clock, milliseconds). */
  'matching.wave-set': { readonly helpRequestId: string; readonly round: number; readonly dueAt: number };
  /** The next moment to remind of an agreement (product clock, milliseconds). */
  'reminder.set': { readonly helpRequestId: string; readonly dueAt: number };
  /** This neighbour's agreement is near: both sides are reminded. */
  'reminder.due': PersonOnRequest & { readonly askerId: string };
  /** `version` of the conversation, so that a screen knows whether it saw this already. */
  'message.sent': ConversationEvent & { readonly senderId: string; readonly recipientId: string };
  'message.read': ConversationEvent & { readonly readerId: string; readonly otherId: string };
  /** Something waits unread for this person, who is not looking at the conversation. */
  'message.waiting': ConversationEvent & { readonly recipientId: string };
  /** A mail for a conversation is stored and waits to be worked. */
  'reply.received': { readonly replyId: string };
  /** Not all that this person answered by mail came in the conversation. */
  'reply.returned': { readonly replyId: string; readonly personId: string };
  /** The answers to the asks of a request are learned from at this moment (product clock, milliseconds). */
  'matching.learning-set': { readonly helpRequestId: string; readonly dueAt: number };
  /** Something of an organisation's work list was taken, handed over or finished; these people work there. */
  'work-item.changed': { readonly associationId: string; readonly personIds: readonly string[] };
  /** Letters of a campaign leave, or its outcome is looked at, at this moment (product clock, milliseconds). */
  'campaign.set': { readonly campaignId: string; readonly dueAt: number };
  /** It is this person's turn to get the letter. */
  'invitation.due': { readonly invitationId: string; readonly personId: string };
  /** A turn of a circle was due; `endedAt` (product clock, milliseconds) is when, `filledBy` who would come. */
  'circle.turn-over': {
    readonly circleId: string;
    readonly slotId: string;
    readonly endedAt: number;
    readonly filledBy: 'member' | 'board' | 'nobody';
  };
  /** A turn, a person or the plan of a circle. */
  'circle.changed': { readonly circleId: string };
  /** Whoever holds a turn asks another to come instead. */
  'circle.swap-asked': { readonly slotId: string };
  /** Something of a circle that these people want to be told; `subjectId` is the circle, the turn or the membership. */
  'circle.news': {
    readonly news: 'joining' | 'joined' | 'swap-asked' | 'taken-over' | 'left-out' | 'unfilled' | 'reminder';
    readonly subjectId: string;
    readonly personIds: readonly string[];
  };
  /**
   * A date of a gathering is over, or what became of it was noted or corrected. `day` is the local calendar day it was on;
   * `untold`: nobody noted it yet; `came` is a number of people.
   */
  'gathering.over': {
    readonly gatheringId: string;
    readonly gatheringDateId: string;
    readonly day: string;
    readonly kind: string;
    readonly outcome: 'held' | 'not-held' | 'cancelled' | 'untold';
    readonly came: number;
  };
  /** Something of one date of a gathering that those who said to come want to be told. */
  'gathering.news': {
    readonly news: 'cancelled' | 'cancelled-now' | 'changed' | 'reminder';
    readonly subjectId: string;
    readonly personIds: readonly string[];
  };
  /** One of the two wants never to meet the other again. */
  'person.blocked': { readonly personId: string; readonly otherId: string };
  /** A file is whole, or somebody said to take it over. */
  'import.ready': { readonly importId: string };
  'board.changed': {
    readonly associationId: string;
    readonly sequence: number;
    readonly helpRequestId: string;
    readonly version: number;
  };
}
export type EventType = keyof DomainEvents;

/** One row of the outbox. */
export interface OutboxEvent<T extends EventType = EventType> {
  readonly id: string;
  readonly municipalityId: string;
  readonly type: T;
  readonly payload: DomainEvents[T];
  /** Database clock, milliseconds since the epoch. */
  readonly occurredAt: number;
}

/** Event of any type, discriminated by `type`. */
export type AnyOutboxEvent = { [T in EventType]: OutboxEvent<T> }[EventType];
