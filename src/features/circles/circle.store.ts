import { Injectable } from '@nestjs/common';
import type { SlotState } from '@app/domain/circle/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import {
  circleColumns,
  memberColumns,
  seriesColumns,
  slotColumns,
  slotsWithSeries,
  type CircleRow,
  type MemberRow,
  type SeriesRow,
  type SlotRow,
} from './circle.rows.js';

/** Reads circles and what is in them, and writes turns. What row level security hides is not there. */
@Injectable()
export class CircleStore {
  async circle(tx: Transaction, id: string, lock = false): Promise<CircleRow | undefined> {
    const [row] = await tx.query<CircleRow>(
      `SELECT ${circleColumns} FROM circle WHERE municipality_id = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  /** Everyone who is in it or waits, the longest first. */
  members(tx: Transaction, circleId: string): Promise<MemberRow[]> {
    return tx.query<MemberRow>(
      `SELECT ${memberColumns} FROM circle_member WHERE municipality_id = $1 AND circle_id = $2 ORDER BY joined_at, id`,
      [tx.tenancy.municipalityId, circleId],
    );
  }

  async member(tx: Transaction, id: string, lock = false): Promise<MemberRow | undefined> {
    const [row] = await tx.query<MemberRow>(
      `SELECT ${memberColumns} FROM circle_member WHERE municipality_id = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  async memberOf(tx: Transaction, circleId: string, personId: string): Promise<MemberRow | undefined> {
    const [row] = await tx.query<MemberRow>(
      `SELECT ${memberColumns} FROM circle_member WHERE municipality_id = $1 AND circle_id = $2 AND person_id = $3`,
      [tx.tenancy.municipalityId, circleId, personId],
    );
    return row;
  }

  /** What repeats and has not ended. */
  series(tx: Transaction, circleId: string): Promise<SeriesRow[]> {
    return tx.query<SeriesRow>(
      `SELECT ${seriesColumns} FROM circle_series
        WHERE municipality_id = $1 AND circle_id = $2 AND ended_at IS NULL AND until_day >= app_now()::date
        ORDER BY created_at, id`,
      [tx.tenancy.municipalityId, circleId],
    );
  }

  async oneSeries(tx: Transaction, id: string): Promise<SeriesRow | undefined> {
    const [row] = await tx.query<SeriesRow>(
      `SELECT ${seriesColumns} FROM circle_series WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  /** Turns that are not over, up to a moment; what was left out is shown as long as its day is near. */
  slots(tx: Transaction, circleId: string, until: Date): Promise<SlotRow[]> {
    return tx.query<SlotRow>(
      `SELECT ${slotColumns} FROM ${slotsWithSeries}
        WHERE s.municipality_id = $1 AND s.circle_id = $2 AND s.ends_at > app_now() AND s.starts_at <= $3
          AND (s.status <> 'cancelled' OR r.ended_at IS NULL)
        ORDER BY s.starts_at, s.id LIMIT 1000`,
      [tx.tenancy.municipalityId, circleId, until],
    );
  }

  async slot(tx: Transaction, id: string): Promise<SlotRow | undefined> {
    const [row] = await tx.query<SlotRow>(
      `SELECT ${slotColumns} FROM ${slotsWithSeries} WHERE s.municipality_id = $1 AND s.id = $2`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  /** One turn that nobody else changes until the transaction ends. */
  async lockSlot(tx: Transaction, id: string): Promise<SlotRow | undefined> {
    await tx.query('SELECT 1 FROM circle_slot WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      tx.tenancy.municipalityId,
      id,
    ]);
    return this.slot(tx, id);
  }

  /** Turns still to come that hold for these reasons; locked. */
  async lockComing(
    tx: Transaction,
    where: { readonly circleId: string; readonly seriesId?: string; readonly takerId?: string },
  ): Promise<SlotRow[]> {
    return tx.query<SlotRow>(
      `SELECT ${slotColumns} FROM ${slotsWithSeries}
        WHERE s.municipality_id = $1 AND s.circle_id = $2 AND s.starts_at > app_now() AND s.status IN ('open', 'taken')
          AND ($3::uuid IS NULL OR s.series_id = $3) AND ($4::uuid IS NULL OR s.taker_id = $4)
        ORDER BY s.id FOR UPDATE OF s`,
      [tx.tenancy.municipalityId, where.circleId, where.seriesId ?? null, where.takerId ?? null],
    );
  }

  async writeSlot(tx: Transaction, id: string, { status, takerId, swap }: SlotState): Promise<void> {
    await tx.query(
      `UPDATE circle_slot SET status = $3, taker_id = $4, swap_asked = $5, swap_to_id = $6,
              taken_at = CASE WHEN $4::uuid IS NULL THEN NULL WHEN taker_id = $4 THEN taken_at ELSE app_now() END,
              reminded_for = CASE WHEN taker_id = $4 THEN reminded_for END
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, status, takerId, swap !== null, swap?.toId ?? null],
    );
  }

  /** Takes back every question to this person to come instead of another. */
  async forgetSwapsTo(tx: Transaction, circleId: string, personId: string): Promise<void> {
    await tx.query(
      `UPDATE circle_slot SET swap_asked = false, swap_to_id = NULL
        WHERE municipality_id = $1 AND circle_id = $2 AND swap_to_id = $3`,
      [tx.tenancy.municipalityId, circleId, personId],
    );
  }
}
