import { Injectable } from '@nestjs/common';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { weekdays, type Category } from '@app/contracts/http/vocabulary.js';
import type { OwnRequests } from '@app/domain/matching/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HelperProfileRow } from './helper-profile.row.js';
import { toMinutes } from './time-of-day.js';

export interface AvailabilityRow {
  /** 1 is Monday. */
  readonly day: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface StoredProfile {
  readonly profile: HelperProfileRow;
  readonly categories: readonly Category[];
  readonly availability: readonly AvailabilityRow[];
  readonly ownRequests: OwnRequests;
}

/** The only writer of helper profiles, in the transaction of the person they belong to. */
@Injectable()
export class HelperProfileStore {
  async find(tx: Transaction, personId: string): Promise<StoredProfile | null> {
    const key = [tx.tenancy.municipalityId, personId];
    const profile = await this.row(tx, personId);
    if (!profile) return null;
    const categories = await tx.query<{ category: Category }>(
      'SELECT category FROM helper_category WHERE municipality_id = $1 AND person_id = $2',
      key,
    );
    const availability = await tx.query<AvailabilityRow>(
      `SELECT day, from_minute AS "fromMinute", until_minute AS "untilMinute" FROM helper_availability
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY day, from_minute, until_minute`,
      key,
    );
    const ownRequests = await this.ownRequests(tx, personId);
    return { profile, categories: categories.map(({ category }) => category), availability, ownRequests };
  }

  /** The profile alone, with the person locked: two changes at once are counted as two. */
  async lock(tx: Transaction, personId: string): Promise<HelperProfileRow | null> {
    await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      tx.tenancy.municipalityId,
      personId,
    ]);
    return this.row(tx, personId);
  }

  async save(tx: Transaction, profile: HelperProfileRow, body: HelperProfileBody): Promise<void> {
    await tx.manager.upsert(HelperProfileRow, profile, ['municipalityId', 'personId']);
    const key = [profile.municipalityId, profile.personId];
    await tx.query('DELETE FROM helper_category WHERE municipality_id = $1 AND person_id = $2', key);
    await tx.query(
      'INSERT INTO helper_category (municipality_id, person_id, category) SELECT $1, $2, unnest($3::text[])',
      [...key, [...new Set(body.categories)]],
    );
    await tx.query('DELETE FROM helper_availability WHERE municipality_id = $1 AND person_id = $2', key);
    await tx.query(
      `INSERT INTO helper_availability (municipality_id, person_id, day, from_minute, until_minute)
       SELECT $1, $2, day, from_minute, until_minute
         FROM unnest($3::smallint[], $4::smallint[], $5::smallint[]) AS w(day, from_minute, until_minute)`,
      [
        ...key,
        body.availability.map(({ day }) => weekdays.indexOf(day) + 1),
        body.availability.map(({ from }) => toMinutes(from)),
        body.availability.map(({ until }) => toMinutes(until)),
      ],
    );
    await tx.query('INSERT INTO helper_load (municipality_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', key);
  }

  private async ownRequests(tx: Transaction, personId: string): Promise<OwnRequests> {
    const [row] = await tx.query<{ all: Date[]; acute: Date[] }>(
      `SELECT own_requests AS all, own_acute_requests AS acute FROM helper_load
        WHERE municipality_id = $1 AND person_id = $2`,
      [tx.tenancy.municipalityId, personId],
    );
    const times = (dates: readonly Date[] | undefined): number[] => (dates ?? []).map((date) => date.getTime());
    return { all: times(row?.all), acute: times(row?.acute) };
  }

  private row(tx: Transaction, personId: string): Promise<HelperProfileRow | null> {
    return tx.manager.findOneBy(HelperProfileRow, { municipalityId: tx.tenancy.municipalityId, personId });
  }
}
