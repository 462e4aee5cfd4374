import { askerEscalated, askerExpired, askerHasHelper, helperWithdrew } from './asker-letters.js';
import { ask, askClosed } from './ask-letters.js';
import { appointment } from './appointment.js';
import { outcomeAsked, thankYou } from './after-letters.js';
import { finishLetter } from './finish-letter.js';
import { helperAccepted, helperCancelled, helperConfirmed, helperPromoted } from './helper-letters.js';
import { inactivityNotice } from './inactivity-letter.js';
import { invitation } from './invitation-letter.js';
import {
  circleJoined,
  circleJoining,
  circleLeftOut,
  circleReminder,
  circleSwapAsked,
  circleTakenOver,
  circleUnfilled,
} from './circle-letters.js';
import { gatheringCalendar, gatheringCancelled, gatheringChanged, gatheringReminder } from './gathering-letters.js';
import type { LetterDraft } from './letter-block.js';
import { forOrganiser } from './caller-letters.js';
import { messageWaiting } from './message-letter.js';
import { memberInvitation } from './member-invitation-letter.js';
import { roleGiven } from './role-letter.js';
import { reminder } from './reminder-letter.js';
import { thanked } from './thanks-letter.js';
import { appealDecided, sanctionImposed, sanctionLifted } from './sanction-letters.js';
import { ownerEscalated } from './owner-letter.js';
import { vogEnding } from './vog-letter.js';
import { workWaits } from './work-letter.js';
import { questionAnswered, questionMoved } from './question-letters.js';
import { replyReturned } from './reply-letter.js';
import { signInCode } from './sign-in-letter.js';
import type { Letter, TemplateData, TemplateName } from './template-data.js';
import type { Attachment } from '@app/platform/mail/sender.js';

const drafts: { readonly [N in TemplateName]: (data: TemplateData[N]) => LetterDraft } = {
  ask,
  'ask-closed': askClosed,
  'asker-has-helper': askerHasHelper,
  'helper-accepted': helperAccepted,
  'helper-confirmed': helperConfirmed,
  'helper-cancelled': helperCancelled,
  'helper-withdrew': helperWithdrew,
  'helper-promoted': helperPromoted,
  'asker-escalated': askerEscalated,
  'owner-escalated': ownerEscalated,
  'asker-expired': askerExpired,
  'outcome-asked': outcomeAsked,
  'thank-you': thankYou,
  'message-waiting': messageWaiting,
  reminder,
  thanked,
  'sanction-imposed': sanctionImposed,
  'appeal-decided': appealDecided,
  'vog-ending': vogEnding,
  'sanction-lifted': sanctionLifted,
  'work-waits': workWaits,
  'question-moved': questionMoved,
  'question-answered': questionAnswered,
  'reply-returned': replyReturned,
  'circle-joining': circleJoining,
  'circle-joined': circleJoined,
  'circle-swap-asked': circleSwapAsked,
  'circle-taken-over': circleTakenOver,
  'circle-left-out': circleLeftOut,
  'circle-unfilled': circleUnfilled,
  'circle-reminder': circleReminder,
  'gathering-cancelled': gatheringCancelled,
  'gathering-cancelled-now': gatheringCancelled,
  'gathering-changed': gatheringChanged,
  'gathering-reminder': gatheringReminder,
  'sign-in-code': signInCode,
  'inactivity-notice': inactivityNotice,
  'role-given': roleGiven,
  'member-invitation': memberInvitation,
  invitation,
};

const attachments: { readonly [N in TemplateName]?: (data: TemplateData[N]) => readonly Attachment[] } = {
  'helper-confirmed': (data) => [appointment(data)],
  'gathering-cancelled': (data) => [gatheringCalendar(data, 'cancelled')],
  'gathering-cancelled-now': (data) => [gatheringCalendar(data, 'cancelled')],
  'gathering-changed': (data) => [gatheringCalendar(data)],
  'gathering-reminder': (data) => [gatheringCalendar(data)],
  'helper-cancelled': (data) => (data.wasConfirmed ? [appointment(data, 'cancelled')] : []),
};

/** A letter in all its forms, from what it is about. Pure: the same data give the same letter. */
export function renderLetter<N extends TemplateName>(template: N, data: TemplateData[N]): Letter {
  const draft = drafts[template](data);
  const caller = 'caller' in data && typeof data.caller === 'string' ? data.caller : null;
  return finishLetter(caller === null ? draft : forOrganiser(draft, caller), data, attachments[template]?.(data) ?? []);
}
