import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { retention } from '@app/domain/kernel/retention.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { ErasePerson } from './erase-person.js';
import { MySessions } from './my-sessions.js';

/** What is still to be done with an account that had its time. */
type Stage = 'erase' | 'notice' | 'none';

/**
 * Who may go by itself: a person without a role in an organisation who never used a code for 7 days, or was not seen
 * for 12 months. In $2 the person, or null for everyone.
 */
const candidates = `
  SELECT p.id, p.status,
         CASE WHEN p.status = 'unverified' THEN 'erase'
              WHEN p.inactivity_notice_at IS NULL AND p.email_index IS NOT NULL THEN 'notice'
              WHEN p.email_index IS NULL OR p.inactivity_notice_at <= app_now() - interval '${retention.noticeMonths} month' THEN 'erase'
              ELSE 'none' END AS stage
    FROM person p
   WHERE p.municipality_id = $1 AND ($2::uuid IS NULL OR p.id = $2)
     AND (p.status = 'unverified' AND p.created_at <= app_now() - interval '${retention.unverifiedDays} days'
       OR p.status = 'active' AND coalesce(p.last_seen_at, p.created_at) <= app_now()
            - CASE WHEN p.email_index IS NULL THEN interval '${retention.inactiveMonths + retention.noticeMonths} months'
                   ELSE interval '${retention.inactiveMonths} months' END)
     AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.municipality_id = p.municipality_id AND m.person_id = p.id
                        AND m.role IN ('coordinator', 'desk', 'monitor', 'administrator'))
     AND NOT EXISTS (SELECT 1 FROM association a WHERE a.municipality_id = p.municipality_id AND a.contact_person_id = p.id)`;

const month = 30 * 24 * 3_600_000;
const year = 365 * 24 * 3_600_000;

/** Ends accounts nobody uses: never confirmed, or not used for a year and told a month ago. */
@Injectable()
@HandlesJob('people.end-account')
export class EndAccount implements JobHandler<'people.end-account'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonalDataHolders) private readonly holders: PersonalDataHolders,
    @Inject(ErasePerson) private readonly erasePerson: ErasePerson,
    @Inject(MySessions) private readonly sessions: MySessions,
  ) {}

  async handle({ municipalityId, personId }: JobMap['people.end-account']): Promise<void> {
    const ended = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
        municipalityId,
        personId,
      ]);
      const [found] = await tx.query<{ stage: Stage; status: string }>(candidates, [municipalityId, personId]);
      if (!found || found.stage === 'none') return [];
      if (found.status === 'active' && (await this.stillTakesPart(tx, personId))) return [];
      if (found.stage === 'erase') return this.erasePerson.run(tx, personId);
      await tx.query('UPDATE person SET inactivity_notice_at = app_now() WHERE municipality_id = $1 AND id = $2', [
        municipalityId,
        personId,
      ]);
      tx.append('person.inactive', { personId, dueAt: tx.now + month });
      return [];
    });
    this.sessions.disconnect(ended);
  }

  /** Who helps by one-tap mail, or asks by telephone, never signs in and takes part all the same: that counts as seen. */
  private async stillTakesPart(tx: Transaction, personId: string): Promise<boolean> {
    if (!(await this.holders.wasActiveSince(tx, personId, tx.now - year))) return false;
    await tx.query(
      `UPDATE person SET last_seen_at = app_now(), inactivity_notice_at = NULL
        WHERE municipality_id = $1 AND id = $2 AND status = 'active'`,
      [tx.tenancy.municipalityId, personId],
    );
    return true;
  }
}

/** Accounts that had their time. */
@Injectable()
@Sweeps('old-account')
export class OldAccounts implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM (${candidates}) AS candidate WHERE stage <> 'none' LIMIT 200`,
      [municipalityId, null],
    );
    return rows.map(({ id }) => ({
      name: 'people.end-account',
      data: { municipalityId, personId: id },
      id: sweepId(['end-account', id], tx.now),
    }));
  }
}

/** What happens to accounts by themselves. */
export const peopleReactions: Reactions = {
  'person.inactive': (event) => [
    {
      name: 'people.end-account',
      id: `${event.id}-end`,
      data: { municipalityId: event.municipalityId, personId: event.payload.personId },
      delayMs: event.payload.dueAt - event.occurredAt,
    },
  ],
};
