import { Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { CircleRow } from './circle.rows.js';

/** What may repeat in one circle at the same time. */
export const mostSeries = 20;

/** What repeats, as it is kept. */
interface MadeSeries {
  readonly id: string;
  readonly category: Category;
  readonly note: Buffer;
  readonly rule: string;
  readonly startDay: string;
  readonly untilDay: string;
  readonly time: string;
  readonly minutes: number;
}

/** Writes what repeats with all its turns, which nobody has yet. */
@Injectable()
export class SeriesWriter {
  /** @param starts beginnings of its turns, milliseconds since the epoch */
  async insert(
    tx: Transaction,
    circle: Pick<CircleRow, 'id' | 'caregiverId'>,
    series: MadeSeries,
    starts: readonly number[],
  ): Promise<void> {
    await this.insertSeries(tx, circle, series);
    await tx.query(
      `INSERT INTO circle_slot (municipality_id, id, circle_id, caregiver_id, series_id, starts_at, ends_at, status)
       SELECT $1, t.id, $2, $3, $4, t.starts_at, t.starts_at + make_interval(mins => $5), 'open'
         FROM unnest($6::uuid[], $7::timestamptz[]) AS t(id, starts_at)`,
      [
        tx.tenancy.municipalityId,
        circle.id,
        circle.caregiverId,
        series.id,
        series.minutes,
        starts.map(() => newId()),
        starts.map((start) => new Date(start)),
      ],
    );
  }

  private async insertSeries(
    tx: Transaction,
    circle: Pick<CircleRow, 'id' | 'caregiverId'>,
    { id, category, note, rule, startDay, untilDay, time, minutes }: MadeSeries,
  ): Promise<void> {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    await tx.query(
      `INSERT INTO circle_series (municipality_id, id, circle_id, caregiver_id, category, note_enc, rule, start_day,
                                  until_day, minute_of_day, minutes, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
      [
        tx.tenancy.municipalityId,
        id,
        circle.id,
        circle.caregiverId,
        category,
        note,
        rule,
        startDay,
        untilDay,
        hour * 60 + minute,
        minutes,
      ],
    );
  }
}
