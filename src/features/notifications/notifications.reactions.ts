import type { OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob, NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';

function send(
  event: OutboxEvent,
  template: NotificationTemplate,
  recipientId: string,
  subjectId: string,
): AnyPlannedJob {
  const { id: eventId, municipalityId } = event;
  return {
    name: 'notifications.send',
    id: `${eventId}-${template}-${recipientId}`,
    data: { municipalityId, eventId, recipientId, template, subjectId },
  };
}

function remind({
  id,
  municipalityId,
  payload,
}: OutboxEvent<'help-request.confirmed' | 'reminder.set'>): AnyPlannedJob {
  const { helpRequestId } = payload;
  return { name: 'notifications.remind', id: `${id}-remind`, data: { municipalityId, helpRequestId } };
}

/** Who hears what. Whether and how a message really leaves is decided when it is sent. */
export const notificationReactions: Reactions = {
  'sign-in.requested': (event) => [
    {
      name: 'notifications.send-code',
      id: `${event.id}-code`,
      data: { municipalityId: event.municipalityId, challengeId: event.payload.challengeId },
    },
  ],
  'person.inactive': (event) => [
    {
      name: 'notifications.send-inactivity-notice',
      id: `${event.id}-notice`,
      data: { municipalityId: event.municipalityId, personId: event.payload.personId },
    },
  ],
  'member.added': ({ id, municipalityId, payload: { personId, membershipId: subjectId } }) => [
    { name: 'notifications.send-role-letter', id: `${id}-role`, data: { municipalityId, personId, subjectId } },
  ],
  'ask.created': (event) => {
    const { personId, askId, helpRequestId, acute } = event.payload;
    return [{ ...send(event, 'ask', personId, askId), wave: { helpRequestId, acute } }];
  },
  'ask.closed': (event) => [send(event, 'ask-closed', event.payload.personId, event.payload.askId)],
  'help-request.accepted': (event) => [
    send(event, 'asker-has-helper', event.payload.askerId, event.payload.helpRequestId),
    send(event, 'helper-accepted', event.payload.personId, event.payload.helpRequestId),
  ],
  'help-request.promoted': (event) => [
    send(event, 'asker-has-helper', event.payload.askerId, event.payload.helpRequestId),
    send(event, 'helper-promoted', event.payload.personId, event.payload.helpRequestId),
  ],
  'help-request.confirmed': (event) => [
    send(event, 'helper-confirmed', event.payload.personId, event.payload.helpRequestId),
    remind(event),
  ],
  // A moment late is harmless; a moment early would find nothing due.
  'reminder.set': (event) => [{ ...remind(event), delayMs: event.payload.dueAt - event.occurredAt + 20 }],
  'help-request.thanked': (event) => [send(event, 'thanked', event.payload.recipientId, event.payload.helpRequestId)],
  'reminder.due': (event) =>
    [event.payload.personId, event.payload.askerId].map((id) =>
      send(event, 'reminder', id, event.payload.helpRequestId),
    ),
  'help-request.withdrawn': (event) =>
    event.payload.partedBy === 'asker'
      ? [send(event, 'helper-cancelled', event.payload.personId, event.payload.helpRequestId)]
      : event.payload.hadSeat
        ? [send(event, 'helper-withdrew', event.payload.askerId, event.payload.helpRequestId)]
        : [],
  'help-request.released': (event) => [
    send(event, 'helper-cancelled', event.payload.personId, event.payload.helpRequestId),
  ],
  'sanction.imposed': (event) => [send(event, 'sanction-imposed', event.payload.personId, event.payload.sanctionId)],
  'appeal.decided': (event) => [send(event, 'appeal-decided', event.payload.personId, event.payload.sanctionId)],
  'sanction.lifted': (event) => [send(event, 'sanction-lifted', event.payload.personId, event.payload.sanctionId)],
  'work.summed-up': (event) => [send(event, 'work-waits', event.payload.personId, event.payload.personId)],
  'desk-question.moved': (event) => [send(event, 'question-moved', event.payload.askerId, event.payload.questionId)],
  'desk-question.answered': (event) => [
    send(event, 'question-answered', event.payload.askerId, event.payload.questionId),
  ],
  'reply.returned': (event) => [send(event, 'reply-returned', event.payload.personId, event.payload.replyId)],
  'vog.ending': (event) => [send(event, 'vog-ending', event.payload.personId, event.payload.vogCheckId)],
  'invitation.due': (event) => [send(event, 'invitation', event.payload.personId, event.payload.invitationId)],
  'help-request.escalated': (event) => [
    send(event, 'asker-escalated', event.payload.askerId, event.payload.helpRequestId),
    send(event, 'owner-escalated', event.payload.ownerPersonId, event.payload.helpRequestId),
  ],
  'help-request.expired': (event) =>
    event.payload.hadHelper ? [] : [send(event, 'asker-expired', event.payload.askerId, event.payload.helpRequestId)],
  'help-request.outcome-asked': (event) =>
    [event.payload.askerId, ...event.payload.helperIds].map((id) =>
      send(event, 'outcome-asked', id, event.payload.helpRequestId),
    ),
  'message.waiting': (event) => [
    send(event, 'message-waiting', event.payload.recipientId, event.payload.helpRequestId),
  ],
  'help-request.closed': (event) =>
    event.payload.helped
      ? [event.payload.askerId, ...event.payload.helperIds].map((id) =>
          send(event, 'thank-you', id, event.payload.helpRequestId),
        )
      : [],
};
