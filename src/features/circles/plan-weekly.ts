import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { WeeklyRequests, type WeeklyRequest } from '@app/features/help-requests/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { sealNote } from './circle-words.js';
import type { CircleRow } from './circle.rows.js';
import { CircleStore } from './circle.store.js';
import { Circles } from './circles.js';
import { repeated } from './repeat.js';
import { mostSeries, SeriesWriter } from './series-writer.js';

/** How long before its beginning an open turn goes to the board, in a circle that nobody set up. */
const usualLeadHours = 72;

/**
 * The first time of what is asked for every week is an ordinary request; the times after it become turns in the circle of
 * the asker, which begins here when there is none. In the first turn that request stands, so that nobody is asked twice.
 */
@Injectable()
@HandlesJob('circles.plan-weekly')
export class PlanWeekly implements JobHandler<'circles.plan-weekly'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WeeklyRequests) private readonly requests: WeeklyRequests,
    @Inject(Circles) private readonly circles: Circles,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(SeriesWriter) private readonly writer: SeriesWriter,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async handle({ municipalityId, helpRequestId }: JobMap['circles.plan-weekly']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const request = await this.requests.take(tx, helpRequestId);
      const circle = request && (await this.circleOf(tx, request));
      if (request && circle) await this.plan(tx, circle, request);
    });
  }

  /** A circle has one place: what is asked for elsewhere does not go in it, and the asker sees that at the request. */
  private async circleOf(tx: Transaction, request: WeeklyRequest): Promise<CircleRow | undefined> {
    const { askerId, neighbourhoodCode, address } = request;
    try {
      const id = await this.circles.open(tx, askerId, { neighbourhoodCode, address, leadHours: usualLeadHours });
      const circle = await this.store.circle(tx, id, true);
      return circle?.neighbourhoodCode === neighbourhoodCode ? circle : undefined;
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }

  private async plan(tx: Transaction, circle: CircleRow, request: WeeklyRequest): Promise<void> {
    const { weekly, from, minutes, category } = request;
    const startDay = localMoment(from).day;
    const found = repeated({ ...weekly, everyWeeks: 1, startDay });
    const starts = found?.starts.filter((start) => start >= from) ?? [];
    if (!found || starts.length === 0 || (await this.store.series(tx, circle.id)).length >= mostSeries) return;
    const id = newId();
    const note = sealNote(await this.vault.cipherOf(tx, circle.caregiverId), id, request.summary);
    await this.writer.insert(
      tx,
      circle,
      { ...weekly, id, category, note, rule: found.rule, startDay, minutes },
      starts,
    );
    await tx.query(
      `UPDATE circle_slot SET status = 'asked', help_request_id = $4
        WHERE municipality_id = $1 AND series_id = $2 AND starts_at = $3`,
      [tx.tenancy.municipalityId, id, new Date(from), request.id],
    );
    tx.append('circle.changed', { circleId: circle.id });
  }
}

/** Requests whose later times were not planned: their job was lost on the way. */
@Injectable()
@Sweeps('circle-weekly')
export class WeeklyToPlan implements OverdueWork {
  constructor(@Inject(WeeklyRequests) private readonly requests: WeeklyRequests) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    return (await this.requests.waiting(tx)).map((id) => ({
      name: 'circles.plan-weekly',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['plan-weekly', id], tx.now),
    }));
  }
}
