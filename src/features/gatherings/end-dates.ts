import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvents } from '@app/contracts/events/domain-event.js';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';

const batchSize = 200;
const over = 'over_told_at IS NULL AND ends_at <= app_now()';

type Ended = Omit<DomainEvents['gathering.over'], 'outcome' | 'came'> & {
  readonly outcome: 'cancelled' | 'untold' | null;
};

/**
 * When a date is over, who said to come is nobody's business any more: their number stays and they go. What became of it
 * is told for the figures, unless an organiser noted it already.
 */
@Injectable()
@HandlesJob('gatherings.end-dates')
export class EndDates implements JobHandler<'gatherings.end-dates'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId }: JobMap['gatherings.end-dates']): Promise<void> {
    for (let done = false; !done;) {
      done = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
        const ended = await tx.query<Ended>(
          `UPDATE gathering_date d SET over_told_at = app_now(), expected =
                    (SELECT coalesce(sum(1 + v.extra), 0) FROM gathering_visit v
                      WHERE v.municipality_id = d.municipality_id AND v.gathering_date_id = d.id)
             FROM gathering g
            WHERE d.municipality_id = $1 AND g.municipality_id = d.municipality_id AND g.id = d.gathering_id
              AND d.id IN (SELECT id FROM gathering_date WHERE municipality_id = $1 AND ${over}
                            ORDER BY ends_at, id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
            RETURNING d.gathering_id AS "gatheringId", d.id AS "gatheringDateId", d.day::text AS day, g.kind,
              CASE WHEN d.status = 'cancelled' THEN 'cancelled' WHEN d.outcome IS NULL THEN 'untold' END AS outcome`,
          [municipalityId],
        );
        const ids = ended.map(({ gatheringDateId }) => gatheringDateId);
        await tx.query(
          'DELETE FROM gathering_visit WHERE municipality_id = $1 AND gathering_date_id = ANY ($2::uuid[])',
          [municipalityId, ids],
        );
        for (const { outcome, ...date } of ended)
          if (outcome) tx.append('gathering.over', { ...date, outcome, came: 0 });
        return ended.length < batchSize;
      });
    }
  }
}

/** Municipalities in which a gathering is over. */
@Injectable()
@Sweeps('gatherings-over')
export class DatesOver implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query(`SELECT 1 FROM gathering_date WHERE municipality_id = $1 AND ${over} LIMIT 1`, [
      municipalityId,
    ]);
    if (rows.length === 0) return [];
    return [
      { name: 'gatherings.end-dates', data: { municipalityId }, id: sweepId([municipalityId, 'gatherings'], tx.now) },
    ];
  }
}
