/** Data of each job: ids only. A guard test reads one of each and fails on anything else. */
interface Tenant {
  readonly municipalityId: string;
}

/** What a notification is about; the words live with the notifications feature. */
export const notificationTemplates = [
  'ask',
  'ask-closed',
  'asker-has-helper',
  'helper-confirmed',
  'helper-accepted',
  'helper-cancelled',
  'helper-withdrew',
  'helper-promoted',
  'asker-escalated',
  'owner-escalated',
  'asker-expired',
  'outcome-asked',
  'thank-you',
  'message-waiting',
  'reminder',
  'thanked',
  'sanction-imposed',
  'appeal-decided',
  'vog-ending',
  'invitation',
  'sanction-lifted',
  'work-waits',
  'question-moved',
  'question-answered',
  'reply-returned',
  'circle-joining',
  'circle-joined',
  'circle-swap-asked',
  'circle-taken-over',
  'circle-left-out',
  'circle-unfilled',
  'circle-reminder',
  'gathering-cancelled',
  'gathering-cancelled-now',
  'gathering-changed',
  'gathering-reminder',
] as const;
export type NotificationTemplate = (typeof notificationTemplates)[number];

export const sendChannels = ['inbox', 'email', 'sms', 'voice', 'push'] as const;
export type SendChannel = (typeof sendChannels)[number];

/** Every job, by name. One handler each; boot refuses a missing or a double one. */
export interface JobMap {
  'notifications.send-code': Tenant & { readonly challengeId: string };
  /** Looks whether an account has had its time, and acts on it. */
  'people.end-account': Tenant & { readonly personId: string };
  'notifications.send-inactivity-notice': Tenant & { readonly personId: string };
  'notifications.send-member-invitation': Tenant & { readonly personId: string };
  'notifications.send-role-letter': Tenant & { readonly personId: string; readonly subjectId: string };
  /** Takes the words from a request that is closed long enough. */
  'help-requests.wipe-words': Tenant & { readonly helpRequestId: string };
  'help-requests.keep-clock': Tenant & { readonly helpRequestId: string };
  'help-requests.escalate-unreachable': Tenant & { readonly helpRequestId: string };
  /** `replan`: something changed, so do not wait for the next tick. */
  'matching.plan-wave': Tenant & { readonly helpRequestId: string; readonly replan?: boolean };
  /** Brings the asks of a request in line with what became of it. */
  'matching.settle-asks': Tenant & { readonly helpRequestId: string };
  /** Learns from the answers to the asks of a request that is over. */
  'matching.learn': Tenant & { readonly helpRequestId: string };
  /** Takes away the decisions whose time is over. */
  'matching.forget-decisions': Tenant;
  /** Writes down that organisations are asked by another generation of the policy. */
  'matching.note-generation': Tenant;
  'notifications.send': Tenant & {
    readonly eventId: string;
    readonly recipientId: string;
    readonly template: NotificationTemplate;
    /** The ask or the help request the message is about. */
    readonly subjectId: string;
  };
  /** Notes something of somebody's conduct, and raises a report when it is a pattern. */
  'moderation.watch-conduct': Tenant & {
    readonly personId: string;
    readonly mark: 'cancelled' | 'address-seen';
    readonly eventId: string;
    readonly associationId: string;
    readonly helpRequestId: string;
  };
  /** Looks whether a certificate of conduct ends soon or is over, and acts on it. */
  'trust.watch-vog': Tenant & { readonly vogCheckId: string };
  /** Looks whether the time of a question to the desk has come, and acts on it. */
  'desk.keep-clock': Tenant & { readonly questionId: string };
  /** Looks what waits for an organiser at the beginning of the day, and has it mailed. */
  'coordination.sum-up': Tenant & { readonly personId: string };
  /** Tells everybody who works at an organisation that its list changed. */
  'coordination.hint-list': Tenant & { readonly associationId: string };
  /** Checks a file, takes it over, or forgets it: whatever its time has come for. */
  'associations.work-import': Tenant & { readonly importId: string };
  'audit.chain': Tenant;
  'audit.export-head': Tenant;
  'board.project': Tenant & { readonly helpRequestId: string };
  'realtime.hint': Tenant & {
    readonly personIds: readonly string[];
    readonly message:
      'ask.changed' | 'help-request.changed' | 'conversation.changed' | 'work.changed' | 'monitor.changed';
    readonly id: string;
    readonly version: number;
  };
  /** Sends the next letters of a campaign, or looks at its outcome, when it is time. */
  'activation.keep-campaign': Tenant & { readonly campaignId: string };
  /** Reminds both sides of the agreements of one request, when it is time. */
  'notifications.remind': Tenant & { readonly helpRequestId: string };
  /** Takes away thanks for a help that has been over for its time. */
  'help-requests.forget-thanks': Tenant & { readonly helpRequestId: string };
  /** Takes words of thanks off the wall that were there for their time. */
  'help-requests.clear-wall': Tenant;
  /** Has a person told of a message that stayed unread for a minute. */
  'conversations.tell-unread': Tenant & { readonly conversationId: string; readonly recipientId: string };
  /** Works a mail that came in for a conversation, returns what could not be passed on, or forgets it. */
  'conversations.take-reply': Tenant & { readonly replyId: string };
  /** Takes away what was written about a request that has been over for its time. */
  'conversations.forget': Tenant & { readonly helpRequestId: string };
  /** Counts what happened and was not counted yet. */
  'participation.count': Tenant;
  /** Takes away what people wrote about the site that had its time. */
  'feedback.forget': Tenant;
  /** Hints everyone of a circle that something of it changed. */
  'circles.hint': Tenant & { readonly circleId: string };
  /** Tells whoever is asked to take over a turn. */
  'circles.tell-swap': Tenant & { readonly slotId: string };
  /** Puts a turn that nobody of the circle took on the board, as an ordinary request of the caregiver. */
  'circles.ask-around': Tenant & { readonly slotId: string };
  /** Puts the times after the first of what is asked for every week in the circle of the asker. */
  'circles.plan-weekly': Tenant & { readonly helpRequestId: string };
  /** Reminds whoever holds a turn. */
  'circles.remind': Tenant & { readonly slotId: string };
  /** Tells a circle once a week which turns nobody has. */
  'circles.tell-unfilled': Tenant & { readonly circleId: string };
  /** Notes who came to turns that are over. */
  'circles.end-turns': Tenant;
  /** Ends what two people have in a circle, after one of them wanted never to meet the other again. */
  'circles.part': Tenant & { readonly personId: string; readonly otherId: string };
  /** Reminds whoever said to come to one date of a gathering. */
  'gatherings.remind': Tenant & { readonly gatheringDateId: string };
  /** Notes of every date of a gathering that is over what became of it, and forgets who said to come. */
  'gatherings.end-dates': Tenant;
}
export type JobName = keyof JobMap;

/** Service level of each job, which is also its queue. */
export const jobQueues = {
  'notifications.send-code': 'acute',
  'people.end-account': 'bulk',
  'notifications.send-inactivity-notice': 'bulk',
  'notifications.send-member-invitation': 'bulk',
  'notifications.send-role-letter': 'normal',
  'help-requests.wipe-words': 'bulk',
  'help-requests.keep-clock': 'normal',
  'help-requests.escalate-unreachable': 'acute',
  'matching.plan-wave': 'acute',
  'matching.settle-asks': 'normal',
  'matching.learn': 'bulk',
  'matching.forget-decisions': 'bulk',
  'matching.note-generation': 'bulk',
  'notifications.send': 'acute',
  'moderation.watch-conduct': 'normal',
  'trust.watch-vog': 'normal',
  'desk.keep-clock': 'normal',
  'coordination.sum-up': 'bulk',
  'coordination.hint-list': 'acute',
  'associations.work-import': 'bulk',
  'audit.chain': 'normal',
  'audit.export-head': 'bulk',
  'board.project': 'acute',
  'realtime.hint': 'acute',
  'activation.keep-campaign': 'normal',
  'notifications.remind': 'normal',
  'help-requests.forget-thanks': 'bulk',
  'help-requests.clear-wall': 'bulk',
  'conversations.tell-unread': 'normal',
  'conversations.take-reply': 'acute',
  'conversations.forget': 'bulk',
  'participation.count': 'bulk',
  'feedback.forget': 'bulk',
  'circles.hint': 'acute',
  'circles.tell-swap': 'normal',
  'circles.ask-around': 'normal',
  'circles.plan-weekly': 'normal',
  'circles.remind': 'normal',
  'circles.tell-unfilled': 'bulk',
  'circles.end-turns': 'bulk',
  'circles.part': 'normal',
  'gatherings.remind': 'normal',
  'gatherings.end-dates': 'bulk',
} as const satisfies Record<JobName, QueueName>;

export const queueNames = ['acute', 'normal', 'bulk'] as const;
export type QueueName = (typeof queueNames)[number];

/** A job that a reaction or a handler wants done. */
export interface PlannedJob<N extends JobName = JobName> {
  readonly name: N;
  readonly data: JobMap[N];
  /** Makes adding it twice harmless; letters, digits, dots and dashes. */
  readonly id: string;
  /** Milliseconds from now; the database decides whether it is really due. */
  readonly delayMs?: number;
  /** Of an ask: the request it is about. Its first few go before the last ones of another request. */
  readonly wave?: { readonly helpRequestId: string; readonly acute: boolean };
}
export type AnyPlannedJob = { [N in JobName]: PlannedJob<N> }[JobName];
