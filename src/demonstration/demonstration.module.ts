import { Module, type DynamicModule } from '@nestjs/common';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { MailSink } from '@app/platform/mail/mail-sink.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { DemonstrationController } from './demonstration.controller.js';
import { FreshDay } from './fresh-day.js';
import { LoopbackGuard } from './loopback.guard.js';
import { MAIL_SINK, Mailbox } from './mailbox.js';
import { ReplyController } from './reply.controller.js';
import { SendReply } from './send-reply.js';
import { MoveClock } from './move-clock.js';

/** What only the demonstration has; not part of the application otherwise. */
@Module({})
export class DemonstrationModule {
  static with(sink: MailSink | undefined): DynamicModule {
    return {
      module: DemonstrationModule,
      controllers: [DemonstrationController, ReplyController],
      providers: [
        FreshDay,
        LoopbackGuard,
        Mailbox,
        SendReply,
        MoveClock,
        { provide: MAIL_SINK, useValue: sink ?? null },
        {
          provide: DemonstrationClock,
          inject: [AppConfig],
          useFactory: (config: AppConfig) => new DemonstrationClock(config.ownerUrl ?? config.databaseUrl),
        },
      ],
    };
  }
}
