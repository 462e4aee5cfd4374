import { Module } from '@nestjs/common';
import { AssociationsModule } from '@app/features/associations/index.js';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { MatchingModule } from '@app/features/matching/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { ActionTokens } from './action-tokens.js';
import { calendarControllers, calendarProviders } from './calendar/index.js';
import { FeedSources } from './calendar/feed-sources.js';
import { ChannelSenders, MailRoad } from './channel-senders.js';
import { Inbox } from './inbox.js';
import { InboxController } from './inbox.controller.js';
import { LetterDetails } from './compose/letter-details.js';
import { LettersToAskers } from './compose/letters-to-askers.js';
import { LettersToBothSides } from './compose/letters-to-both-sides.js';
import { LettersToHelpers } from './compose/letters-to-helpers.js';
import { LetterComposer } from './letter-composer.js';
import { LostMessages } from './lost-messages.js';
import { ReplyAddresses } from './reply-addresses.js';
import { NotificationData } from './notification-data.js';
import { NotificationStore } from './notification.store.js';
import { OwnLetters } from './own-letters.js';
import { OverdueNotifications } from './overdue-notifications.js';
import { MemberInvitationsToSend, SendMemberInvitation } from './send-member-invitation.js';
import { SendRoleLetter } from './send-role-letter.js';
import { SendInactivityNotice } from './send-inactivity-notice.js';
import { OverdueCodes, SendCode } from './send-code.js';
import { pageControllers, pageProviders } from './pages/index.js';
import { pushControllers, pushProviders } from './push/index.js';
import { OverdueReminders, Remind } from './reminders/remind.js';
import { PrepareMessages } from './prepare-messages.js';
import { SendNotification } from './send-notification.js';
import { StillTrue } from './still-true.js';

@Module({
  imports: [PeopleModule, AssociationsModule, HelpRequestsModule, MatchingModule],
  controllers: [InboxController, ...calendarControllers, ...pushControllers, ...pageControllers],
  providers: [
    ActionTokens,
    ReplyAddresses,
    MailRoad,
    ChannelSenders,
    Inbox,
    LetterDetails,
    LettersToAskers,
    LettersToHelpers,
    LettersToBothSides,
    LetterComposer,
    StillTrue,
    NotificationStore,
    SendNotification,
    PrepareMessages,
    SendCode,
    SendInactivityNotice,
    SendRoleLetter,
    SendMemberInvitation,
    MemberInvitationsToSend,
    NotificationData,
    OverdueCodes,
    OverdueNotifications,
    LostMessages,
    OwnLetters,
    ...pageProviders,
    ...calendarProviders,
    ...pushProviders,
    Remind,
    OverdueReminders,
  ],
  exports: [ActionTokens, FeedSources, OwnLetters, ReplyAddresses, StillTrue],
})
export class NotificationsModule {}
