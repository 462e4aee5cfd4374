import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { StillTrue } from '@app/features/notifications/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';

/** One telling for all that is unread; what comes after it is told again when it waits this long. */
const againAfter = `interval '4 hours'`;
const unreadFor = `interval '50 seconds'`;

/** Both sides of each conversation, as the one who may have something to read. */
const sides = `
  SELECT c.municipality_id, c.id, c.help_request_id, s.* FROM conversation c CROSS JOIN LATERAL (VALUES
    ('asker', c.asker_id, c.asker_read_number, c.asker_told_number, c.asker_told_at, c.message_count),
    ('helper', c.helper_id, c.helper_read_number, c.helper_told_number, c.helper_told_at, c.message_count)
  ) AS s(side, person_id, read_number, told_number, told_at, last_number)`;

/** Unread, not told yet, and old enough that nobody is looking. No moment of telling: they answered the last one by mail. */
const worthTelling = `u.last_number > greatest(u.read_number, u.told_number)
  AND (u.told_number <= u.read_number OR u.told_at IS NULL OR u.told_at < app_now() - ${againAfter})
  AND EXISTS (SELECT 1 FROM message m WHERE m.municipality_id = u.municipality_id AND m.conversation_id = u.id
        AND m.number = greatest(u.read_number, u.told_number) + 1 AND m.sender_id <> u.person_id
        AND m.sent_at <= app_now() - ${unreadFor})`;

interface Waiting {
  readonly side: 'asker' | 'helper';
  readonly help_request_id: string;
  readonly last_number: number;
}

/** Has somebody told of messages they did not see. The telling is noted with its event, so it happens once. */
@Injectable()
@HandlesJob('conversations.tell-unread')
export class TellUnread implements JobHandler<'conversations.tell-unread'>, OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StillTrue) private readonly stillTrue: StillTrue,
  ) {}

  /** Who read everything while the mail waited for the morning gets no mail. */
  onModuleInit(): void {
    this.stillTrue.register('message-waiting', async (tx, helpRequestId, personId) => {
      const rows = await tx.query(
        `SELECT 1 FROM (${sides}) u WHERE u.municipality_id = $1 AND u.help_request_id = $2 AND u.person_id = $3
            AND EXISTS (SELECT 1 FROM message m WHERE m.municipality_id = u.municipality_id AND m.conversation_id = u.id
              AND m.number > u.read_number AND m.sender_id <> u.person_id)`,
        [tx.tenancy.municipalityId, helpRequestId, personId],
      );
      return rows.length > 0;
    });
  }

  async handle({ municipalityId, conversationId, recipientId }: JobMap['conversations.tell-unread']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await tx.query('SELECT 1 FROM conversation WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
        municipalityId,
        conversationId,
      ]);
      const [waiting] = await tx.query<Waiting>(
        `SELECT u.side, u.help_request_id, u.last_number FROM (${sides}) u
          WHERE u.municipality_id = $1 AND u.id = $2 AND u.person_id = $3 AND ${worthTelling}`,
        [municipalityId, conversationId, recipientId],
      );
      if (!waiting) return;
      await tx.query(
        `UPDATE conversation SET ${waiting.side}_told_number = $3, ${waiting.side}_told_at = app_now()
          WHERE municipality_id = $1 AND id = $2`,
        [municipalityId, conversationId, waiting.last_number],
      );
      const { help_request_id: helpRequestId, last_number: version } = waiting;
      tx.append('message.waiting', { conversationId, helpRequestId, recipientId, version });
    });
  }
}

/** Unread messages nobody was told of, because their job was lost or came too early. */
@Injectable()
@Sweeps('unread-message')
export class UntoldMessages implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string; person_id: string }>(
      `SELECT u.id, u.person_id FROM (${sides}
          WHERE c.municipality_id = $1 AND (c.message_count > c.asker_read_number OR c.message_count > c.helper_read_number)) u
        WHERE ${worthTelling} LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id, person_id: recipientId }) => ({
      name: 'conversations.tell-unread',
      data: { municipalityId, conversationId: id, recipientId },
      id: sweepId(['unread', id, recipientId], tx.now),
    }));
  }
}
