import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { localMoment, type LocalMoment } from '@app/platform/time/local-clock.js';
import type { OpeningHours } from '@app/domain/schedule/index.js';

/** For an organisation that told no hours. */
const usualMinute = 8 * 60;
/** Later than this in the day a mail would come too late to be of use: tomorrow there is another. */
const latestMinutes = 10 * 60;

/** When an organisation begins its day, in minutes of the wall clock; null on a day that it is closed. */
export function beginsAt(hours: OpeningHours | null, { day, weekday }: LocalMoment): number | null {
  if (hours === null) return usualMinute;
  if (hours.closedDays.includes(day)) return null;
  const today = hours.weekly.filter((part) => part.day === weekday).map(({ fromMinute }) => fromMinute);
  return today.length === 0 ? null : Math.min(...today);
}

/**
 * Organisers whose organisation began its day by the wall clock, and for whom nobody looked today. A day is a day of the
 * calendar at the wall, so a night in which the clock is put on or back changes nothing.
 */
@Injectable()
@Sweeps('work-mail')
export class DueWorkMails implements OverdueWork {
  constructor(@Inject(AreaDirectory) private readonly areas: AreaDirectory) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const now = localMoment(tx.now);
    const { owners } = await this.areas.map(tx);
    const begun = [...owners.values()].flatMap(({ organisationId, openingHours }) => {
      const begins = beginsAt(openingHours, now);
      const isTime = begins !== null && begins <= now.minuteOfDay && now.minuteOfDay < begins + latestMinutes;
      return isTime ? [organisationId] : [];
    });
    const rows = await tx.query<{ person_id: string }>(
      `SELECT DISTINCT m.person_id FROM membership m
         LEFT JOIN work_mail w ON w.municipality_id = m.municipality_id AND w.person_id = m.person_id
        WHERE m.municipality_id = $1 AND m.association_id = ANY ($2::uuid[]) AND m.role IN ('coordinator', 'desk')
          AND coalesce(w.wanted, true) AND w.looked_on IS DISTINCT FROM $3::date`,
      [municipalityId, begun, now.day],
    );
    return rows.map(({ person_id: personId }) => ({
      name: 'coordination.sum-up',
      data: { municipalityId, personId },
      id: sweepId(['sum-up', personId], tx.now),
    }));
  }
}
