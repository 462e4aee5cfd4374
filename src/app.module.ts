import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { ActivationModule, activationReactions } from './features/activation/index.js';
import { AssociationsModule, associationReactions } from './features/associations/index.js';
import { BoardModule, boardReactions } from './features/board/index.js';
import { CirclesModule, circleReactions } from './features/circles/index.js';
import { GatheringsModule, gatheringReactions } from './features/gatherings/index.js';
import { ConversationsModule, conversationReactions } from './features/conversations/index.js';
import { CoordinationModule, coordinationReactions } from './features/coordination/index.js';
import { FeedbackModule } from './features/feedback/index.js';
import { HelpRequestsModule, helpRequestEntities, helpRequestReactions } from './features/help-requests/index.js';
import { MatchingModule, matchingEntities, matchingReactions } from './features/matching/index.js';
import { ModerationModule, moderationReactions } from './features/moderation/index.js';
import { NotificationsModule, notificationEntities, notificationReactions } from './features/notifications/index.js';
import { DeskModule } from './features/desk/index.js';
import { TrustModule } from './features/trust/index.js';
import { ParticipationModule, participationReactions } from './features/participation/index.js';
import { PeopleModule, entities as peopleEntities, peopleReactions } from './features/people/index.js';
import { DemonstrationModule } from './demonstration/index.js';
import { auditReactions } from './platform/audit/chain-audit.js';
import type { AppConfig } from './platform/config/app-config.js';
import type { MailSink } from './platform/mail/mail-sink.js';
import { PlatformModule } from './platform/platform.module.js';
import { WebModule } from './web-pages/web.module.js';

export interface AppParts {
  readonly config: AppConfig;
  readonly logger: Logger;
  /** The embedded mail server of the demonstration. */
  readonly sink: MailSink | undefined;
}

/** Everything there is; which roles a process has is decided when it runs. */
@Module({})
export class AppModule {
  static with({ config, logger, sink }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({
          config,
          logger,
          entities: [...peopleEntities, ...helpRequestEntities, ...matchingEntities, ...notificationEntities],
          reactions: [
            auditReactions,
            moderationReactions,
            peopleReactions,
            helpRequestReactions,
            matchingReactions,
            notificationReactions,
            boardReactions,
            conversationReactions,
            coordinationReactions,
            participationReactions,
            activationReactions,
            circleReactions,
            gatheringReactions,
            associationReactions,
          ],
        }),
        PeopleModule,
        AssociationsModule,
        HelpRequestsModule,
        MatchingModule,
        NotificationsModule,
        BoardModule,
        ConversationsModule,
        ModerationModule,
        TrustModule,
        DeskModule,
        CoordinationModule,
        ParticipationModule,
        ActivationModule,
        FeedbackModule,
        CirclesModule,
        GatheringsModule,
        ...(config.demonstration ? [DemonstrationModule.with(sink)] : []),
        WebModule,
      ],
    };
  }
}
