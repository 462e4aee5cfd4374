import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { campaignPlan, doesHarm, lettersUntil, measuredAt } from '@app/domain/activation/index.js';
import { DAY } from '@app/domain/kernel/time.js';
import { ContactLimits } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { nextLocalTime } from '@app/platform/time/local-clock.js';
import { CampaignStore, type CampaignRow } from './campaign.store.js';
import { readStillInvitable } from './willing.read-model.js';

/** Letters leave from ten in the morning. */
const morning = 10 * 60;

/**
 * Moves a campaign on when PostgreSQL says it is time: the letters of the day, and in the end the one look at the outcome.
 * Whose week is full, who rests, or who is on pause or in quiet hours, is passed over and tried again the next day; so is who
 * left the group since the draw. Whoever gets no letter stays in the part they were drawn into.
 */
@Injectable()
@HandlesJob('activation.keep-campaign')
export class KeepCampaign implements JobHandler<'activation.keep-campaign'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignStore) private readonly store: CampaignStore,
    @Inject(ContactLimits) private readonly limits: ContactLimits,
  ) {}

  async handle({ municipalityId, campaignId }: JobMap['activation.keep-campaign']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const campaign = await this.store.find(tx, campaignId, true);
      if (!campaign || campaign.finished_at !== null) return;
      const lookAt = measuredAt(campaign.started_at.getTime());
      if (tx.now >= lookAt) {
        await this.store.finish(tx, campaignId, campaignPlan.measuredAfterDays * DAY);
        return;
      }
      if (isHarmful(campaign)) await this.store.stop(tx, campaignId, true);
      const left = isInviting(campaign, tx.now) ? await this.write(tx, campaign) : 0;
      await this.store.setDue(tx, campaignId, left > 0 ? Math.min(lookAt, nextLocalTime(tx.now, morning)) : lookAt);
    });
  }

  /** @returns how many are still to be written to */
  private async write(tx: Transaction, campaign: CampaignRow): Promise<number> {
    const { id: campaignId } = campaign;
    const lastMorning = nextLocalTime(tx.now, morning) - DAY;
    let room = campaignPlan.lettersADay - (await this.store.writtenSince(tx, campaignId, lastMorning));
    const waiting = await this.store.waiting(tx, campaignId);
    const invitable = await readStillInvitable(
      tx,
      campaign,
      waiting.map(({ person_id: id }) => id),
    );
    let left = waiting.length;
    for (const { id: invitationId, person_id: personId } of waiting) {
      if (room <= 0) break;
      if (!invitable.has(personId) || !(await this.limits.claim(tx, personId))) continue;
      await this.store.markWritten(tx, invitationId);
      tx.append('invitation.due', { invitationId, personId });
      room -= 1;
      left -= 1;
    }
    return left;
  }
}

/** Whether letters may still leave. */
export function isInviting(campaign: CampaignRow, now: number): boolean {
  const { started_at: since, stopped_at: stopped, waiting } = campaign;
  return stopped === null && !isHarmful(campaign) && waiting > 0 && now < lettersUntil(since.getTime());
}

/** Whether more readers turned away than the plan allows. */
export function isHarmful({ written, unwelcome }: CampaignRow): boolean {
  return doesHarm({ reached: written, unwelcome });
}

/** Campaigns whose moment came without anybody looking: their job was lost. */
@Injectable()
@Sweeps('campaign')
export class OverdueCampaigns implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM campaign WHERE municipality_id = $1 AND next_due_at < app_now() - interval '1 second'`,
      [municipalityId],
    );
    return rows.map(({ id: campaignId }) => ({
      name: 'activation.keep-campaign',
      data: { municipalityId, campaignId },
      id: sweepId(['campaign', campaignId], tx.now),
    }));
  }
}
