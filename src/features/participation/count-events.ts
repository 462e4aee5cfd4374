import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { countedEvents, type CountedEvent } from './counted-events.js';
import { FactBook } from './fact-book.js';
import { factsOf } from './facts-of-event.js';
import { surroundingsOf } from './surroundings.js';

const batchSize = 500;

/** Written out, because only then the index of exactly these rows can be used. */
const uncounted = `o.municipality_id = $1 AND o.counted_at IS NULL AND o.type IN (${countedEvents.map((type) => `'${type}'`).join(', ')})`;

/**
 * Counts what happened. An event is marked in the transaction that counts it, so it counts once, however late, often or
 * together with others this runs.
 */
@Injectable()
export class EventCounter {
  constructor(@Inject(FactBook) private readonly book: FactBook) {}

  /** One batch, oldest first. Needs a system transaction. @returns false when there may be more */
  async countBatch(tx: Transaction): Promise<boolean> {
    const { municipalityId } = tx.tenancy;
    await this.book.lock(tx);
    await this.recount(tx);
    const rows = await tx.query<CountedEvent & { readonly occurred: Date }>(
      `SELECT o.id, o.municipality_id AS "municipalityId", o.type, o.payload, o.occurred_at AS occurred
         FROM outbox o WHERE ${uncounted} ORDER BY o.id LIMIT ${batchSize}`,
      [municipalityId],
    );
    if (rows.length === 0) return true;
    const events = rows.map(({ occurred, ...event }): CountedEvent => ({ ...event, occurredAt: occurred.getTime() }));
    const surroundings = await surroundingsOf(tx, events);
    await this.book.add(
      tx,
      events.flatMap((event) => factsOf(event, surroundings)),
    );
    await tx.query('UPDATE outbox SET counted_at = app_now() WHERE id = ANY ($1::uuid[])', [
      events.map(({ id }) => id),
    ]);
    return rows.length < batchSize;
  }

  /** Figures that were counted by older rules are made anew once, before anything is added to them. */
  private async recount(tx: Transaction): Promise<void> {
    const stale = await tx.query('DELETE FROM participation_recount WHERE municipality_id = $1 RETURNING 1', [
      tx.tenancy.municipalityId,
    ]);
    if (stale.length > 0) await this.book.rebuild(tx);
  }
}

/** Brings the figures of one municipality up to date. */
@Injectable()
@HandlesJob('participation.count')
export class CountEvents implements JobHandler<'participation.count'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EventCounter) private readonly counter: EventCounter,
  ) {}

  async handle({ municipalityId }: JobMap['participation.count']): Promise<void> {
    for (let done = false; !done;) {
      done = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.counter.countBatch(tx));
    }
  }
}

/** Municipalities in which something happened that was not counted in time. */
@Injectable()
@Sweeps('participation')
export class UncountedEvents implements OverdueWork {
  async overdue(tx: Transaction): Promise<readonly AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const late = await tx.query(
      `SELECT 1 FROM outbox o WHERE ${uncounted} AND o.occurred_at < app_now() - interval '20 seconds' LIMIT 1`,
      [municipalityId],
    );
    if (late.length === 0) return [];
    return [{ name: 'participation.count', data: { municipalityId }, id: sweepId([municipalityId, 'count'], tx.now) }];
  }
}
