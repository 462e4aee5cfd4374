import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { MailRoad } from './channel-senders.js';
import { renderLetter } from './templates/index.js';

/** So many each half minute: a large import must not hold up what people wait for. */
const atATime = 200;

interface Invitation {
  readonly organisation: string;
  readonly municipality: string;
  readonly is_demonstration: boolean;
}

/** Asks somebody whose address an organisation told whether they want to help. Once; who does not answer is erased. */
@Injectable()
@HandlesJob('notifications.send-member-invitation')
export class SendMemberInvitation implements JobHandler<'notifications.send-member-invitation'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(MailRoad) private readonly mail: MailRoad,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async handle({ municipalityId, personId }: JobMap['notifications.send-member-invitation']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const [invitation] = await tx.query<Invitation>(
        `SELECT a.name AS organisation, g.name AS municipality, g.is_demonstration FROM member_invitation i
           JOIN association a ON a.municipality_id = i.municipality_id AND a.id = i.association_id
           JOIN municipality g ON g.id = i.municipality_id
          WHERE i.municipality_id = $1 AND i.person_id = $2 AND i.sent_at IS NULL`,
        [municipalityId, personId],
      );
      const email = (await this.people.cardsOf(tx, [personId])).get(personId)?.email;
      return invitation && email ? { invitation, email, now: tx.now } : undefined;
    });
    if (!prepared) return;
    const { invitation, email, now } = prepared;
    const letter = renderLetter('member-invitation', {
      language: 'nl',
      now,
      municipalityName: invitation.municipality,
      isExample: invitation.is_demonstration,
      settingsUrl: null,
      organisation: invitation.organisation,
      willingUrl: `${this.config.publicUrl}/bereid`,
    });
    const result = await this.mail.send(`invited-${personId}`, email, letter);
    if (result.status === 'failed-temporary' || result.status === 'unknown') {
      throw new Error(`invitation not sent: ${result.reason}`);
    }
    await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query('UPDATE member_invitation SET sent_at = app_now() WHERE municipality_id = $1 AND person_id = $2', [
        municipalityId,
        personId,
      ]),
    );
  }
}

/** Invitations that were not sent yet, the oldest first. */
@Injectable()
@Sweeps('member-invitation')
export class MemberInvitationsToSend implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT person_id AS id FROM member_invitation WHERE municipality_id = $1 AND sent_at IS NULL
        ORDER BY invited_at, person_id LIMIT ${atATime}`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'notifications.send-member-invitation',
      data: { municipalityId, personId: id },
      id: sweepId(['member-invitation', id], tx.now),
    }));
  }
}
