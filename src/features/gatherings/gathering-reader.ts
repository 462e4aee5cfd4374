import { Inject, Injectable } from '@nestjs/common';
import type { GatheringSummary, GatheringView, ManagedGathering } from '@app/contracts/http/gathering-shapes.js';
import { DAY } from '@app/domain/kernel/time.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type Actor, type PersonActor } from '@app/platform/identity/actor.js';
import {
  presentGathering,
  presentManaged,
  presentSummary,
  type Around,
  type OwnVisits,
} from './gathering.presenter.js';
import { dateColumns, gatheringColumns, type GatheringDateRow, type GatheringRow } from './gathering.rows.js';
import { GatheringStore } from './gathering.store.js';

const mostListed = 100;
const mostDates = 8;
/** How long an organiser sees what was. */
const lookBack = 60 * DAY;

/** Gatherings as everybody reads them, and as who organises them does. */
@Injectable()
export class GatheringReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GatheringStore) private readonly store: GatheringStore,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
  ) {}

  /** Each with its next date, the nearest first. */
  list(actor: Actor, neighbourhoodCode?: string): Promise<GatheringSummary[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await tx.query<GatheringRow>(
        `SELECT ${gatheringColumns} FROM gathering g
           JOIN LATERAL (SELECT d.starts_at FROM gathering_date d
                          WHERE d.municipality_id = g.municipality_id AND d.gathering_id = g.id
                            AND d.status = 'planned' AND d.ends_at > app_now()
                          ORDER BY d.starts_at LIMIT 1) next ON true
          WHERE g.municipality_id = $1 AND ($2::text IS NULL OR g.neighbourhood_code = $2)
          ORDER BY next.starts_at, g.title, g.id LIMIT ${mostListed}`,
        [actor.municipalityId, neighbourhoodCode ?? null],
      );
      const next = await this.nextOf(
        tx,
        rows.map(({ id }) => id),
      );
      const own = await ownVisits(tx, actor);
      const found: GatheringSummary[] = [];
      for (const row of rows) {
        const date = next.get(row.id);
        if (date) found.push(presentSummary(row, await this.around(tx, row), date, own));
      }
      return found;
    });
  }

  /** @throws ProblemError not-found, also for what is long over */
  one(actor: Actor, id: string): Promise<GatheringView> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.store.gathering(tx, id);
      if (!row) throw new ProblemError('not-found');
      const dates = await this.store.datesSince(tx, [id], new Date(tx.now));
      const { contact } = await this.areas.organisation(tx, row.associationId);
      const around = { ...(await this.around(tx, row)), contact };
      return presentGathering(row, around, dates.slice(0, mostDates), await ownVisits(tx, actor));
    });
  }

  /** What these organisations announced. @throws ProblemError not-allowed for who works at none */
  managed(actor: PersonActor): Promise<ManagedGathering[]> {
    const organisationIds = organisationsOf(actor);
    if (organisationIds.length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await tx.query<GatheringRow>(
        `SELECT ${gatheringColumns} FROM gathering g
          WHERE g.municipality_id = $1 AND g.association_id = ANY ($2::uuid[]) ORDER BY g.announced_at, g.id`,
        [actor.municipalityId, organisationIds],
      );
      const ids = rows.map(({ id }) => id);
      const dates = await this.store.datesSince(tx, ids, new Date(tx.now - lookBack));
      const found: ManagedGathering[] = [];
      for (const row of rows) {
        const own = dates.filter(({ gatheringId }) => gatheringId === row.id);
        if (own.length > 0) found.push(presentManaged(row, await this.around(tx, row), own, tx.now));
      }
      return found;
    });
  }

  private async nextOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, GatheringDateRow>> {
    const rows = await tx.query<GatheringDateRow>(
      `SELECT DISTINCT ON (d.gathering_id) ${dateColumns} FROM gathering_date d
        WHERE d.municipality_id = $1 AND d.gathering_id = ANY ($2::uuid[]) AND d.status = 'planned' AND d.ends_at > app_now()
        ORDER BY d.gathering_id, d.starts_at`,
      [tx.tenancy.municipalityId, ids],
    );
    return new Map(rows.map((row) => [row.gatheringId, row]));
  }

  private async around(tx: Transaction, { neighbourhoodCode, associationId }: GatheringRow): Promise<Around> {
    return {
      neighbourhoodName: (await this.areas.neighbourhood(tx, neighbourhoodCode))?.name ?? '',
      organisationName: (await this.areas.owner(tx, associationId))?.name ?? '',
    };
  }
}

/** What this reader said of dates to come; a guest said nothing. */
async function ownVisits(tx: Transaction, actor: Actor): Promise<OwnVisits> {
  if (actor.kind === 'guest') return new Map();
  const rows = await tx.query<{ id: string; extra: number }>(
    'SELECT gathering_date_id AS id, extra FROM gathering_visit WHERE municipality_id = $1 AND person_id = $2',
    [tx.tenancy.municipalityId, actor.personId],
  );
  return new Map(rows.map(({ id, extra }) => [id, extra]));
}
