import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { MailRoad } from './channel-senders.js';
import { renderLetter } from './templates/index.js';

/** Tells somebody who was not seen for a year that the account goes in a month, and how to keep it. */
@Injectable()
@HandlesJob('notifications.send-inactivity-notice')
export class SendInactivityNotice implements JobHandler<'notifications.send-inactivity-notice'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(MailRoad) private readonly mail: MailRoad,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async handle({ municipalityId, personId }: JobMap['notifications.send-inactivity-notice']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const card = (await this.people.cardsOf(tx, [personId])).get(personId);
      const [notice] = await tx.query<{ at: Date; name: string; is_demonstration: boolean }>(
        `SELECT p.inactivity_notice_at AS at, m.name, m.is_demonstration FROM person p
           JOIN municipality m ON m.id = p.municipality_id
          WHERE p.municipality_id = $1 AND p.id = $2 AND p.inactivity_notice_at IS NOT NULL`,
        [municipalityId, personId],
      );
      return card?.email && notice ? { email: card.email, language: card.language, notice, now: tx.now } : undefined;
    });
    // Seen again, or gone: then there is nothing to tell.
    if (!prepared) return;
    const { email, language, notice, now } = prepared;
    const messageId = `inactive-${personId}-${notice.at.getTime()}`;
    const letter = renderLetter('inactivity-notice', {
      language,
      now,
      municipalityName: notice.name,
      isExample: notice.is_demonstration,
      settingsUrl: null,
      signInUrl: `${this.config.publicUrl}/inloggen`,
    });
    const result = await this.mail.send(messageId, email, letter);
    if (result.status === 'failed-temporary' || result.status === 'unknown') {
      throw new Error(`inactivity notice not sent: ${result.reason}`);
    }
  }
}
