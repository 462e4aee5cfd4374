import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { MailRoad } from './channel-senders.js';
import { renderLetter } from './templates/index.js';
import type { RoleGivenData } from './templates/data/to-organisers.js';

interface RoleRow {
  readonly role: RoleGivenData['role'];
  readonly organisation: string | null;
  readonly municipality: string;
  readonly is_demonstration: boolean;
}

/** Tells somebody that they were given a role, and where to sign in. */
@Injectable()
@HandlesJob('notifications.send-role-letter')
export class SendRoleLetter implements JobHandler<'notifications.send-role-letter'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(MailRoad) private readonly mail: MailRoad,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async handle({ municipalityId, personId, subjectId }: JobMap['notifications.send-role-letter']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const card = (await this.people.cardsOf(tx, [personId])).get(personId);
      const [given] = await tx.query<RoleRow>(
        `SELECT m.role, a.name AS organisation, g.name AS municipality, g.is_demonstration FROM membership m
           JOIN municipality g ON g.id = m.municipality_id
           LEFT JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
          WHERE m.municipality_id = $1 AND m.id = $2 AND m.person_id = $3`,
        [municipalityId, subjectId, personId],
      );
      return card?.email && given ? { email: card.email, given, now: tx.now } : undefined;
    });
    // Taken back already: then there is nothing to tell.
    if (!prepared) return;
    const { email, given, now } = prepared;
    const letter = renderLetter('role-given', {
      language: 'nl',
      now,
      municipalityName: given.municipality,
      isExample: given.is_demonstration,
      settingsUrl: null,
      role: given.role,
      organisation: given.organisation ?? `gemeente ${given.municipality}`,
      signInUrl: `${this.config.publicUrl}/inloggen`,
    });
    const result = await this.mail.send(`role-${subjectId}`, email, letter);
    if (result.status === 'failed-temporary' || result.status === 'unknown') {
      throw new Error(`role letter not sent: ${result.reason}`);
    }
  }
}
