import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';

const batchSize = 500;

/** Turns that were due and of which nobody was told yet; what was left out was never due. */
const due = `s.ended_told_at IS NULL AND s.status <> 'cancelled' AND s.ends_at <= app_now()`;

interface EndedTurn {
  readonly circleId: string;
  readonly slotId: string;
  readonly endedAt: Date;
  readonly filledBy: 'member' | 'board' | 'nobody';
}

/** Notes of every turn that is over who would come, once: for figures, never for a list of who did what. */
@Injectable()
@HandlesJob('circles.end-turns')
export class EndTurns implements JobHandler<'circles.end-turns'> {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async handle({ municipalityId }: JobMap['circles.end-turns']): Promise<void> {
    for (let done = false; !done;) {
      done = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
        const turns = await tx.query<EndedTurn>(
          `UPDATE circle_slot t SET ended_told_at = app_now()
             FROM (SELECT s.id, CASE WHEN s.status = 'taken' THEN 'member'
                          WHEN r.status IN ('confirmed', 'completed') THEN 'board' ELSE 'nobody' END AS filled_by
                     FROM circle_slot s
                     LEFT JOIN help_request r ON r.municipality_id = s.municipality_id AND r.id = s.help_request_id
                    WHERE s.municipality_id = $1 AND ${due}
                    ORDER BY s.ends_at, s.id LIMIT ${batchSize} FOR UPDATE OF s SKIP LOCKED) ended
            WHERE t.municipality_id = $1 AND t.id = ended.id
            RETURNING t.circle_id AS "circleId", t.id AS "slotId", t.ends_at AS "endedAt", ended.filled_by AS "filledBy"`,
          [municipalityId],
        );
        for (const { endedAt, ...turn } of turns)
          tx.append('circle.turn-over', { ...turn, endedAt: endedAt.getTime() });
        return turns.length < batchSize;
      });
    }
  }
}

/** Municipalities in which turns of circles are over. */
@Injectable()
@Sweeps('circle-turns-over')
export class TurnsOver implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const over = await tx.query(`SELECT 1 FROM circle_slot s WHERE s.municipality_id = $1 AND ${due} LIMIT 1`, [
      municipalityId,
    ]);
    if (over.length === 0) return [];
    return [{ name: 'circles.end-turns', data: { municipalityId }, id: sweepId([municipalityId, 'turns'], tx.now) }];
  }
}
