import { Inject, Injectable } from '@nestjs/common';
import type { NewGathering } from '@app/contracts/http/gathering-shapes.js';
import { MINUTE } from '@app/domain/kernel/time.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { repeated } from '@app/features/circles/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { GatheringStore, type PlannedDate } from './gathering.store.js';
import { dayAt, weekdayOf } from './gathering-days.js';

/** Gatherings of one organisation that are still to come. */
const mostRunning = 40;

/** An organiser announces a gathering, with all its dates. */
@Injectable()
export class AnnounceGathering {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /** @throws ProblemError not-allowed, unknown-neighbourhood, window-in-past, too-many-requests */
  run(actor: PersonActor, input: NewGathering): Promise<{ id: string; dates: number }> {
    const { associationId } = input;
    if (!organisationsOf(actor).includes(associationId)) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      await refuseStrange(tx, this.areas, input.neighbourhoodCode);
      await refuseTooMany(tx, associationId);
      const { rule, dates } = plannedDates(input);
      const coming = dates.filter(({ startsAt }) => startsAt > tx.now);
      if (coming.length === 0) throw new ProblemError('window-in-past');
      const id = newId();
      await this.store.insert(tx, { ...input, id, rule });
      await this.store.insertDates(tx, { id, associationId }, coming);
      const details = { kind: input.kind, dates: coming.length };
      await this.audit.record(tx, {
        act: 'gathering-announced',
        actorId: actor.personId,
        associationId,
        aboutId: id,
        details,
      });
      tx.append('work.touched', { associationId });
      return { id, dates: coming.length };
    });
  }
}

/** @throws ProblemError unknown-neighbourhood */
export async function refuseStrange(tx: Transaction, areas: AreaDirectory, code: string): Promise<void> {
  if (await areas.ownerOf(tx, code)) return;
  throw new ProblemError('unknown-neighbourhood', {
    errors: [{ path: '/neighbourhoodCode', message: 'Not a neighbourhood of this municipality' }],
  });
}

async function refuseTooMany(tx: Transaction, associationId: string): Promise<void> {
  const [running] = await tx.query<{ count: number }>(
    `SELECT count(DISTINCT gathering_id)::int AS count FROM gathering_date
      WHERE municipality_id = $1 AND association_id = $2 AND status = 'planned' AND starts_at > app_now()`,
    [tx.tenancy.municipalityId, associationId],
  );
  if ((running?.count ?? 0) < mostRunning) return;
  throw new ProblemError('too-many-requests', { detail: 'Stop eerst een ontmoeting die nog komt.' });
}

/** Every date of what is announced, also those that are over already. */
function plannedDates({ day, everyWeeks, untilDay, time, minutes }: NewGathering): {
  readonly rule: string | null;
  readonly dates: readonly PlannedDate[];
} {
  const dateAt = (startsAt: number): PlannedDate => ({
    day: localMoment(startsAt).day,
    startsAt,
    endsAt: startsAt + minutes * MINUTE,
  });
  if (everyWeeks === null || untilDay === null) return { rule: null, dates: [dateAt(dayAt(day, time))] };
  const found = repeated({ days: [weekdayOf(day)], everyWeeks, time, startDay: day, untilDay });
  return { rule: found?.rule ?? null, dates: found?.starts.map(dateAt) ?? [] };
}
