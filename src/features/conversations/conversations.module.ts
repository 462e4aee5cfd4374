import { Module } from '@nestjs/common';
import { HelpRequestsModule } from '@app/features/help-requests/index.js';
import { NotificationsModule } from '@app/features/notifications/index.js';
import { PeopleModule } from '@app/features/people/index.js';
import { ConversationStore } from './conversation.store.js';
import { Conversations } from './conversations.js';
import { ConversationsController } from './conversations.controller.js';
import { ForgetConversations, OldConversations } from './forget-conversations.js';
import { MessageData } from './message-data.js';
import { OverdueReplies, TakeReply } from './reply-mail/take-reply.js';
import { ReplyDoor } from './reply-mail/reply-door.js';
import { ReplyLetters } from './reply-mail/reply-letters.js';
import { ReplyMailData } from './reply-mail/reply-mail-data.js';
import { ReplyMailStore } from './reply-mail/reply-mail.store.js';
import { TellUnread, UntoldMessages } from './tell-unread.js';

@Module({
  imports: [PeopleModule, HelpRequestsModule, NotificationsModule],
  controllers: [ConversationsController],
  providers: [
    MessageData,
    ConversationStore,
    Conversations,
    TellUnread,
    UntoldMessages,
    ForgetConversations,
    OldConversations,
    ReplyMailStore,
    ReplyMailData,
    ReplyLetters,
    ReplyDoor,
    TakeReply,
    OverdueReplies,
  ],
})
export class ConversationsModule {}
