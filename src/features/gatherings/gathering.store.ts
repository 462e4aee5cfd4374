import { Injectable } from '@nestjs/common';
import type { GatheringChange } from '@app/contracts/http/gathering-shapes.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { dateColumns, gatheringColumns, type GatheringDateRow, type GatheringRow } from './gathering.rows.js';

/** One time that is to be added. Instants in milliseconds. */
export interface PlannedDate {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What is said of a gathering, without when it is. */
type Announcement = Omit<GatheringChange, 'time' | 'minutes'>;

/** Reads and writes gatherings and their dates. Needs system transactions: who may is decided by who calls. */
@Injectable()
export class GatheringStore {
  async gathering(tx: Transaction, id: string, lock = false): Promise<GatheringRow | undefined> {
    const [row] = await tx.query<GatheringRow>(
      `SELECT ${gatheringColumns} FROM gathering g WHERE g.municipality_id = $1 AND g.id = $2${lock ? ' FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  async date(tx: Transaction, id: string, lock = false): Promise<GatheringDateRow | undefined> {
    const own = [tx.tenancy.municipalityId, id];
    // Locked first: what is counted in the same statement would be of before the wait.
    if (lock) await tx.query('SELECT 1 FROM gathering_date WHERE municipality_id = $1 AND id = $2 FOR UPDATE', own);
    const [row] = await tx.query<GatheringDateRow>(
      `SELECT ${dateColumns} FROM gathering_date d WHERE d.municipality_id = $1 AND d.id = $2`,
      own,
    );
    return row;
  }

  /** Dates that end after this moment, earliest first. */
  datesSince(tx: Transaction, gatheringIds: readonly string[], since: Date): Promise<GatheringDateRow[]> {
    return tx.query<GatheringDateRow>(
      `SELECT ${dateColumns} FROM gathering_date d
        WHERE d.municipality_id = $1 AND d.gathering_id = ANY ($2::uuid[]) AND d.ends_at > $3 ORDER BY d.starts_at, d.id`,
      [tx.tenancy.municipalityId, gatheringIds, since],
    );
  }

  async insert(
    tx: Transaction,
    gathering: Announcement & { readonly id: string; readonly associationId: string; readonly rule: string | null },
  ): Promise<void> {
    const { id, associationId, kind, title, words, place, neighbourhoodCode, forWhom, seats, rule } = gathering;
    await tx.query(
      `INSERT INTO gathering (municipality_id, id, association_id, kind, title, words, place, neighbourhood_code, for_whom,
                              seats, rule, announced_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
      [
        tx.tenancy.municipalityId,
        id,
        associationId,
        kind,
        title,
        words,
        place,
        neighbourhoodCode,
        forWhom,
        seats,
        rule,
      ],
    );
  }

  async insertDates(
    tx: Transaction,
    { id, associationId }: Pick<GatheringRow, 'id' | 'associationId'>,
    dates: readonly PlannedDate[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO gathering_date (municipality_id, id, gathering_id, association_id, day, starts_at, ends_at, status)
       SELECT $1, t.id, $2, $3, t.day, t.starts_at, t.ends_at, 'planned'
         FROM unnest($4::uuid[], $5::date[], $6::timestamptz[], $7::timestamptz[]) AS t(id, day, starts_at, ends_at)`,
      [
        tx.tenancy.municipalityId,
        id,
        associationId,
        dates.map(() => newId()),
        dates.map(({ day }) => day),
        dates.map(({ startsAt }) => new Date(startsAt)),
        dates.map(({ endsAt }) => new Date(endsAt)),
      ],
    );
  }

  async change(tx: Transaction, id: string, change: Announcement): Promise<void> {
    const { kind, title, words, place, neighbourhoodCode, forWhom, seats } = change;
    await tx.query(
      `UPDATE gathering SET kind = $3, title = $4, words = $5, place = $6, neighbourhood_code = $7, for_whom = $8, seats = $9
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, kind, title, words, place, neighbourhoodCode, forWhom, seats],
    );
  }

  async move(tx: Transaction, dateId: string, { startsAt, endsAt }: Omit<PlannedDate, 'day'>): Promise<void> {
    await tx.query('UPDATE gathering_date SET starts_at = $3, ends_at = $4 WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      dateId,
      new Date(startsAt),
      new Date(endsAt),
    ]);
  }

  async cancel(tx: Transaction, dateId: string): Promise<void> {
    await tx.query(`UPDATE gathering_date SET status = 'cancelled' WHERE municipality_id = $1 AND id = $2`, [
      tx.tenancy.municipalityId,
      dateId,
    ]);
  }

  /** Everybody who said that they come, without those they bring. */
  async visitorsOf(tx: Transaction, dateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT person_id AS id FROM gathering_visit WHERE municipality_id = $1 AND gathering_date_id = $2 ORDER BY said_at, person_id`,
      [tx.tenancy.municipalityId, dateId],
    );
    return rows.map(({ id }) => id);
  }
}
