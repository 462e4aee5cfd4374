import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { SignInChallenges } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { MailRoad } from './channel-senders.js';
import { renderLetter } from './templates/index.js';

/** Mails a sign-in code. Codes go by mail only, and are wiped once they left. */
@Injectable()
@HandlesJob('notifications.send-code')
export class SendCode implements JobHandler<'notifications.send-code'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInChallenges) private readonly challenges: SignInChallenges,
    @Inject(MailRoad) private readonly mail: MailRoad,
  ) {}

  async handle({ municipalityId, challengeId }: JobMap['notifications.send-code']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const code = await this.challenges.readForSending(tx, challengeId);
      const [municipality] = await tx.query<{ name: string; is_demonstration: boolean; confirms: boolean }>(
        `SELECT m.name, m.is_demonstration, EXISTS (SELECT 1 FROM sign_in_challenge c WHERE c.municipality_id = m.id
                  AND c.id = $2 AND c.help_request_id IS NOT NULL) AS confirms
           FROM municipality m WHERE m.id = $1`,
        [municipalityId, challengeId],
      );
      return code && municipality ? { code, municipality, now: tx.now } : undefined;
    });
    if (!prepared) return;
    const { code, municipality, now } = prepared;
    const letter = renderLetter('sign-in-code', {
      language: code.language,
      now,
      municipalityName: municipality.name,
      isExample: municipality.is_demonstration,
      settingsUrl: null,
      code: code.code,
      minutes: code.minutes,
      confirmsRequest: municipality.confirms,
    });
    const result = await this.mail.send(challengeId, code.email, letter);
    // A code that could not leave is tried again by the queue, under the same Message-ID.
    if (result.status === 'failed-temporary' || result.status === 'unknown')
      throw new Error(`code not sent: ${result.reason}`);
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.challenges.markSent(tx, challengeId));
  }
}

/** Codes that were asked for but never left. */
@Injectable()
@Sweeps('sign-in-code')
export class OverdueCodes implements OverdueWork {
  constructor(@Inject(SignInChallenges) private readonly challenges: SignInChallenges) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    return (await this.challenges.unsent(tx, 15)).map((challengeId) => ({
      name: 'notifications.send-code',
      data: { municipalityId, challengeId },
      id: sweepId(['code', challengeId], tx.now),
    }));
  }
}
